package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cells of a block that are withheld so that no attacker learns of a sensitive one: those that
 * are to be, and as few and as small others as it takes. Not final: that no choice is safe can only
 * be shown with one that says so.
 */
class Choice {

  /** What moving a withheld cell costs beside an open one: it settles ties, no more. */
  private static final double WITHHELD_COST = 1e-3;

  /**
   * What moving the total of all costs beside the largest part: it goes where nothing else does.
   */
  private static final double TOTAL_COST = 1e3;

  private final Block block;
  private final Auditor auditor;

  /**
   * @param auditor that remembers the moves of this block's cells
   */
  Choice(Block block, Auditor auditor) {
    this.block = block;
    this.auditor = auditor;
  }

  /**
   * The cells given and their complement; one that helps in one quarter and on one sheet is
   * withheld in all.
   */
  BitSet complemented(BitSet given) {
    BitSet withheld = block.onAllSheets(block.ofGrid(given));
    int before;
    do {
      before = withheld.cardinality();
      for (Layer layer : block.layers()) {
        List<Exposure> exposures = auditor.exposures(layer, withheld);
        if (!layer.told().isEmpty()) {
          remembered(layer, withheld, exposures)
              .forEach(exposure -> complementUntold(layer, withheld, exposure));
        }
        exposures.forEach(exposure -> complement(layer, withheld, exposure));
      }
    } while (withheld.cardinality() > before);
    return withheld;
  }

  /**
   * What is left of a safe choice once every cell that the others shelter too is open again, those
   * that show most first.
   *
   * @param given cells of the grid that stay withheld
   * @param chosen cells of the grid that no attacker learns of
   */
  BitSet withoutSuperfluous(BitSet given, BitSet chosen) {
    BitSet kept = (BitSet) chosen.clone();
    List<BitSet> told = toldOfLayers(block.onAllSheets(kept));
    chosen.stream()
        .filter(cell -> !given.get(cell))
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer cell) -> -block.size(cell))
                .thenComparing(Comparator.naturalOrder()))
        .forEach(
            cell -> {
              kept.clear(cell);
              BitSet withheld = block.onAllSheets(kept);
              if (!isSafe(withheld) || !arePart(toldOfLayers(withheld), told)) {
                kept.set(cell);
              }
            });
    return kept;
  }

  private static boolean arePart(List<BitSet> some, List<BitSet> all) {
    for (int layer = 0; layer < some.size(); layer++) {
      BitSet beside = (BitSet) some.get(layer).clone();
      beside.andNot(all.get(layer));
      if (!beside.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether no attacker learns of a sensitive cell in any layer. */
  boolean isSafe(BitSet withheld) {
    return block.layers().stream().allMatch(layer -> auditor.exposures(layer, withheld).isEmpty());
  }

  /**
   * Sensitive cells that only who remembers other publications bounds too closely. Not all can be
   * kept from him: where nothing but a cell and its totals changed since, the change of a total is
   * the cell's.
   */
  BitSet told(BitSet withheld) {
    BitSet told = new BitSet();
    toldOfLayers(withheld).forEach(told::or);
    return told;
  }

  private List<BitSet> toldOfLayers(BitSet withheld) {
    List<BitSet> told = new ArrayList<>();
    for (Layer layer : block.layers()) {
      BitSet ofLayer = new BitSet();
      remembered(layer, withheld, List.of()).forEach(exposure -> ofLayer.or(exposure.cells()));
      if (!ofLayer.isEmpty()) {
        auditor.exposures(layer, withheld).forEach(exposure -> ofLayer.andNot(exposure.cells()));
      }
      told.add(ofLayer);
    }
    return told;
  }

  /**
   * @param exposures to who remembers nothing
   */
  private List<Exposure> remembered(Layer layer, BitSet withheld, List<Exposure> exposures) {
    return layer.told().intersects(withheld)
        ? auditor.exposures(layer, layer.untold(withheld))
        : exposures;
  }

  /**
   * The same for readers who remember: by cells that nobody remembers, where that is possible up
   * and down. Not by the total of all, which stays open while there is a choice.
   */
  private void complementUntold(Layer layer, BitSet withheld, Exposure exposure) {
    BitSet untold = layer.untold(free(layer, exposure));
    BitSet free = (BitSet) untold.clone();
    untold.stream().filter(layer.additivity()::isTop).forEach(free::clear);
    inOrder(layer, exposure)
        .forEach(
            cell -> {
              Optional<BitSet> up = shelter(exposure.seen(), withheld, free, cell, 1);
              if (up.isPresent()) {
                shelter(exposure.seen(), withheld, free, cell, -1)
                    .ifPresent(
                        down -> {
                          withheld.or(up.get());
                          withheld.or(down);
                        });
              }
            });
  }

  /**
   * Withholds every open cell that moves where an exposed one moves at the least cost. Large cells
   * cost more than small ones, by the root of their amounts, so that totals stay open while there
   * is a choice.
   */
  private void complement(Layer layer, BitSet withheld, Exposure exposure) {
    BitSet free = free(layer, exposure);
    inOrder(layer, exposure)
        .forEach(
            cell -> {
              shelter(exposure.seen(), withheld, free, cell, 1).ifPresent(withheld::or);
              shelter(exposure.seen(), withheld, free, cell, -1).ifPresent(withheld::or);
            });
  }

  private static BitSet free(Layer layer, Exposure exposure) {
    BitSet free = new BitSet();
    for (int cell = 0; cell < layer.size(); cell++) {
      free.set(cell, layer.isOccupied(cell));
    }
    free.andNot(exposure.known());
    return free;
  }

  private static Stream<Integer> inOrder(Layer layer, Exposure exposure) {
    return exposure.cells().stream()
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer cell) -> -layer.amount(cell))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** What is to be withheld so that a cell can move in a direction; empty where nothing lets it. */
  private Optional<BitSet> shelter(
      Layer seen, BitSet withheld, BitSet free, int cell, int direction) {
    if (auditor.isSettled(seen, hidden(withheld, free), cell, direction)) {
      return Optional.of(new BitSet());
    }
    double largest = seen.largest();
    return new CheapestMove(seen, free, each -> cost(seen, withheld, largest, each))
        .of(cell, direction)
        .map(
            move -> {
              auditor.remember(cell, move);
              return block.onAllSheets(block.ofGrid(move.cells(seen)));
            });
  }

  private static BitSet hidden(BitSet withheld, BitSet free) {
    BitSet hidden = (BitSet) withheld.clone();
    hidden.and(free);
    return hidden;
  }

  /**
   * Between that of a withheld element and that of the largest part, 1; the total apart. What is
   * withheld and made of others costs nothing.
   */
  private static double cost(Layer layer, BitSet withheld, double largest, int cell) {
    if (!withheld.get(cell) && layer.additivity().isTop(cell)) {
      return TOTAL_COST;
    }
    if (withheld.get(cell)) {
      return layer.additivity().isElement(cell) ? WITHHELD_COST : 0;
    }
    return 2 * WITHHELD_COST + Math.sqrt(Math.abs(layer.amount(cell)) / largest);
  }
}
