package jindu.protect.pattern;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Sector;
import jindu.protect.pattern.Pattern.Extent;
import jindu.protect.pattern.Pattern.Reason;
import jindu.table.IndicatorTable;

/**
 * The patterns of one year of indicators that are linked: where one shows a cell, the others would
 * show what it is made of or bound it, so they share their pattern.
 */
final class Suppression {

  private static final Set<String> TO_DATE = Set.of(IndicatorTable.VALUE, IndicatorTable.VALUE_YTD);

  private final Catalog catalog;
  private final Block block;
  private final Map<String, Pattern> before;
  private final Extent lost;
  private final Memory memory;
  private final Choice choice;
  private final NavigableMap<GridCell, Reason> reasons = new TreeMap<>();

  /**
   * @param before the pattern that the year has so far, by indicator
   * @param lastYear the patterns of the year before
   * @param memory of these patterns, and of what was published since
   * @param choice of the block's cells
   */
  Suppression(
      Catalog catalog,
      Block block,
      Map<String, Pattern> before,
      Collection<Pattern> lastYear,
      Memory memory,
      Choice choice) {
    this.catalog = catalog;
    this.block = block;
    this.before = before;
    this.lost =
        Stream.concat(before.values().stream(), lastYear.stream())
            .map(Pattern::extent)
            .max(Comparator.naturalOrder())
            .orElse(Extent.CHOSEN);
    this.memory = memory;
    this.choice = choice;
    give(block.ofGrid(cells(Layer::isSensitive)), Reason.SENSITIVE);
    before
        .values()
        .forEach(
            pattern ->
                pattern
                    .withheld()
                    .forEach((cell, why) -> reasons.merge(cell, why, Suppression::first)));
    lastYear.forEach(
        pattern ->
            pattern
                .withheld()
                .keySet()
                .forEach(cell -> reasons.putIfAbsent(cell, Reason.LAST_YEAR)));
  }

  /** The patterns, in the order of the indicators. */
  List<Pattern> patterns(String fingerprint) {
    Extent extent = extent();
    BitSet told = choice.told(block.onAllSheets(withheld()));
    return block.indicators().stream()
        .map(indicator -> pattern(indicator, fingerprint, extent, told))
        .toList();
  }

  /**
   * Withholds what it takes, and says how much that was: where no choice is safe the detail, then
   * everything, of which nothing can be subtracted, and the night publishes. What a year has lost
   * it does not get back, nor does the next.
   */
  private Extent extent() {
    if (lost == Extent.CHOSEN && isSafeWithComplement()) {
      return Extent.CHOSEN;
    }
    if (lost != Extent.ALL) {
      give(ofGrid(this::isDetail), Reason.DETAIL);
      if (isSafeWithComplement()) {
        return Extent.DETAIL;
      }
    }
    give(ofGrid(cell -> true), Reason.DETAIL);
    return Extent.ALL;
  }

  private boolean isSafeWithComplement() {
    BitSet given = withheld();
    BitSet chosen = block.ofGrid(choice.complemented(block.onAllSheets(given)));
    boolean isSafe = choice.isSafe(block.onAllSheets(chosen));
    give(isSafe ? choice.withoutSuperfluous(given, chosen) : chosen, Reason.COMPLEMENT);
    return isSafe;
  }

  private boolean isDetail(GridCell cell) {
    boolean isDistrict = cell.place().equals(catalog.district().code());
    boolean isDivision =
        catalog.sectors().containsKey(cell.sector())
            && catalog.sectors().get(cell.sector()).level() != Sector.Level.SECTION;
    return !isDistrict || isDivision;
  }

  private Pattern pattern(String indicator, String fingerprint, Extent extent, BitSet told) {
    BitSet withheld = withheld();
    NavigableMap<GridCell, Reason> cells = new TreeMap<>();
    withheld.stream()
        .mapToObj(block.grid()::get)
        .forEach(cell -> cells.put(cell, reasons.get(cell)));
    // A cell that has no return any more stays withheld: it may come back.
    Optional.ofNullable(before.get(indicator))
        .ifPresent(pattern -> pattern.withheld().forEach(cells::putIfAbsent));
    return new Pattern(
        indicator,
        block.year(),
        fingerprint,
        cells,
        memory.shown(indicator, block.year(), cells.keySet()),
        extent,
        counts(indicator, withheld, told));
  }

  private Pattern.Counts counts(String indicator, BitSet withheld, BitSet told) {
    BitSet occupied = block.ofSheet(indicator, cells(Layer::isOccupied));
    BitSet hidden = (BitSet) withheld.clone();
    hidden.and(occupied);
    // Of a stock, and in the first quarter, the year to date is the value itself, and one layer.
    Layer last =
        block.layers().stream()
            .filter(layer -> TO_DATE.contains(layer.figure()))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    double all = total(indicator, last, occupied);
    return new Pattern.Counts(
        occupied.cardinality(),
        block.ofSheet(indicator, cells(Layer::isSensitive)).cardinality(),
        hidden.cardinality(),
        block.ofSheet(indicator, told).cardinality(),
        all == 0 ? 0 : 100 * total(indicator, last, hidden) / all);
  }

  private double total(String indicator, Layer layer, BitSet ofGrid) {
    return block.amounts(indicator, layer, ofGrid).map(Math::abs).sum();
  }

  private BitSet withheld() {
    return ofGrid(reasons::containsKey);
  }

  private BitSet ofGrid(Predicate<GridCell> isMeant) {
    BitSet cells = new BitSet();
    for (int cell = 0; cell < block.grid().size(); cell++) {
      cells.set(cell, isMeant.test(block.grid().get(cell)));
    }
    return cells;
  }

  /** Cells of all sheets that are such in any layer. */
  private BitSet cells(BiPredicate<Layer, Integer> isSuch) {
    BitSet cells = new BitSet();
    for (Layer layer : block.layers()) {
      for (int cell = 0; cell < layer.size(); cell++) {
        if (isSuch.test(layer, cell)) {
          cells.set(cell);
        }
      }
    }
    return cells;
  }

  private void give(BitSet ofGrid, Reason reason) {
    ofGrid.stream()
        .mapToObj(block.grid()::get)
        .forEach(cell -> reasons.merge(cell, reason, (old, now) -> old));
  }

  private static Reason first(Reason one, Reason other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
