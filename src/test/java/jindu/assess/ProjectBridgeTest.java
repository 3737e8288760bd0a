package jindu.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.table.ProjectBridgeTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The bridge from the investment statistics to the ledger of projects. */
class ProjectBridgeTest {

  private static final LocalDate AS_OF = LocalDate.of(2022, 2, 1);
  private static final long SEED = 20211128;
  private static final int PROJECTS = 40;

  @Test
  void everyProjectIsBridgedByReason() throws Exception {
    ProjectReports reports = new ProjectReports();
    reports.of("both", "2021-06").item("land_cost", "100").plan("1000", "1000");
    reports.of("left_out", "2021-06").item("outside_district", "200").plan("1000", "500");
    reports.of("silent", "2021-06").plan("1000", "70");
    reports.of("alone", "2020-06").plan("1000", "10");
    reports.entry("both", "206-1", "2021-02", null).entry("silent", "206-2", "2021-02", null);
    CountedInvestment counted =
        new CountedInvestment()
            .of("both", 2021, 2, "850")
            .of("unlisted", 2021, 2, "400")
            .of(null, 2021, 2, "60")
            .of("unlisted", 2021, 1, "300")
            .of("nothing", 2021, 2, null)
            .other("both", 2021, 2, "77");
    Map<String, String> lines = new TreeMap<>();
    lines(reports, counted, ProjectReports.catalog())
        .forEach(
            row ->
                lines.put(
                    row.getAs(ProjectBridgeTable.PROJECT_CODE)
                        + " "
                        + row.getAs(ProjectBridgeTable.QUARTER)
                        + " "
                        + row.getAs(ProjectBridgeTable.REASON),
                    tenThousands(row)));
    // In the first quarter of 2021 the ledger says nothing, and in 2020 the statistics do not.
    assertThat(lines)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "both 2 land_cost", "100",
                "both 2 other", "50",
                "left_out 2 outside_district", "200",
                "left_out 2 not_in_register", "300",
                "silent 2 other", "70",
                "unlisted 2 not_on_ledger", "-400",
                " 2 not_on_ledger", "-60"));
  }

  /** Last year's group is that of its base, which counts for nothing this year. */
  @Test
  void aProjectIsCountedForItsGroupOfThisYear() throws Exception {
    ProjectReports reports = new ProjectReports();
    reports.of("both", "2021-06").plan("1000", "1000");
    reports.entry("both", "206-1", "2021-02", null);
    CountedInvestment counted =
        new CountedInvestment()
            .ofGroup("G", "both", 2021, 2, "850")
            .ofGroup("Z", "both", 2021, 2, null);
    assertThat(lines(reports, counted, ProjectReports.catalog()))
        .extracting(row -> row.<String>getAs(ProjectBridgeTable.COUNTED_GROUP))
        .containsExactly("G");
  }

  /** The form's header is 其中：土地费用, part of the item above it; a reason is part of nothing. */
  @Test
  void anItemIsNamedAsItReadsAmongTheReasons() throws Exception {
    ProjectReports reports = new ProjectReports();
    reports.of("both", "2021-06").item("land_cost", "100").plan("1000", "1000");
    reports.entry("both", "206-1", "2021-02", null);
    CountedInvestment counted = new CountedInvestment().of("both", 2021, 2, "850");
    assertThat(lines(reports, counted, ProjectReports.catalog()))
        .extracting(row -> row.<String>getAs(ProjectBridgeTable.REASON_ZH))
        .contains("土地费用")
        .allSatisfy(reason -> assertThat(reason).doesNotContain("其中"));
  }

  @Test
  void aReasonIsAnItemOfTheForm() throws Exception {
    Catalog catalog =
        ProjectReports.catalog(
            Map.of(
                "not_counted: [land_cost, outside_district, earlier_years]",
                "not_counted: [outside_district]"));
    ProjectReports reports = new ProjectReports();
    reports.of("both", "2021-06").item("land_cost", "100").plan("1000", "1000");
    reports.entry("both", "206-1", "2021-02", null);
    List<Row> lines = lines(reports, new CountedInvestment().of("both", 2021, 2, "850"), catalog);
    assertThat(lines).hasSize(1);
    assertThat(tenThousands(lines.get(0))).isEqualTo("150");
    assertThat(lines.get(0).<String>getAs(ProjectBridgeTable.REASON_ZH)).isEqualTo("其他");
  }

  @Test
  void theLinesAddUpToTheDifferenceWhateverIsReported() throws Exception {
    Random random = new Random(SEED);
    ProjectReports reports = new ProjectReports();
    CountedInvestment counted = new CountedInvestment();
    Map<Integer, BigDecimal> expected = new HashMap<>();
    for (int number = 0; number < PROJECTS; number++) {
      String project = "P" + number;
      for (int quarter = 1; quarter <= 4; quarter++) {
        if (random.nextInt(3) > 0) {
          String value = amount(random, 90_000);
          counted.of(project, 2021, quarter, value);
          expected.merge(quarter, ProjectReports.yuan(value).negate(), BigDecimal::add);
        }
      }
      if (random.nextInt(3) > 0) {
        reports.entry(project, "206-1", random.nextBoolean() ? "2021-05" : "2019-04", "2021-11");
      }
      if (random.nextInt(4) > 0) {
        for (int quarter = 1; quarter <= 4; quarter++) {
          String done = amount(random, 90_000);
          ProjectReports.Return report =
              reports.of(project, "2021-" + "03060912".substring(2 * quarter - 2, 2 * quarter));
          if (random.nextBoolean()) {
            report.item("land_cost", amount(random, 20_000));
          }
          if (random.nextInt(4) == 0) {
            report.item("earlier_years", amount(random, 20_000));
          }
          report.plan(amount(random, 90_000), done);
          expected.merge(quarter, ProjectReports.yuan(done), BigDecimal::add);
        }
      }
    }
    Map<Integer, BigDecimal> sums = new HashMap<>();
    lines(reports, counted, ProjectReports.catalog())
        .forEach(
            row ->
                sums.merge(
                    row.getAs(ProjectBridgeTable.QUARTER),
                    row.getAs(ProjectBridgeTable.LINE_AMOUNT),
                    BigDecimal::add));
    assertThat(sums).as("seed %d", SEED).hasSize(4).isEqualTo(expected);
  }

  private static List<Row> lines(
      ProjectReports reports, CountedInvestment counted, Catalog catalog) {
    return Assess.projectBridge(
            Assess.projectProgress(reports.dataset(), catalog, AS_OF), counted.dataset(), catalog)
        .collectAsList();
  }

  private static String amount(Random random, int most) {
    return random.nextInt(most) + "." + random.nextInt(10);
  }

  private static String tenThousands(Row row) {
    return row.<BigDecimal>getAs(ProjectBridgeTable.LINE_AMOUNT)
        .movePointLeft(4)
        .stripTrailingZeros()
        .toPlainString();
  }
}
