package jindu.protect.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jindu.core.Feed.Measure;
import jindu.core.PrimaryRule;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;

/**
 * One figure of a sheet: what each cell of the grid holds.
 *
 * @param amounts exact, base units; 0 where there is none
 * @param entries the same with who is in them
 */
record SheetCells(List<BigDecimal> amounts, List<Layer.Entry> entries) {

  private static final Map<String, String> AT_COMPARABLE_PRICES =
      Map.of(
          IndicatorTable.VALUE, CellTable.COMPARABLE_YTD,
          IndicatorTable.VALUE_YTD, CellTable.COMPARABLE_YTD,
          IndicatorTable.PREVIOUS, CellTable.COMPARABLE_PREVIOUS_YTD,
          IndicatorTable.PREVIOUS_YTD, CellTable.COMPARABLE_PREVIOUS_YTD);

  /**
   * A figure of a sheet. At comparable prices only the growth of the total is published, which
   * gives the figure by the same period's: it is not sensitive, and it may give away a cell that
   * is.
   *
   * @param known the figure that is published
   * @param figure what of it is kept from the reader: all, or what is left without what he knows by
   *     name. Where amounts may be negative nothing bounds a change, so that the whole may stand
   *     for what is left
   * @param total the district by all sectors
   * @param rows of one quarter and of the sheet's indicator
   */
  static SheetCells of(
      Sheet sheet,
      String known,
      String figure,
      GridCell total,
      List<GridCell> grid,
      Map<GridCell, Row> rows,
      PrimaryRule rule) {
    boolean isSigned =
        rows.values().stream()
            .map(row -> row.<BigDecimal>getAs(known))
            .anyMatch(value -> value != null && value.signum() < 0);
    SheetCells cells =
        sheet.measure() == Measure.NOMINAL
            ? nominal(isSigned ? known : CellTable.contributed(figure), figure, grid, rows, rule)
            : comparable(figure, total, grid, rows);
    return isSigned
        ? new SheetCells(cells.amounts, cells.entries.stream().map(Layer.Entry::signed).toList())
        : cells;
  }

  boolean isOccupied() {
    return entries.stream().anyMatch(entry -> entry.contributors() > 0);
  }

  /** Whether somebody who is protected is in a cell of the grid. */
  boolean isOccupied(int cell) {
    return entries.get(cell).contributors() > 0;
  }

  private static SheetCells nominal(
      String column,
      String figure,
      List<GridCell> grid,
      Map<GridCell, Row> rows,
      PrimaryRule rule) {
    List<BigDecimal> amounts = grid.stream().map(cell -> amount(rows.get(cell), column)).toList();
    BigDecimal smallest =
        amounts.stream()
            .map(BigDecimal::abs)
            .filter(amount -> amount.signum() > 0)
            .min(Comparator.naturalOrder())
            .orElse(BigDecimal.ONE);
    List<Layer.Entry> entries = new ArrayList<>();
    for (int cell = 0; cell < grid.size(); cell++) {
      entries.add(entry(rows.get(grid.get(cell)), figure, amounts.get(cell), smallest, rule));
    }
    return new SheetCells(amounts, entries);
  }

  /**
   * The width is a part of the amount; of a sensitive cell of zeros, which must not be known to be
   * one, that part of the smallest amount that there is.
   */
  private static Layer.Entry entry(
      Row row, String figure, BigDecimal amount, BigDecimal smallest, PrimaryRule rule) {
    long contributors = contributors(row, figure);
    if (contributors == 0) {
      return Layer.Entry.known(amount.doubleValue());
    }
    BigDecimal largest = amount(row, CellTable.largest(figure));
    boolean isSensitive =
        rule.isSensitive(
            contributors,
            amount(row, CellTable.contributed(figure)),
            largest,
            amount(row, CellTable.second(figure)));
    BigDecimal size = amount.signum() == 0 ? smallest : amount.abs();
    double width = size.multiply(rule.widthPct()).movePointLeft(2).doubleValue();
    return new Layer.Entry(
        amount.doubleValue(), contributors, isSensitive ? width : 0, largest.doubleValue());
  }

  private static SheetCells comparable(
      String figure, GridCell total, List<GridCell> grid, Map<GridCell, Row> rows) {
    String column = AT_COMPARABLE_PRICES.get(figure);
    List<BigDecimal> amounts = new ArrayList<>();
    List<Layer.Entry> entries = new ArrayList<>();
    for (GridCell cell : grid) {
      Row row = column == null ? null : rows.get(cell);
      BigDecimal amount = amount(row, column);
      amounts.add(amount);
      boolean isPublished = cell.equals(total);
      entries.add(
          new Layer.Entry(
              isPublished ? amount.doubleValue() : 0,
              isPublished && row != null ? contributors(row, figure) : 0,
              0,
              0));
    }
    return new SheetCells(amounts, entries);
  }

  private static long contributors(Row row, String figure) {
    Long contributors = row == null ? null : row.getAs(CellTable.contributors(figure));
    return contributors == null ? 0 : contributors;
  }

  private static BigDecimal amount(Row row, String column) {
    BigDecimal amount = row == null ? null : row.getAs(column);
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
