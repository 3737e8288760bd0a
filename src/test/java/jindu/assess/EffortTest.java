package jindu.assess;

import static jindu.assess.PlanFixture.DISTRICT;
import static jindu.assess.PlanFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Quarter;
import jindu.core.Target;
import jindu.core.Target.Comparator;
import jindu.table.PlanProgressTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Required and expected figures to the last digit, worked out by hand (method.md section 7). */
class EffortTest {

  private static AssessedRows rows;

  @BeforeAll
  static void assess() {
    PlanFixture plan = new PlanFixture();
    afterAbnormalYear(plan);
    afterRestatedYear(plan);
    atDeadline(plan);
    percentages(plan);
    edges(plan);
    rows =
        AssessedRows.of(
            Assess.planProgress(
                plan.cells(),
                plan.observations(),
                plan.catalog(new Quarter(2020, 1)),
                LocalDate.of(2024, 1, 20)));
  }

  /** 2020 is abnormal: 2021 goes at the pace of 2019, or evenly, or as the plan states. */
  private static void afterAbnormalYear(PlanFixture plan) {
    flow(plan, "profile").add(level("profile", "30000000000").in(2021));
    plan.year("profile", 2019, "1", "2", "2", "3").year("profile", 2021, "10000000001");
    flow(plan, "even").add(level("even", "3").in(2021).even());
    plan.year("even", 2021, "45600000000");
    flow(plan, "stated").add(level("stated", "400").in(2021).stated("13", "25", "60", "100"));
    plan.year("stated", 2021, "50");
  }

  private static void afterRestatedYear(PlanFixture plan) {
    growth(plan, "few", "9").year("few", 2022, "7", "8", "9", "10");
    plan.cell("few", DISTRICT, "ALL", 2023, 1, "3", "3");
    flow(plan, "few_of_level").add(level("few_of_level", "6"));
    plan.year("few_of_level", 2022, "7", "8", "9", "10")
        .cell("few_of_level", DISTRICT, "ALL", 2023, 1, "3", "3");
    growth(plan, "tie", "9").year("tie", 2022, "100000", "200000", "300000", "500000");
    plan.cell("tie", DISTRICT, "ALL", 2023, 1, "108999.8", "100000");
    growth(plan, "many", "9");
    plan.year("many", 2022, null, "20000000000000", null, "40000000000000")
        .cell("many", DISTRICT, "ALL", 2023, 2, "21700000000000", "20000000000000");
    growth(plan, "nothing_left", "9").year("nothing_left", 2022, "10", "10", "10", "10");
    plan.cell("nothing_left", DISTRICT, "ALL", 2023, 1, "3", "10");
  }

  private static void atDeadline(PlanFixture plan) {
    flow(plan, "by_june").add(level("by_june", "500").due(LocalDate.of(2023, 6, 30)));
    plan.year("by_june", 2022, "100", "400", "450", "480")
        .year("by_june", 2023, "120", "490", "510");
    flow(plan, "without_data").add(level("without_data", "500"));
    flow(plan, "two_years").add(level("two_years", "1000").due(LocalDate.of(2024, 12, 31)));
    plan.year("two_years", 2022, "100", "200", "300", "400")
        .year("two_years", 2023, "130", "250", "370", "495");
  }

  private static void percentages(PlanFixture plan) {
    percentage(plan, "share").add(target("share", Target.Kind.SHARE, Comparator.GE, "65"));
    plan.year("share", 2022, null, null, null, "60").year("share", 2023, "61", "61.5", "66", "66");
    percentage(plan, "points").add(target("points", Target.Kind.POINTS, Comparator.EQ, "2"));
    plan.year("points", 2022, null, null, null, "60").year("points", 2023, "60.5", "61", "62.5");
    flow(plan, "tax");
    flow(plan, "revenue");
    plan.indicator("tax_share", Kind.RATE, Direction.UP, 1, "tax", "revenue")
        .add(target("tax_share", Target.Kind.SHARE, Comparator.GE, "70"))
        .year("tax_share", 2023, "68.5", "70.5");
    plan.indicator("unemployment", Kind.LEVEL, Direction.DOWN, 2)
        .add(target("unemployment", Target.Kind.SHARE, Comparator.LE, "4"))
        .year("unemployment", 2023, "4.5");
  }

  private static PlanFixture percentage(PlanFixture plan, String code) {
    return plan.indicator(code, Kind.LEVEL, Direction.UP, 2);
  }

  private static void edges(PlanFixture plan) {
    plan.indicator("beyond", Kind.STOCK, Direction.UP, 0)
        .add(target("beyond", Target.Kind.LEVEL, Comparator.STRICT, "3000"))
        .year("beyond", 2022, null, null, null, "3000")
        .year("beyond", 2023, "3000", "2990", "3001", "3000");
    plan.indicator("huge", Kind.STOCK, Direction.DOWN, 0)
        .add(target("huge", Target.Kind.LEVEL, Comparator.LE, "1000"))
        .year("huge", 2023, "1000000000");
    growth(plan, "hair", "9").cell("hair", DISTRICT, "ALL", 2023, 1, "107.96", "100");
    growth(plan, "plain_gap", "9").cell("plain_gap", DISTRICT, "ALL", 2023, 1, "107.5", "100");
  }

  private static PlanFixture flow(PlanFixture plan, String code) {
    return plan.indicator(code, Kind.FLOW, Direction.UP, 0);
  }

  private static PlannedTarget level(String code, String value) {
    return target(code, Target.Kind.LEVEL, Comparator.GE, value);
  }

  private static PlanFixture growth(PlanFixture plan, String code, String value) {
    return flow(plan, code).add(target(code, Target.Kind.GROWTH, Comparator.EQ, value));
  }

  @Test
  void afterAnAbnormalYearTheEndIsExpectedFromTheProfilesOwnSums() {
    // 10,000,000,001 × 3 / 1; a third of 14 decimals would give 30,000,000,003.0003.
    // Of 30,000,000,000: 100.00000001 %.
    rows.assertRow(
        "profile-Q1",
        "green",
        "pace_pct",
        "33.3333",
        "expected_value",
        "30000000003.0000",
        "expected_completion_pct",
        "100.0000");
  }

  @Test
  void anEvenPaceIsDaysOverDays() {
    // 45,600,000,000 × 365 / 90 = 184,933,333,333.3333.
    rows.assertRow("even-Q1", "green", "expected_value", "184933333333.3333");
  }

  @Test
  void aStatedPaceIsTheStatedPercent() {
    // 50 × 100 / 13 = 384.6154; 5,000 / 13 / 400 = 96.1538 %.
    rows.assertRow(
        "stated-Q1", "yellow", "expected_value", "384.6154", "expected_completion_pct", "96.1538");
  }

  @Test
  void requiredGrowthIsOneDivision() {
    // (9 × 3 × 10 + 100 × (3 − 3) × 7) / (3 × (10 − 7)) = 270 / 9 = 30.
    // P4 = 3 × 10/7 = 4.285714…: 3 + 1.285714… × 1.3 = 4.671428… = 4.285714… × 1.09.
    rows.assertRow("few-Q1", "red", "required_growth_pct", "30.0000");
  }

  @Test
  void theGrowthThatALevelNeedsIsOneDivision() {
    // 100 × ((6 − 3) × 7 − 3 × (10 − 7)) / (3 × (10 − 7)) = 1,200 / 9 = 133.3333.
    // Expected: 3 × 10/7 = 4.2857; of 6: 3,000 / 42 = 71.4286 %, where 4.2857 / 6 is 71.4283 %.
    rows.assertRow(
        "few_of_level-Q1",
        "red",
        "required_growth_pct",
        "133.3333",
        "expected_value",
        "4.2857",
        "expected_completion_pct",
        "71.4286");
  }

  @Test
  void aTieIsRoundedUp() {
    // (9 × 500,000 − 100 × 8,999.8) / 400,000 = 3,600,020 / 400,000 = 9.00005.
    rows.assertRow("tie-Q1", "green", "required_growth_pct", "9.0001");
  }

  @Test
  void sumsWhoseProductsOutgrowAllDecimalsStillHaveTheirGrowth() {
    // 21.7 / 20 is +8.5 %: the other half must bring 9.5 %.
    rows.assertRow(
        "many-Q2",
        "yellow",
        "required_growth_pct",
        "9.5000",
        "expected_value",
        "43400000000000.0000");
  }

  @Test
  void nothingIsRequiredOfAYearThatHadNothingLeft() {
    rows.assertRow("nothing_left-Q1", "red", "required_growth_pct", null);
  }

  @Test
  void fromTheDeadlineOnWhatCameStandsWithoutError() {
    // 120 × 400/100 = 480; 24 % done of 25 %.
    rows.assertRow(
        "by_june-Q1", "yellow", "expected_value", "480.0000", "expected_error_pct", null);
    basis("by_june-Q1", "尚无结束年度可供检验 / no closed year yet");
    for (String key : List.of("by_june-Q2", "by_june-Q3")) {
      rows.assertRow(
          key,
          "red",
          "expected_value",
          "490.0000",
          "expected_error_pct",
          "0.0000",
          "expected_completion_pct",
          "98.0000");
      basis(key, "已到期，为实际数，不再预计 / due: what came, nothing is foretold any more");
    }
    rows.assertRow("without_data-Q4", "grey", "expected_value", null, "expected_error_pct", null);
    basis("without_data-Q4", null);
  }

  @Test
  void aDeadlineInALaterYearIsNotReachedByAYearsProfile() {
    // 90, 181 and 365 of 731 days; 495 of 1,000.
    rows.assertRow("two_years-Q1", "green", "pace_pct", "12.3119", "completion_pct", "13.0000");
    rows.assertRow("two_years-Q4", "yellow", "pace_pct", "49.9316", "gap_points", "-0.4316");
    // The year is expected to end at 250 × 400/200; what is left is left to seven, six, … quarters,
    // of which those of next year have no growth yet.
    rows.assertRow(
        "two_years-Q2",
        "green",
        "expected_value",
        "500.0000",
        "required_value",
        "750.0000",
        "required_per_quarter",
        "125.0000",
        "required_growth_pct",
        null);
  }

  @Test
  void ofASharePointsRemain() {
    // 65 − 61 in three quarters; 65 − 61.5 in two.
    rows.assertRow(
        "share-Q1", "yellow", "required_value", "4.0000", "required_per_quarter", "1.3333");
    rows.assertRow(
        "share-Q2", "yellow", "required_value", "3.5000", "required_per_quarter", "1.7500");
    rows.assertRow(
        "share-Q3", "green", "required_value", "0.0000", "required_per_quarter", "0.0000");
  }

  @Test
  void ofPointsToBeGainedThoseNotYetGainedRemain() {
    // 2 − 0.5; 2 − 1; 2.5 gained.
    rows.assertRow(
        "points-Q1", "green", "required_value", "1.5000", "required_per_quarter", "0.5000");
    rows.assertRow(
        "points-Q2", "green", "required_value", "1.0000", "required_per_quarter", "0.5000");
    rows.assertRow("points-Q3", "green", "required_value", "0.0000");
  }

  @Test
  void aRatioOfFlowsHasPointsLeftAndNoQuartersToSpreadThem() {
    rows.assertRow("tax_share-Q1", "red", "required_value", "1.5000", "required_per_quarter", null);
    rows.assertRow("tax_share-Q2", "green", "required_value", "0.0000");
    rows.assertRow("unemployment-Q1", "yellow", "required_value", null);
  }

  @Test
  void moreThanLastYearsEndIsWantedAndThereIsNoWayToIt() {
    // At the target is on the path, and not beyond it.
    rows.assertRow("beyond-Q1", "green", "completion_pct", null, "gap_points", "0.0000");
    assertThat(rows.reason("beyond-Q1")).contains("on pace");
    rows.assertRow("beyond-Q2", "red", "completion_pct", null, "gap_points", null);
    rows.assertRow("beyond-Q3", "green", "gap_points", "0.0000");
    rows.assertRow("beyond-Q4", "red", "gap_points", "0.0000");
  }

  @Test
  void aGapBeyondItsColumnIsNullAndSaidSo() {
    // 1,000 − 1,000,000,000: eight digits before the point are all it holds.
    rows.assertRow("huge-Q1", "red", "actual", "1000000000.0000", "gap_points", null);
    assertThat(rows.reason("huge-Q1"))
        .contains("差距超出表列范围")
        .contains("beyond what its column holds");
  }

  @Test
  void aGapThatWouldReadAsToleratedIsReadWithAllItsDecimals() {
    // 7.96 − 9 = −1.04: more than 1.0 point, and −1.0 with one decimal.
    rows.assertRow("hair-Q1", "red", "gap_points", "-1.0400");
    assertThat(rows.reason("hair-Q1")).contains("growth 7.96 %, target 9 %, gap -1.04 points");
    assertThat(rows.reason("plain_gap-Q1")).contains("growth 7.5 %, target 9 %, gap -1.5 points");
  }

  private static void basis(String key, String expected) {
    assertThat(rows.text(key, PlanProgressTable.EXPECTED_BASIS)).as(key).isEqualTo(expected);
  }
}
