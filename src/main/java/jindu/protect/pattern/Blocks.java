package jindu.protect.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jindu.catalog.Catalog;
import jindu.core.PrimaryRule;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;

/** Makes blocks of the cells of one night. */
final class Blocks {

  private final Catalog catalog;

  Blocks(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param rows of {@link CellTable}, of one indicator and year
   */
  Block of(String indicator, int year, List<Row> rows) {
    Map<Integer, Map<GridCell, Row>> byQuarter = new TreeMap<>();
    TreeSet<GridCell> cells = new TreeSet<>();
    for (Row row : rows) {
      GridCell cell =
          new GridCell(
              row.getAs(IndicatorTable.TOWNSHIP_CODE), row.getAs(IndicatorTable.SECTOR_CODE));
      cells.add(cell);
      byQuarter
          .computeIfAbsent(row.<Integer>getAs(IndicatorTable.QUARTER), key -> new TreeMap<>())
          .put(cell, row);
    }
    List<GridCell> grid = List.copyOf(cells);
    List<Additivity.Sum> sums = new Sums(catalog).of(grid);
    List<Layer> layers = new ArrayList<>();
    byQuarter.forEach(
        (quarter, ofQuarter) -> {
          for (String figure : CellTable.FIGURES) {
            add(layers, layer(quarter, figure, figure, grid, ofQuarter, sums));
          }
          for (String figure : CellTable.FIGURES) {
            String rest = CellTable.unnamed(figure);
            if (ofQuarter.values().stream().anyMatch(row -> contributors(row, rest) > 0)) {
              add(layers, layer(quarter, figure, rest, grid, ofQuarter, sums));
            }
          }
        });
    return new Block(indicator, year, grid, layers);
  }

  private static void add(List<Layer> layers, Layer layer) {
    if (layers.stream().noneMatch(other -> isSame(other, layer))) {
      layers.add(layer);
    }
  }

  /**
   * The first quarter is its own year to date, and where nothing is published by name the rest is
   * the figure itself: nothing more is learnt from it.
   */
  private static boolean isSame(Layer one, Layer other) {
    return one.quarter() == other.quarter() && one.entries().equals(other.entries());
  }

  /**
   * @param known the figure that is published
   * @param figure what of it is kept from the reader: all, or what is left without what he knows by
   *     name. Where amounts may be negative nothing bounds a change, so that the whole may stand
   *     for what is left
   */
  private static Layer layer(
      int quarter,
      String known,
      String figure,
      List<GridCell> grid,
      Map<GridCell, Row> rows,
      List<Additivity.Sum> sums) {
    boolean isSigned =
        rows.values().stream()
            .map(row -> row.<BigDecimal>getAs(known))
            .anyMatch(value -> value != null && value.signum() < 0);
    List<BigDecimal> amounts = new ArrayList<>();
    for (GridCell cell : grid) {
      amounts.add(amount(rows.get(cell), isSigned ? known : CellTable.contributed(figure)));
    }
    BigDecimal smallest =
        amounts.stream()
            .map(BigDecimal::abs)
            .filter(amount -> amount.signum() > 0)
            .min(Comparator.naturalOrder())
            .orElse(BigDecimal.ONE);
    List<Layer.Entry> entries = new ArrayList<>();
    for (int cell = 0; cell < grid.size(); cell++) {
      entries.add(entry(rows.get(grid.get(cell)), figure, amounts.get(cell), smallest));
    }
    List<Additivity.Sum> holding = sums.stream().filter(sum -> holds(sum, amounts)).toList();
    return new Layer(quarter, figure, entries, isSigned, new Additivity(grid.size(), holding));
  }

  /**
   * The width is a tenth of the amount; of a sensitive cell of zeros, which must not be known to be
   * one, a tenth of the smallest amount that there is.
   */
  private static Layer.Entry entry(Row row, String figure, BigDecimal amount, BigDecimal smallest) {
    long contributors = contributors(row, figure);
    if (contributors == 0) {
      return new Layer.Entry(amount.doubleValue(), 0, 0, 0);
    }
    BigDecimal largest = amount(row, CellTable.largest(figure));
    boolean isSensitive =
        PrimaryRule.STANDARD.isSensitive(
            contributors,
            amount(row, CellTable.contributed(figure)),
            largest,
            amount(row, CellTable.second(figure)));
    BigDecimal size = amount.signum() == 0 ? smallest : amount.abs();
    double width =
        size.multiply(PrimaryRule.STANDARD.precisionPct()).movePointLeft(2).doubleValue();
    return new Layer.Entry(
        amount.doubleValue(), contributors, isSensitive ? width : 0, largest.doubleValue());
  }

  private static long contributors(Row row, String figure) {
    Long contributors = row == null ? null : row.getAs(CellTable.contributors(figure));
    return contributors == null ? 0 : contributors;
  }

  /** What does not add up cannot be subtracted either. */
  private static boolean holds(Additivity.Sum sum, List<BigDecimal> amounts) {
    BigDecimal parts =
        sum.parts().stream().map(amounts::get).reduce(BigDecimal.ZERO, BigDecimal::add);
    return parts.compareTo(amounts.get(sum.total())) == 0;
  }

  private static BigDecimal amount(Row row, String column) {
    BigDecimal amount = row == null ? null : row.getAs(column);
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
