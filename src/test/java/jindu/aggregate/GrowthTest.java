package jindu.aggregate;

import static jindu.aggregate.SmallCatalog.EAST;
import static jindu.aggregate.SmallCatalog.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each case has years of its own, so one set of observations serves all. */
class GrowthTest {

  private static Cells cells;

  @BeforeAll
  static void aggregate() {
    ObservationRows rows = new ObservationRows();
    rows.from("INVESTMENT", "P1", "2020-03").in(EAST, "1711").item("done", "100.0001", null);
    rows.from("INVESTMENT", "P1", "2020-06").in(EAST, "1711").item("done", "200", null);
    rows.from("INVESTMENT", "P2", "2020-02").in(WEST, "1711").item("done", "50", null);
    rows.from("INVESTMENT", "P1", "2021-03").in(EAST, "1711").item("done", "150", null);
    revenue(rows, EAST, "2019-03", "10");
    revenue(rows, WEST, "2019-03", "20");
    revenue(rows, EAST, "2020-03", "11");
    revenue(rows, WEST, "2020-03", "22");
    revenue(rows, WEST, "2021-03", "33");
    retail(rows, "S1", "2020-03", EAST, "90", "100");
    retail(rows, "S1", "2021-03", EAST, "110", "90");
    retail(rows, "S1", "2021-09", EAST, "330", "300");
    retail(rows, "S2", "2017-03", EAST, "5", "0");
    retail(rows, "S3", "2017-03", WEST, "5", "-1");
    retail(rows, "S4", "2016-03", EAST, "1000000000000000", "0.0001");
    retail(rows, "S5", "2015-03", EAST, "1000.5", "1000");
    retail(rows, "S6", "2015-03", WEST, "999.6", "1000");
    trade(rows, "U1", "G", "4", "6");
    trade(rows, "U2", "G", "15", "5");
    trade(rows, "U3", "U3", "3", "2");
    retail(rows, "S7", "2018-03", EAST, "100", "100");
    cells = Cells.of(rows);
  }

  private static void retail(
      ObservationRows rows,
      String unit,
      String period,
      String place,
      String value,
      String previous) {
    rows.from("SMALL-TRADE", unit, period).in(place, "52").item("retail", value, previous);
  }

  private static void revenue(ObservationRows rows, String place, String period, String value) {
    rows.from("BUDGET", place, period).in(place, null).item("revenue", value, null);
  }

  private static void trade(
      ObservationRows rows, String unit, String group, String meals, String goods) {
    rows.from("TRADE", unit, "2018-03")
        .in(EAST, "5211")
        .group(group)
        .item("meals", meals, "1")
        .item("goods", goods, "1");
  }

  @Test
  void aStoredBaseIsLastYearsTotalOfAllUnitsCountedThenTimesTheFactor() {
    // 100.0001 × 0.9 = 90.00009 → 90.0001; 50 × 0.9 = 45, though P2 no longer reports.
    assertThat(cells.text("investment/410311001/17/2021/1", "previous_ytd")).isEqualTo("90.0001");
    assertThat(cells.text("investment/410311/ALL/2021/1", "previous_ytd")).isEqualTo("135.0001");
    assertThat(cells.text("investment/410311/ALL/2021/1", "growth_ytd_pct")).isEqualTo("11.111");
    assertThat(cells.text("investment/410311/ALL/2021/1", "growth_base")).isEqualTo("stored_total");
    assertThat(cells.text("investment/410311/ALL/2020/1", "growth_ytd_pct")).isNull();
  }

  @Test
  void aPlaceWhereNothingIsLeftKeepsItsBaseAndPullsTheTotalDown() {
    String west = "investment/410311002/ALL/2021/1";
    assertThat(cells.text(west, "value_ytd")).isNull();
    assertThat(cells.text(west, "previous_ytd")).isEqualTo("45");
    assertThat(cells.text(west, "growth_ytd_pct")).isNull();
    assertThat(cells.text(west, "previous_contributors")).isEqualTo("1");
    // −45 / 135.0001 and −45 / 14.9999; with East's 44.4443 the pulls make 11.1110.
    assertThat(cells.text(west, "pull_points")).isEqualTo("-33.3333");
    assertThat(cells.text(west, "contribution_pct")).isEqualTo("-300.002");
    assertThat(cells.text("investment/410311001/ALL/2021/1", "pull_points")).isEqualTo("44.4443");
  }

  @Test
  void aBaseAloneMakesNoQuarter() {
    assertThat(cells.rows()).doesNotContainKey("investment/410311/ALL/2021/2");
    assertThat(cells.rows()).doesNotContainKey("investment/410311/ALL/2022/1");
  }

  @Test
  void twoYearGrowthIsGivenOnlyWhereLastYearsQuarterIsAbnormal() {
    // √(110/90 × 90/100) = √1.1.
    assertThat(cells.text("retail/410311/ALL/2021/1", "two_year_avg_growth_pct"))
        .isEqualTo("4.8809");
    assertThat(cells.text("retail/410311/ALL/2021/3", "two_year_avg_growth_pct")).isNull();
    assertThat(cells.text("retail/410311/ALL/2020/1", "two_year_avg_growth_pct")).isNull();
  }

  @Test
  void aPlaceWhereNothingIsLeftHasNoTwoYearGrowthEither() {
    // √(33/22 × 22/20) = √1.65.
    assertThat(cells.text("budget/410311002/ALL/2021/1", "two_year_avg_growth_pct"))
        .isEqualTo("28.4523");
    assertThat(cells.text("budget/410311001/ALL/2021/1", "previous_ytd")).isEqualTo("11");
    assertThat(cells.text("budget/410311001/ALL/2021/1", "growth_ytd_pct")).isNull();
    assertThat(cells.text("budget/410311001/ALL/2021/1", "two_year_avg_growth_pct")).isNull();
  }

  @Test
  void contributionIsNullWhenTheTotalHasNoBase() {
    // 2019 is the first year: no total is stored of the year before.
    assertThat(cells.text("budget/410311/ALL/2019/1", "previous_ytd")).isNull();
    assertThat(cells.text("budget/410311001/ALL/2019/1", "contribution_pct")).isNull();
    // 1 of the 3 by which 33 exceeds 30.
    assertThat(cells.text("budget/410311001/ALL/2020/1", "contribution_pct")).isEqualTo("33.3333");
  }

  @Test
  void growthOnABaseThatIsNotPositiveIsNull() {
    assertThat(cells.text("retail/410311001/ALL/2017/1", "growth_ytd_pct")).isNull();
    assertThat(cells.text("retail/410311002/ALL/2017/1", "growth_ytd_pct")).isNull();
    assertThat(cells.text("retail/410311/ALL/2017/1", "growth_ytd_pct")).isNull();
    assertThat(cells.text("retail/410311/ALL/2017/1", "pull_points")).isNull();
  }

  @Test
  void aPercentageBeyondItsRangeIsNull() {
    assertThat(cells.text("retail/410311/ALL/2016/1", "growth_ytd_pct")).isNull();
  }

  @Test
  void contributionIsNullWhenTheTotalHardlyChanges() {
    // 2000.1 against 2000 is 0.005 %: too little to be shared out.
    assertThat(cells.text("retail/410311001/ALL/2015/1", "contribution_pct")).isNull();
    assertThat(cells.text("retail/410311001/ALL/2015/1", "pull_points")).isEqualTo("0.025");
  }

  @Test
  void contributorsAreGroupsAndLeaveAdministrativePartsOut() {
    String cell = "retail/410311/ALL/2018/1";
    assertThat(cells.text(cell, "value")).isEqualTo("135");
    // Group G brings 10 + 20, U3 brings 5; the 100 of SMALL-TRADE are administrative.
    assertThat(cells.text(cell, "value_contributors")).isEqualTo("2");
    assertThat(cells.text(cell, "value_contributed")).isEqualTo("35");
    assertThat(cells.text(cell, "value_largest")).isEqualTo("30");
    assertThat(cells.text(cell, "value_second")).isEqualTo("5");
    assertThat(cells.text(cell, "units_reported")).isEqualTo("4");
  }
}
