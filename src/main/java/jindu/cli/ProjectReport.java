package jindu.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import jindu.core.Rounding;
import jindu.table.ProjectProgressTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;

/** The key projects against their plan of the year, those furthest behind first. */
final class ProjectReport implements PublishedReport {

  /** Investment is read in 万元. */
  private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

  private static final String PROJECTS = "projects";
  private static final String WEIGHTED_GAP = "weighted_gap";

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
      PublishedReport.worstFirst(ProjectProgressTable.LAMP),
      col(ProjectProgressTable.GAP_POINTS).asc_nulls_last(),
      col(ProjectProgressTable.PROJECT_CODE)
    };
  }

  /** The tiers one by one: the same figures, added up. */
  @Override
  public List<String> summary(Dataset<Row> rows, ReportWords words) {
    List<Row> tiers =
        totals(rows.groupBy(ProjectProgressTable.TIER))
            .orderBy(ProjectProgressTable.TIER)
            .collectAsList();
    if (tiers.isEmpty()) {
      return List.of();
    }
    TextTable table = new TextTable(List.of(false, true, true, true, true, true));
    table.add(
        Stream.of("tier", "projects", "annual-plan", "done-ytd", "completion", "gap")
            .map(header -> words.text("column-" + header))
            .toList());
    tiers.forEach(tier -> table.add(total(text(tier, ProjectProgressTable.TIER), tier)));
    table.add(total(words.text("all-projects"), totals(rows.groupBy()).head()));
    return Stream.concat(table.lines().stream(), Stream.of("")).toList();
  }

  /**
   * Each project has its own pace: its gap weighs as its plan does in the sum. One without a plan
   * weighs nothing; one with a plan and without a gap makes that of the sum unknown.
   */
  private static Dataset<Row> totals(RelationalGroupedDataset projects) {
    Column plan = col(ProjectProgressTable.ANNUAL_PLAN);
    Column weighted =
        when(plan.gt(0), col(ProjectProgressTable.GAP_POINTS).multiply(plan)).otherwise(lit(0));
    return projects.agg(
        count(lit(1)).as(PROJECTS),
        sum(col(ProjectProgressTable.ANNUAL_PLAN)).as(ProjectProgressTable.ANNUAL_PLAN),
        sumOfKnown(col(ProjectProgressTable.DONE_YTD)).as(ProjectProgressTable.DONE_YTD),
        sumOfKnown(weighted).as(WEIGHTED_GAP));
  }

  /** Null where a part is not known: Spark's sum skips it. */
  private static Column sumOfKnown(Column part) {
    return when(count(part).equalTo(count(lit(1))), sum(part));
  }

  private static List<String> total(String tier, Row sums) {
    BigDecimal plan = sums.getAs(ProjectProgressTable.ANNUAL_PLAN);
    BigDecimal done = sums.getAs(ProjectProgressTable.DONE_YTD);
    return List.of(
        tier,
        sums.<Long>getAs(PROJECTS).toString(),
        inTenThousand(plan),
        inTenThousand(done),
        ReportWords.percent(ofPlan(done == null ? null : done.scaleByPowerOfTen(2), plan)),
        ReportWords.signed(ofPlan(sums.getAs(WEIGHTED_GAP), plan)));
  }

  private static BigDecimal ofPlan(BigDecimal part, BigDecimal plan) {
    boolean isKnown = part != null && plan != null && plan.signum() > 0;
    return isKnown ? Rounding.ratio(part, plan, Rounding.PERCENT_DECIMALS) : null;
  }

  @Override
  public List<String> lines(List<Row> rows, ReportWords words) {
    return ReportColumn.lines(
        List.of(
            ReportColumn.rest("project", row -> text(row, ProjectProgressTable.NAME)),
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
