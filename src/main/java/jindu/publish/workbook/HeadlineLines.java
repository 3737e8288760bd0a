package jindu.publish.workbook;

import java.math.BigDecimal;
import java.util.List;
import jindu.table.HeadlineTable;
import org.apache.spark.sql.Row;

/** The headline indicators against the plan, and beside the city and its other districts. */
final class HeadlineLines {

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.of("indicator", 30),
          SheetColumn.centred("unit", 10),
          SheetColumn.of("value", 12),
          SheetColumn.of("growth", 10),
          SheetColumn.centred("basis", 11),
          SheetColumn.of("target", 12),
          SheetColumn.of("completion", 10),
          SheetColumn.of("city", 10),
          SheetColumn.of("to-city", 12),
          SheetColumn.of("to-peers", 13),
          SheetColumn.centred("district-rank", 10),
          SheetColumn.centred("lamp", 8));

  private final Edition edition;

  private HeadlineLines(Edition edition) {
    this.edition = edition;
  }

  static SheetContent of(Edition edition) {
    HeadlineLines lines = new HeadlineLines(edition);
    return new SheetContent(
        "headline",
        edition.remarks(),
        COLUMNS,
        edition.current(HeadlineTable.DEFINITION).stream().map(lines::line).toList(),
        1);
  }

  private SheetLine line(Row row) {
    RowCells cells = new RowCells(row);
    String title = edition.messages().isChinese() ? HeadlineTable.TITLE_ZH : HeadlineTable.TITLE_EN;
    String format = edition.names().reading(row.getAs(HeadlineTable.INDICATOR)).format();
    return SheetLine.of(
        cells.text(title),
        cells.text(HeadlineTable.DISPLAY_UNIT),
        cells.figure(HeadlineTable.DISPLAY_VALUE, BigDecimal.ONE, format),
        cells.percent(HeadlineTable.GROWTH_PCT),
        basis(row),
        target(cells, format),
        cells.percent(HeadlineTable.COMPLETION_PCT),
        cells.percent(HeadlineTable.CITY_FIGURE_PCT),
        cells.gap(HeadlineTable.DIFFERENCE_TO_CITY_POINTS),
        cells.gap(HeadlineTable.DIFFERENCE_TO_PEERS_POINTS),
        rank(row, cells),
        cells.lamp(HeadlineTable.LAMP));
  }

  /** What the growth compares with; of no use where there is no growth. */
  private SheetCell basis(Row row) {
    String basis = row.getAs(HeadlineTable.GROWTH_BASIS);
    return basis == null || row.getAs(HeadlineTable.GROWTH_PCT) == null
        ? SheetCell.BLANK
        : SheetCell.text(edition.messages().text("cli.basis-" + basis));
  }

  /** Growth with its sign of percent, a level in the line's unit. */
  private SheetCell target(RowCells cells, String format) {
    boolean inPercent = Reading.isInPercent(cells.word(HeadlineTable.TARGET_KIND));
    return cells.figure(
        HeadlineTable.TARGET,
        BigDecimal.ONE,
        inPercent
            ? CellFormat.between("", CellFormat.PERCENT, edition.text("unit-percent"))
            : format);
  }

  private SheetCell rank(Row row, RowCells cells) {
    Integer rank = row.getAs(HeadlineTable.DISTRICT_RANK);
    if (cells.isWithheld() || rank == null) {
      return cells.rank(HeadlineTable.DISTRICT_RANK, CellFormat.WHOLE);
    }
    Integer count = row.getAs(HeadlineTable.DISTRICT_COUNT);
    return SheetCell.text(edition.text("rank-of", rank.toString(), String.valueOf(count)));
  }
}
