package jindu.cli;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import jindu.table.ProjectProgressTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** The key projects against their plan of the year, those furthest behind first. */
final class ProjectReport implements PublishedReport {

  /** Investment is read in 万元. */
  private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

  @Override
  public String name() {
    return "projects";
  }

  @Override
  public TableDefinition table() {
    return ProjectProgressTable.DEFINITION;
  }

  @Override
  public Column[] order() {
    return new Column[] {
      MilestoneReport.worstFirst(ProjectProgressTable.LAMP),
      col(ProjectProgressTable.GAP_POINTS).asc_nulls_last(),
      col(ProjectProgressTable.PROJECT_CODE)
    };
  }

  @Override
  public List<String> lines(List<Row> rows, ReportWords words) {
    return ReportColumn.lines(
        List.of(
            ReportColumn.text("project", 28, row -> text(row, ProjectProgressTable.NAME)),
            ReportColumn.text("tier", 4, row -> text(row, ProjectProgressTable.TIER)),
            amount("annual-plan", ProjectProgressTable.ANNUAL_PLAN),
            amount("done-ytd", ProjectProgressTable.DONE_YTD),
            ReportColumn.number(
                "completion",
                row -> ReportWords.percent(row.getAs(ProjectProgressTable.COMPLETION_PCT))),
            ReportColumn.number(
                "gap",
                row -> ReportWords.signed(row.<BigDecimal>getAs(ProjectProgressTable.GAP_POINTS))),
            ReportColumn.text("stage", 6, row -> text(row, ProjectProgressTable.STAGE)),
            ReportColumn.text("in-register", 0, row -> inRegister(row, words)),
            ReportColumn.text("lamp", 0, words::lamp)),
        rows,
        words);
  }

  private static ReportColumn amount(String header, String column) {
    return ReportColumn.number(
        header,
        row -> {
          BigDecimal yuan = row.getAs(column);
          return yuan == null
              ? Numbers.NOTHING
              : ReportWords.rounded(yuan.divide(TEN_THOUSAND, 0, RoundingMode.HALF_UP), 0);
        });
  }

  private static String inRegister(Row row, ReportWords words) {
    Boolean is = row.getAs(ProjectProgressTable.IN_REGISTER);
    return is == null ? Numbers.NOTHING : words.text(is ? "in-register" : "not-in-register");
  }

  private static String text(Row row, String column) {
    return ReportWords.orNothing(row.getAs(column));
  }
}
