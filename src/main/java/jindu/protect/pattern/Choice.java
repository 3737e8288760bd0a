package jindu.protect.pattern;

import java.util.BitSet;
import java.util.Comparator;

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
        auditor
            .exposures(layer, withheld)
            .forEach(exposure -> complement(layer, withheld, exposure));
      }
    } while (withheld.cardinality() > before);
    return withheld;
  }

  /** Whether no attacker learns of a sensitive cell in any layer. */
  boolean isSafe(BitSet withheld) {
    return block.layers().stream().allMatch(layer -> auditor.exposures(layer, withheld).isEmpty());
  }

  /**
   * Withholds every open cell that moves where an exposed one moves at the least cost. Large cells
   * cost more than small ones, by the root of their amounts, so that totals stay open while there
   * is a choice.
   */
  private void complement(Layer layer, BitSet withheld, Exposure exposure) {
    BitSet free = new BitSet();
    for (int cell = 0; cell < layer.size(); cell++) {
      free.set(cell, layer.isOccupied(cell));
    }
    free.andNot(exposure.known());
    exposure.cells().stream()
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer cell) -> -layer.amount(cell))
                .thenComparing(Comparator.naturalOrder()))
        .forEach(
            cell -> {
              shelter(exposure.seen(), withheld, free, cell, 1);
              shelter(exposure.seen(), withheld, free, cell, -1);
            });
  }

  private void shelter(Layer seen, BitSet withheld, BitSet free, int cell, int direction) {
    if (!auditor.isSettled(seen, hidden(withheld, free), cell, direction)) {
      double largest = seen.largest();
      new CheapestMove(seen, free, each -> cost(seen, withheld, largest, each))
          .of(cell, direction)
          .ifPresent(
              move -> {
                auditor.remember(cell, move);
                withheld.or(block.onAllSheets(block.ofGrid(move.cells(seen))));
              });
    }
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
