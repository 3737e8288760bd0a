package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.aggregate.SmallCatalog.REMAINDER;
import static jindu.aggregate.SmallCatalog.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each kind of indicator has forms of its own, so one set of observations serves all cases. */
class IndicatorKindsTest {

  private static Cells cells;

  @BeforeAll
  static void aggregate() {
    ObservationRows rows = new ObservationRows();
    industry(rows);
    accounts(rows);
    households(rows);
    budget(rows);
    projects(rows);
    departments(rows);
    cells = Cells.of(rows);
  }

  private static void industry(ObservationRows rows) {
    rows.from("INDUSTRY", "U1", "2020-03").in(EAST, "1711").item("output", "1000.01", "900");
    rows.from("INDUSTRY", "U1", "2020-06").in(EAST, "1711").item("output", "2200", "2000");
    rows.from("INDUSTRY", "U2", "2020-03").in(EAST, "4311").item("output", "200", "100");
    rows.from("INDUSTRY", "U2", "2020-06").in(EAST, "4311").item("output", "300", "200");
    rows.from("INDUSTRY", "U2", "2021-03").in(EAST, "4311").item("output", "200", "200");
    rows.from("INDUSTRY", "U3", "2018-03").in(EAST, "1111").item("output", "1", "1");
    rows.from("INDUSTRY", "U4", "2018-03").in(EAST, "4311").item("output", "2", "2");
    rows.from("INDUSTRY", "U5", "2018-03").in(WEST, "1711").item("output", "4", "4");
    rows.from("INDUSTRY", "U6", "2018-03").in(WEST, "1011").item("output", "8", "8");
  }

  private static void accounts(ObservationRows rows) {
    rows.from("ACCOUNTS", "C|P2", "2020-03")
        .in(REMAINDER, "C")
        .attribute("strata", "P2")
        .item("current", "100", "80")
        .item("constant", "95", "80");
    rows.from("ACCOUNTS", "43|P3", "2020-03")
        .in(REMAINDER, "43")
        .attribute("strata", "P3")
        .item("current", "10", "10")
        .item("constant", "9", "10");
  }

  private static void households(ObservationRows rows) {
    household(rows, "H1", "2020-03", "2", "3", "30000");
    household(rows, "H2", "2020-03", "1.5", "2", "25000.5");
    household(rows, "H1", "2020-06", "2", "3", "70000");
    household(rows, "H1", "2021-03", "2", "3", "33000");
  }

  private static void household(
      ObservationRows rows,
      String unit,
      String period,
      String weight,
      String persons,
      String income) {
    rows.from("HOUSEHOLDS", unit, period)
        .in(EAST, null)
        .weight(weight)
        .item("income", income, null)
        .item("persons", persons, null);
  }

  private static void budget(ObservationRows rows) {
    revenue(rows, EAST, "vat", "2020-03", "30");
    revenue(rows, EAST, "fee", "2020-03", "10");
    revenue(rows, REMAINDER, "vat", "2020-03", "50");
    revenue(rows, REMAINDER, "fee", "2020-03", "30");
    revenue(rows, EAST, "vat", "2020-06", "50");
    revenue(rows, EAST, "fee", "2020-06", "20");
  }

  private static void revenue(
      ObservationRows rows, String place, String subject, String period, String value) {
    rows.from("BUDGET", place + "|" + subject, period)
        .in(place, null)
        .attribute("subject", subject)
        .item("revenue", value, null);
  }

  private static void projects(ObservationRows rows) {
    project(rows, "PR1", "2020-03", "district");
    project(rows, "PR1", "2020-06", "city");
    project(rows, "PR2", "2020-03", "city");
    project(rows, "PR2", "2020-06", "district");
  }

  private static void project(ObservationRows rows, String unit, String period, String tier) {
    rows.from("PROJECTS", unit, period)
        .in(EAST, "1711")
        .attribute("tier", tier)
        .item("plan", "1000", null);
  }

  private static void departments(ObservationRows rows) {
    figure(rows, "greening", EAST, "forestry", "60", "50");
    figure(rows, "greening", EAST, "construction", "62", "51");
    figure(rows, "greening", WEST, "forestry", "40", null);
    figure(rows, "greening", REMAINDER, "forestry", "55", "50");
    figure(rows, "greening", "410300", "forestry", "70", "68");
    figure(rows, "jobs", REMAINDER, "labour", "700", null);
  }

  private static void figure(
      ObservationRows rows,
      String indicator,
      String place,
      String department,
      String value,
      String previous) {
    rows.from("DEPARTMENTS", indicator + "|" + place + "|" + department, "2020-06")
        .in(place, null)
        .attribute("indicator", indicator)
        .attribute("department", department)
        .item("figure", value, previous);
  }

  @Test
  void valueAddedIsOutputTimesTheRateAndItsComparableSideIsDeflated() {
    String cell = "value_added/410311001/17/2020/1";
    // 1000.01 × 0.25; 1000.01 ÷ 0.987 × 0.25 = 253.29534 → 253.2953; 900 × 0.25.
    assertThat(cells.text(cell, "value_ytd")).isEqualTo("250.0025");
    assertThat(cells.text(cell, "comparable_ytd")).isEqualTo("253.2953");
    assertThat(cells.text(cell, "comparable_previous_ytd")).isEqualTo("225");
    // 28.2953 / 225 and 25.0025 / 225.
    assertThat(cells.text(cell, "comparable_growth_ytd_pct")).isEqualTo("12.5757");
    assertThat(cells.text(cell, "growth_ytd_pct")).isEqualTo("11.1122");
  }

  @Test
  void pullShareAndContributionUseTheSidesOfTheHeadlineGrowth() {
    // Total: 253.2953 + 66.66 = 319.9553 against 225 + 33.33 = 258.33, at comparable prices.
    assertThat(cells.text("value_added/410311/ALL/2020/1", "comparable_growth_ytd_pct"))
        .isEqualTo("23.8553");
    String cell = "value_added/410311001/17/2020/1";
    assertThat(cells.text(cell, "pull_points")).isEqualTo("10.9532");
    assertThat(cells.text(cell, "share_pct")).isEqualTo("79.1658");
    assertThat(cells.text(cell, "contribution_pct")).isEqualTo("45.9151");
    assertThat(cells.text("value_added/410311/ALL/2020/1", "contribution_pct")).isEqualTo("100");
  }

  @Test
  void aMissingIndexMakesTheComparableSideNullAndLeavesTheOthers() {
    // Division 43 has no index for June: unknown there and in every sum that holds it.
    assertThat(cells.text("value_added/410311/43/2020/2", "comparable_ytd")).isNull();
    assertThat(cells.text("value_added/410311/ALL/2020/2", "comparable_ytd")).isNull();
    assertThat(cells.text("value_added/410311/ALL/2020/2", "comparable_growth_ytd_pct")).isNull();
    // 2200 × 0.25 × 100 / 101.3; and 550 + 99.99 at current prices.
    assertThat(cells.text("value_added/410311/17/2020/2", "comparable_ytd")).isEqualTo("542.9418");
    assertThat(cells.text("value_added/410311/ALL/2020/2", "value_ytd")).isEqualTo("649.99");
  }

  @Test
  void aMissingRateMakesTheCellNull() {
    assertThat(cells.text("value_added/410311/43/2021/1", "value_ytd")).isNull();
    assertThat(cells.text("value_added/410311/ALL/2021/1", "previous_ytd")).isNull();
    assertThat(cells.text("output/410311/ALL/2021/1", "value_ytd")).isEqualTo("200");
  }

  @Test
  void divisions11And43BelongToTheTertiarySectorAndToTheirSections() {
    assertThat(cells.text("output/410311/P3/2018/1", "value")).isEqualTo("3");
    assertThat(cells.text("output/410311/P2/2018/1", "value")).isEqualTo("12");
    assertThat(cells.text("output/410311/B/2018/1", "value")).isEqualTo("9");
    assertThat(cells.text("output/410311/C/2018/1", "value")).isEqualTo("6");
    assertThat(cells.text("output/410311001/P3/2018/1", "value")).isEqualTo("3");
    assertThat(cells.rows()).doesNotContainKey("output/410311/1711/2018/1");
  }

  @Test
  void accountsStateTheirStrataAndStayAtDistrictAndSection() {
    assertThat(cells.text("grp/410311/P2/2020/1", "value_ytd")).isEqualTo("100");
    assertThat(cells.text("grp/410311/P3/2020/1", "value_ytd")).isEqualTo("10");
    assertThat(cells.text("grp/410311/C/2020/1", "value_ytd")).isEqualTo("110");
    // (95 + 9) / (80 + 10) and 110 / 90.
    assertThat(cells.text("grp/410311/ALL/2020/1", "comparable_growth_ytd_pct"))
        .isEqualTo("15.5556");
    assertThat(cells.text("grp/410311/ALL/2020/1", "growth_ytd_pct")).isEqualTo("22.2222");
    assertThat(cells.rows()).doesNotContainKey("grp/410311000/ALL/2020/1");
    assertThat(cells.rows()).doesNotContainKey("grp/410311/43/2020/1");
    // Administrative: nobody's secret.
    assertThat(cells.text("grp/410311/ALL/2020/1", "value_contributors")).isEqualTo("0");
  }

  @Test
  void aSurveyMeanWeighsHouseholdsAndHasNoQuarterOfItsOwnAfterTheFirst() {
    String cell = "income/410311/ALL/2020/";
    // (2 × 30000 + 1.5 × 25000.5) / (2 × 3 + 1.5 × 2) = 97500.75 / 9.
    assertThat(cells.text(cell + 1, "value_ytd")).isEqualTo("10833.4167");
    assertThat(cells.text(cell + 1, "value")).isEqualTo("10833.4167");
    assertThat(cells.text(cell + 1, "value_ytd_contributors")).isEqualTo("2");
    // In the second quarter only H1 answered; H2 does not stand.
    assertThat(cells.text(cell + 2, "value_ytd")).isEqualTo("23333.3333");
    assertThat(cells.text(cell + 2, "value")).isNull();
    assertThat(cells.text(cell + 2, "units_standing")).isEqualTo("0");
    assertThat(cells.text(cell + 2, "value_ytd_contributors")).isEqualTo("1");
    // 66000 / 6 against last year's published mean.
    String next = "income/410311/ALL/2021/1";
    assertThat(cells.text(next, "previous_ytd")).isEqualTo("10833.4167");
    assertThat(cells.text(next, "growth_ytd_pct")).isEqualTo("1.5377");
    assertThat(cells.text(next, "growth_base")).isEqualTo("survey");
    assertThat(cells.text(next, "pull_points")).isNull();
  }

  @Test
  void aRateIsTheRatioOfTheSumsAtEachLevel() {
    assertThat(cells.text("tax_share/410311001/ALL/2020/1", "value_ytd")).isEqualTo("75");
    // 80 / 120, not a mean of 75 and 62.5.
    assertThat(cells.text("tax_share/410311/ALL/2020/1", "value_ytd")).isEqualTo("66.6667");
    // The remainder stands: 100 / 150 to date, 20 / 30 in the quarter.
    assertThat(cells.text("tax_share/410311/ALL/2020/2", "value_ytd")).isEqualTo("66.6667");
    assertThat(cells.text("tax_share/410311001/ALL/2020/2", "value")).isEqualTo("66.6667");
    assertThat(cells.text("tax_share/410311000/ALL/2020/2", "value")).isNull();
    assertThat(cells.text("tax_share/410311/ALL/2020/2", "share_pct")).isNull();
    assertThat(cells.text("tax_share/410311/ALL/2020/2", "value_contributors")).isNull();
    assertThat(cells.text("budget/410311/ALL/2020/2", "value_ytd")).isEqualTo("150");
    assertThat(cells.text("budget/410311000/ALL/2020/2", "value")).isEqualTo("0");
  }

  @Test
  void aStockIsTheSameInQuarterAndYearAndFollowsTheLatestAttributes() {
    assertThat(cells.text("projects/410311/ALL/2020/2", "value")).isEqualTo("2");
    assertThat(cells.text("projects/410311/ALL/2020/2", "value_ytd")).isEqualTo("2");
    // PR1 is the city's in its latest return of the year, PR2 no longer is.
    assertThat(cells.text("city_projects/410311/ALL/2020/1", "value")).isEqualTo("1");
    assertThat(cells.text("city_projects/410311/ALL/2020/2", "value")).isEqualTo("1");
  }

  @Test
  void aLevelIsOneValueAPlaceAndTheLatestDepartmentWins() {
    assertThat(cells.text("greening/410311001/ALL/2020/2", "value_ytd")).isEqualTo("62");
    assertThat(cells.text("greening/410311/ALL/2020/2", "value_ytd")).isEqualTo("55");
    assertThat(cells.text("greening/410300/ALL/2020/2", "value_ytd")).isEqualTo("70");
    assertThat(cells.text("greening/410311001/ALL/2020/2", "growth_ytd_pct")).isNull();
    assertThat(cells.rows()).doesNotContainKey("greening/410311000/ALL/2020/2");
  }

  @Test
  void aFigureWithoutSamePeriodHasNoGrowth() {
    assertThat(cells.text("jobs/410311/ALL/2020/2", "value")).isEqualTo("700");
    assertThat(cells.text("jobs/410311/ALL/2020/2", "previous_ytd")).isNull();
    assertThat(cells.text("jobs/410311/ALL/2020/2", "growth_ytd_pct")).isNull();
    assertThat(cells.text("jobs/410311/ALL/2020/2", "pull_points")).isNull();
  }
}
