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
            Layer layer = layer(quarter, figure, grid, ofQuarter, sums);
            if (layers.stream().noneMatch(other -> isSame(other, layer))) {
              layers.add(layer);
            }
          }
        });
    return new Block(indicator, year, grid, layers);
  }

  /** The first quarter is its own year to date: nothing more is learnt from it. */
  private static boolean isSame(Layer one, Layer other) {
    return one.quarter() == other.quarter() && one.entries().equals(other.entries());
  }

  private static Layer layer(
      int quarter,
      String figure,
      List<GridCell> grid,
      Map<GridCell, Row> rows,
      List<Additivity.Sum> sums) {
    boolean isSigned =
        rows.values().stream()
            .map(row -> row.<BigDecimal>getAs(figure))
            .anyMatch(value -> value != null && value.signum() < 0);
    List<BigDecimal> amounts = new ArrayList<>();
    for (GridCell cell : grid) {
      amounts.add(amount(rows.get(cell), isSigned ? figure : CellTable.contributed(figure)));
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
    Long contributors = row == null ? null : row.getAs(CellTable.contributors(figure));
    if (contributors == null || contributors == 0) {
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
