package jindu.publish.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jindu.table.ProjectProgressTable;
import org.apache.spark.sql.Row;

/** The key projects against their plan of the year, those furthest behind first. */
final class ProjectLines {

  private static final List<SheetColumn> COLUMNS =
      List.of(
          SheetColumn.centred("number", 6),
          SheetColumn.of("project", 32),
          SheetColumn.centred("tier", 6),
          SheetColumn.of("place", 15),
          SheetColumn.of("total-investment", 13),
          SheetColumn.of("annual-plan", 12),
          SheetColumn.of("done-ytd", 14),
          SheetColumn.of("done-since-start", 15),
          SheetColumn.of("completion", 9),
          SheetColumn.of("gap", 10),
          SheetColumn.centred("stage", 9),
          SheetColumn.centred("stage-due", 12),
          SheetColumn.centred("in-register", 10),
          SheetColumn.centred("lamp", 8),
          SheetColumn.of("project-code", 26));

  /** Investment is read in 万元. */
  static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

  private static final Comparator<Row> ORDER =
      Comparator.<Row, Integer>comparing(Lamps::worstFirst)
          .thenComparing(
              row -> row.<BigDecimal>getAs(ProjectProgressTable.GAP_POINTS),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(row -> row.<String>getAs(ProjectProgressTable.PROJECT_CODE));

  private final Edition edition;

  private ProjectLines(Edition edition) {
    this.edition = edition;
  }

  static SheetContent of(Edition edition) {
    ProjectLines lines = new ProjectLines(edition);
    List<Row> projects = edition.current(ProjectProgressTable.DEFINITION);
    List<SheetLine> shown = new ArrayList<>(new ProjectTotals(edition, projects).lines());
    int totals = shown.size();
    projects.stream()
        .sorted(ORDER)
        .forEach(row -> shown.add(lines.line(shown.size() - totals + 1, row)));
    return new SheetContent(
        "projects",
        edition.remarks(edition.text("remark-projects", Lamps.counted(edition, projects))),
        COLUMNS,
        shown,
        2);
  }

  private SheetLine line(int number, Row row) {
    RowCells cells = new RowCells(row);
    return SheetLine.of(
        SheetCell.whole(number),
        cells.text(ProjectProgressTable.NAME),
        cells.text(ProjectProgressTable.TIER),
        place(cells),
        amount(cells, ProjectProgressTable.TOTAL_INVESTMENT),
        amount(cells, ProjectProgressTable.ANNUAL_PLAN),
        amount(cells, ProjectProgressTable.DONE_YTD),
        amount(cells, ProjectProgressTable.DONE_SINCE_START),
        cells.percent(ProjectProgressTable.COMPLETION_PCT),
        cells.gap(ProjectProgressTable.GAP_POINTS),
        cells.text(ProjectProgressTable.STAGE),
        cells.day(ProjectProgressTable.STAGE_DUE),
        inRegister(row),
        cells.lamp(ProjectProgressTable.LAMP),
        cells.text(ProjectProgressTable.PROJECT_CODE));
  }

  private static SheetCell amount(RowCells cells, String column) {
    return cells.figure(column, TEN_THOUSAND, CellFormat.WHOLE);
  }

  private SheetCell place(RowCells cells) {
    String place = cells.word(ProjectProgressTable.TOWNSHIP_CODE);
    return SheetCell.text(place == null ? null : edition.names().place(place));
  }

  private SheetCell inRegister(Row row) {
    Boolean is = row.getAs(ProjectProgressTable.IN_REGISTER);
    return SheetCell.text(
        is == null
            ? null
            : edition.messages().text(is ? "cli.in-register" : "cli.not-in-register"));
  }
}
