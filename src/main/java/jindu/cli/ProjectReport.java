package jindu.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.core.Rounding;
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

  /** The tiers one by one: the same figures, added up. */
  @Override
  public List<String> summary(List<Row> rows, ReportWords words) {
    TextTable table = new TextTable(List.of(false, true, true, true, true, true));
    table.add(
        Stream.of("tier", "projects", "annual-plan", "done-ytd", "completion", "gap")
            .map(header -> words.text("column-" + header))
            .toList());
    rows.stream()
        .collect(groupingBy(row -> text(row, ProjectProgressTable.TIER), TreeMap::new, toList()))
        .forEach((tier, projects) -> table.add(total(tier, projects)));
    table.add(total(words.text("all-projects"), rows));
    return rows.isEmpty()
        ? List.of()
        : Stream.concat(table.lines().stream(), Stream.of("")).toList();
  }

  private static List<String> total(String tier, List<Row> projects) {
    BigDecimal plan = sum(projects, ProjectProgressTable.ANNUAL_PLAN);
    BigDecimal done = sum(projects, ProjectProgressTable.DONE_YTD);
    BigDecimal completion =
        plan.signum() > 0 ? Rounding.ratio(done.scaleByPowerOfTen(2), plan, 4) : null;
    // Each project has its own pace: its gap weighs as its plan does in the sum.
    BigDecimal behind =
        projects.stream()
            .filter(row -> row.getAs(ProjectProgressTable.GAP_POINTS) != null)
            .map(
                row ->
                    row.<BigDecimal>getAs(ProjectProgressTable.GAP_POINTS)
                        .multiply(row.getAs(ProjectProgressTable.ANNUAL_PLAN)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal gap = plan.signum() > 0 ? Rounding.ratio(behind, plan, 4) : null;
    return List.of(
        tier,
        Integer.toString(projects.size()),
        inTenThousand(plan),
        inTenThousand(done),
        ReportWords.percent(completion),
        ReportWords.signed(gap));
  }

  private static BigDecimal sum(List<Row> projects, String column) {
    return projects.stream()
        .map(row -> row.<BigDecimal>getAs(column))
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
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
    return ReportColumn.number(header, row -> inTenThousand(row.getAs(column)));
  }

  private static String inTenThousand(BigDecimal yuan) {
    return yuan == null
        ? Numbers.NOTHING
        : ReportWords.rounded(Rounding.ratio(yuan, TEN_THOUSAND, 0), 0);
  }

  private static String inRegister(Row row, ReportWords words) {
    Boolean is = row.getAs(ProjectProgressTable.IN_REGISTER);
    return is == null ? Numbers.NOTHING : words.text(is ? "in-register" : "not-in-register");
  }

  private static String text(Row row, String column) {
    return ReportWords.orNothing(row.getAs(column));
  }
}
