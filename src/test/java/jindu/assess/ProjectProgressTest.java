package jindu.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.table.ProjectProgressTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Projects against their plan of the year, worked out by hand: in 2021 the pace is 90, 181, 273 and
 * 365 of 365 days, that is 24.6575, 49.5890, 74.7945 and 100 percent.
 */
class ProjectProgressTest {

  private static final Map<String, Row> ROWS = new HashMap<>();
  private static Catalog catalog;

  @BeforeAll
  static void assess() throws Exception {
    catalog =
        ProjectReports.catalog(
            Map.of(
                "attributes:\n",
                "attributes:\n  - {code: by, header: 年度计划时限, required: false, type: date}\n",
                "  tier: tier\n",
                "  tier: tier\n  plan_due: by\n"));
    ProjectReports reports = new ProjectReports();
    reports.of("ahead", "2021-06").attribute("stage", "开工").plan("1000", "600");
    reports.of("short", "2021-06").plan("1000", "450");
    reports.of("behind", "2021-06").plan("1000", "300");
    reports.of("unplanned", "2021-06").plan("0", "300");
    reports.of("early", "2021-06").item("since_start", "4000").plan("1000", "1000");
    reports.of("missed", "2021-12").plan("1000", "999");
    reports.of("reached", "2021-12").plan("1000", "1000");
    reports.of("closed", "2021-03").plan("1000", "300");
    reports.of("monthly", "2021-04").plan("900", "100");
    reports.of("monthly", "2021-05").plan("1000", "500");
    reports.of("withdrawn", "2021-03").plan("1000", "300");
    reports.of("withdrawn", "2021-06").withdrawn().plan("1000", "900");
    reports.of("never", "2021-06").withdrawn().plan("1000", "900");
    reports.of("moved", "2021-03").in("410311004").plan("1000", "300");
    reports.of("moved", "2021-09").in("410311005").plan("1000", "800");
    reports.of("node", "2021-03").attribute("by", "2021-06-30").plan("1000", "480");
    reports.of("node", "2021-06").attribute("by", "2021-06-30").plan("1000", "990");
    reports.of("node", "2021-09").attribute("by", "2021-06-30").plan("1000", "1000");
    reports.of("listed_late", "2021-09").attribute("by", "2021-06-30").plan("1000", "1000");
    reports.of("later", "2021-06").attribute("by", "2022-06-30").plan("1000", "500");
    reports.of("stage", "2021-03").attribute("stage_due", "2021-03-31").plan("1000", "300");
    reports.of("ahead", "2020-12").plan("1000", "700");
    reports.entry("ahead", "206-1", "2020-05", "2021-03");
    reports.entry("short", "X204-1", "2021-07", null);
    reports.entry("behind", "B204-1", "2019-01", null);
    reports.entry("early", "206-2", "2019-01", "2020-12");
    ROWS.putAll(rows(reports.dataset(), LocalDate.of(2022, 2, 1)));
  }

  @Test
  void theLampIsThatOfALevelAgainstAnEvenPace() {
    assertRow("ahead-2021Q2", "60.0000", "10.4110", "green");
    assertRow("short-2021Q2", "45.0000", "-4.5890", "yellow");
    assertRow("behind-2021Q2", "30.0000", "-19.5890", "red");
  }

  @Test
  void withoutAPlanThereIsNothingToBeAheadOf() {
    assertRow("unplanned-2021Q2", null, null, "grey");
    assertAmount("unplanned-2021Q2", ProjectProgressTable.DONE_YTD, "300");
  }

  @Test
  void whatIsDoneEarlyIsDone() {
    assertRow("early-2021Q2", "100.0000", "50.4110", "green");
    assertRow("early-2021Q3", "100.0000", "25.2055", "green");
    assertAmount("early-2021Q2", ProjectProgressTable.DONE_SINCE_START, "4000");
  }

  @Test
  void atTheYearsEndItIsMetOrNotAndNeverYellow() {
    assertRow("missed-2021Q4", "99.9000", "-0.1000", "red");
    assertRow("reached-2021Q4", "100.0000", "0.0000", "green");
  }

  @Test
  void theLastReturnOfTheYearStandsUntilTheNextAndNotBeforeTheFirst() {
    assertRow("closed-2021Q1", "30.0000", "5.3425", "green");
    assertRow("closed-2021Q2", "30.0000", "-19.5890", "red");
    assertRow("closed-2021Q4", "30.0000", "-70.0000", "red");
    assertThat(ROWS).doesNotContainKeys("missed-2021Q3", "ahead-2021Q1", "ahead-2020Q3");
    assertRow("ahead-2020Q4", "70.0000", "-30.0000", "red");
  }

  @Test
  void withinAQuarterTheLatestMonthCounts() {
    assertRow("monthly-2021Q2", "50.0000", "0.4110", "green");
    assertAmount("monthly-2021Q2", ProjectProgressTable.ANNUAL_PLAN, "1000");
  }

  @Test
  void aReturnTakenBackSaysNothing() {
    assertRow("withdrawn-2021Q2", "30.0000", "-19.5890", "red");
    assertThat(ROWS.keySet()).noneMatch(key -> key.startsWith("never"));
  }

  @Test
  void aProjectIsWhereTheYearsLatestReturnSays() {
    assertThat(ROWS.get("moved-2021Q1").<String>getAs(ProjectProgressTable.TOWNSHIP_CODE))
        .isEqualTo("410311005");
    assertRow("moved-2021Q2", "30.0000", "-19.5890", "red");
    assertRow("moved-2021Q3", "80.0000", "5.2055", "green");
  }

  @Test
  void aPlanDueWithinTheYearIsPacedToThatDay() {
    // 90 of 181 days.
    assertRow("node-2021Q1", "48.0000", "-1.7238", "yellow");
    assertRow("node-2021Q2", "99.0000", "-1.0000", "red");
    assertRow("later-2021Q2", "50.0000", "0.4110", "green");
  }

  @Test
  void whatIsDoneAfterItsDayIsNotInTime() {
    assertRow("node-2021Q3", "99.0000", "-1.0000", "red");
    assertRow("node-2021Q4", "99.0000", "-1.0000", "red");
    assertAmount("node-2021Q3", ProjectProgressTable.DONE_YTD, "1000");
    // Nothing is known of it on its day.
    assertRow("listed_late-2021Q3", null, null, "grey");
    assertAmount("listed_late-2021Q3", ProjectProgressTable.DONE_YTD, "1000");
  }

  @Test
  void theDayOfAStageIsNotTheDayOfTheMoney() {
    // 30 % done, 24.6575 % of the year gone.
    assertRow("stage-2021Q1", "30.0000", "5.3425", "green");
    assertThat(ROWS.get("stage-2021Q1").<Date>getAs(ProjectProgressTable.STAGE_DUE))
        .isEqualTo(Date.valueOf("2021-03-31"));
    assertThat(ROWS.get("ahead-2021Q2").<String>getAs(ProjectProgressTable.STAGE)).isEqualTo("开工");
  }

  @Test
  void aProjectIsInTheStatisticsWhereTheRegisterHasItInTheYearSoFar() {
    assertInRegister("ahead-2021Q4", true);
    assertInRegister("short-2021Q2", false);
    assertInRegister("short-2021Q3", true);
    assertInRegister("behind-2021Q4", false);
    assertInRegister("early-2021Q4", false);
    assertInRegister("closed-2021Q4", false);
  }

  @Test
  void aQuarterUnderWayIsJudgedOnTheAsOfDay() {
    ProjectReports reports = new ProjectReports();
    reports.of("under_way", "2021-04").plan("1000", "360");
    // 135 of 365 days.
    Row row = rows(reports.dataset(), LocalDate.of(2021, 5, 15)).get("under_way-2021Q2");
    assertThat(row.<BigDecimal>getAs(ProjectProgressTable.GAP_POINTS))
        .isEqualByComparingTo("-0.9863");
  }

  @Test
  void withoutALedgerInTheCatalogThereIsNoProject() {
    ProjectReports reports = new ProjectReports();
    reports.of("ahead", "2021-06").plan("1000", "600");
    assertThat(
            Assess.projectProgress(
                    reports.dataset(), new PlanFixture().catalog(), LocalDate.of(2022, 2, 1))
                .collectAsList())
        .isEmpty();
  }

  private static Map<String, Row> rows(Dataset<Row> observations, LocalDate asOf) {
    Map<String, Row> rows = new HashMap<>();
    for (Row row : Assess.projectProgress(observations, catalog, asOf).collectAsList()) {
      String key =
          row.getAs(ProjectProgressTable.PROJECT_CODE)
              + "-"
              + row.getAs(ProjectProgressTable.YEAR)
              + "Q"
              + row.getAs(ProjectProgressTable.QUARTER);
      assertThat(rows.put(key, row)).as(key).isNull();
    }
    return rows;
  }

  private static void assertRow(String key, String completion, String gap, String lamp) {
    Row row = ROWS.get(key);
    assertThat(row).as(key).isNotNull();
    assertThat(text(row, ProjectProgressTable.COMPLETION_PCT)).as(key).isEqualTo(completion);
    assertThat(text(row, ProjectProgressTable.GAP_POINTS)).as(key).isEqualTo(gap);
    assertThat(row.<String>getAs(ProjectProgressTable.LAMP)).as(key).isEqualTo(lamp);
  }

  private static void assertAmount(String key, String column, String tenThousands) {
    assertThat(ROWS.get(key).<BigDecimal>getAs(column))
        .as(key)
        .isEqualByComparingTo(ProjectReports.yuan(tenThousands));
  }

  private static void assertInRegister(String key, boolean expected) {
    assertThat(ROWS.get(key).<Boolean>getAs(ProjectProgressTable.IN_REGISTER))
        .as(key)
        .isEqualTo(expected);
  }

  private static String text(Row row, String column) {
    BigDecimal value = row.getAs(column);
    return value == null ? null : value.toPlainString();
  }
}
