package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.core.Sector;
import jindu.protect.pattern.Pattern.Extent;
import jindu.protect.pattern.Pattern.Reason;
import jindu.table.IndicatorTable;

/**
 * The patterns of one year of indicators that are fed by the same items: where one shows a cell,
 * the others would show what it is made of, so they share their pattern.
 */
final class Suppression {

  private static final Set<String> TO_DATE = Set.of(IndicatorTable.VALUE, IndicatorTable.VALUE_YTD);

  private final Catalog catalog;
  private final List<Block> blocks;
  private final Map<String, Pattern> before;

  private final Map<String, Auditor> auditors = new TreeMap<>();

  /** Reasons by cell, shared by all the blocks. */
  private final NavigableMap<GridCell, Reason> reasons = new TreeMap<>();

  /**
   * @param blocks of one year
   * @param before the pattern that the year has so far, by indicator
   * @param lastYear the patterns of the year before, by indicator
   */
  Suppression(
      Catalog catalog,
      List<Block> blocks,
      Map<String, Pattern> before,
      Collection<Pattern> lastYear) {
    this.catalog = catalog;
    this.blocks = blocks;
    this.before = before;
    blocks.forEach(block -> give(sensitive(block), block, Reason.SENSITIVE));
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

  /** The patterns, in the order of the blocks. */
  List<Pattern> patterns(String fingerprint) {
    Extent extent = extent();
    return blocks.stream().map(block -> pattern(block, fingerprint, extent)).toList();
  }

  /**
   * Withholds what it takes, and says how much that was: where no choice is safe the detail, and
   * the night publishes.
   */
  private Extent extent() {
    boolean hasLostDetail =
        before.values().stream().anyMatch(pattern -> pattern.extent() == Extent.DETAIL);
    if (!hasLostDetail) {
      blocks.forEach(this::complement);
      if (blocks.stream().allMatch(block -> choice(block).isSafe(withheld(block)))) {
        return Extent.CHOSEN;
      }
    }
    blocks.forEach(block -> give(detail(block), block, Reason.DETAIL));
    blocks.forEach(this::complement);
    return Extent.DETAIL;
  }

  private void complement(Block block) {
    give(choice(block).complemented(withheld(block)), block, Reason.COMPLEMENT);
  }

  private BitSet detail(Block block) {
    BitSet detail = new BitSet();
    for (int cell : cells(block)) {
      detail.set(cell, isDetail(block.cells().get(cell)));
    }
    return detail;
  }

  private boolean isDetail(GridCell cell) {
    boolean isDistrict = cell.place().equals(catalog.district().code());
    boolean isDivision =
        catalog.sectors().containsKey(cell.sector())
            && catalog.sectors().get(cell.sector()).level() != Sector.Level.SECTION;
    return !isDistrict || isDivision;
  }

  private Choice choice(Block block) {
    Auditor auditor = auditors.computeIfAbsent(block.indicator(), each -> new Auditor());
    return new Choice(block, auditor);
  }

  private Pattern pattern(Block block, String fingerprint, Extent extent) {
    BitSet withheld = withheld(block);
    NavigableMap<GridCell, Reason> cells = new TreeMap<>();
    withheld.stream()
        .mapToObj(block.cells()::get)
        .forEach(cell -> cells.put(cell, reasons.get(cell)));
    // A cell that has no return any more stays withheld: it may come back.
    Optional.ofNullable(before.get(block.indicator()))
        .ifPresent(pattern -> pattern.withheld().forEach(cells::putIfAbsent));
    return new Pattern(
        block.indicator(), block.year(), fingerprint, cells, extent, counts(block, withheld));
  }

  private static Pattern.Counts counts(Block block, BitSet withheld) {
    BitSet occupied = new BitSet();
    List<Layer> layers = block.layers();
    layers.forEach(layer -> cells(block).stream().filter(layer::isOccupied).forEach(occupied::set));
    BitSet hidden = (BitSet) withheld.clone();
    hidden.and(occupied);
    // Of a stock, and in the first quarter, the year to date is the value itself, and one layer.
    Layer last =
        layers.stream()
            .filter(layer -> TO_DATE.contains(layer.figure()))
            .reduce((earlier, later) -> later)
            .orElseThrow();
    double all = occupied.stream().mapToDouble(last::amount).map(Math::abs).sum();
    double part = hidden.stream().mapToDouble(last::amount).map(Math::abs).sum();
    return new Pattern.Counts(
        occupied.cardinality(),
        sensitive(block).cardinality(),
        hidden.cardinality(),
        all == 0 ? 0 : 100 * part / all);
  }

  private BitSet withheld(Block block) {
    BitSet withheld = new BitSet();
    for (int cell : cells(block)) {
      withheld.set(cell, reasons.containsKey(block.cells().get(cell)));
    }
    return withheld;
  }

  private void give(BitSet cells, Block block, Reason reason) {
    cells.stream()
        .mapToObj(block.cells()::get)
        .forEach(cell -> reasons.merge(cell, reason, (old, now) -> old));
  }

  private static BitSet sensitive(Block block) {
    BitSet sensitive = new BitSet();
    for (Layer layer : block.layers()) {
      cells(block).stream().filter(layer::isSensitive).forEach(sensitive::set);
    }
    return sensitive;
  }

  private static List<Integer> cells(Block block) {
    List<Integer> cells = new ArrayList<>();
    for (int cell = 0; cell < block.cells().size(); cell++) {
      cells.add(cell);
    }
    return cells;
  }

  private static Reason first(Reason one, Reason other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
