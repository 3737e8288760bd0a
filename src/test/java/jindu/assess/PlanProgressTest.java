package jindu.assess;

import static jindu.assess.PlanFixture.DISTRICT;
import static jindu.assess.PlanFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Quarter;
import jindu.core.Target;
import jindu.core.Target.Comparator;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each kind of target with each comparator, worked out by hand (method.md section 7). */
class PlanProgressTest {

  /** Every quarter of 2021 and 2023 is closed; each is judged at its own last day. */
  private static final LocalDate AS_OF = LocalDate.of(2024, 1, 20);

  private static AssessedRows rows;

  @BeforeAll
  static void assess() {
    PlanFixture plan = new PlanFixture();
    growth(plan);
    flows(plan);
    stocks(plan);
    rates(plan);
    others(plan);
    afterAbnormalYear(plan);
    rows =
        AssessedRows.of(
            Assess.planProgress(
                plan.cells(), plan.observations(), plan.catalog(new Quarter(2020, 1)), AS_OF));
  }

  private static void growth(PlanFixture plan) {
    plan.indicator("growth", Kind.FLOW, Direction.UP, 0)
        .add(target("growth", Target.Kind.GROWTH, Comparator.EQ, "9"))
        .year("growth", 2022, "100", "200", "300", "400")
        .cell("growth", DISTRICT, "ALL", 2023, 1, "108.96", "100")
        .cell("growth", DISTRICT, "ALL", 2023, 2, "217", "200")
        .cell("growth", DISTRICT, "ALL", 2023, 3, "320", "300")
        .cell("growth", DISTRICT, "ALL", 2023, 4, "435.7", "400");
    plan.indicator("restated", Kind.FLOW, Direction.UP, 0)
        .add(target("restated", Target.Kind.GROWTH, Comparator.GE, "10"))
        .year("restated", 2022, "100", "200", "300", "400")
        .cell("restated", DISTRICT, "ALL", 2023, 2, "99", "90");
    plan.indicator("comparable", Kind.FLOW, Direction.UP, 0)
        .add(target("comparable", Target.Kind.GROWTH, Comparator.EQ, "9").comparable())
        .cell("comparable", DISTRICT, "ALL", 2022, 2, "200", null, "190", null)
        .cell("comparable", DISTRICT, "ALL", 2022, 4, "400", null, "380", null)
        .cell("comparable", DISTRICT, "ALL", 2023, 2, "150", "200", "209", "190");
    plan.indicator("zero_base", Kind.FLOW, Direction.UP, 0)
        .add(target("zero_base", Target.Kind.GROWTH, Comparator.EQ, "9"))
        .year("zero_base", 2022, "0", "-5", "300", "400")
        .cell("zero_base", DISTRICT, "ALL", 2023, 1, "10", "0")
        .cell("zero_base", DISTRICT, "ALL", 2023, 2, "10", "-5");
    plan.indicator("reduction", Kind.FLOW, Direction.DOWN, 0)
        .add(target("reduction", Target.Kind.REDUCTION, Comparator.EQ, "45"))
        .cell("reduction", DISTRICT, "ALL", 2023, 1, "106", "200")
        .cell("reduction", DISTRICT, "ALL", 2023, 2, "111", "200")
        .cell("reduction", DISTRICT, "ALL", 2023, 3, "120", "200")
        .cell("reduction", DISTRICT, "ALL", 2023, 4, "110", "200");
  }

  private static void flows(PlanFixture plan) {
    flow(plan, "flow", Comparator.GE, "500");
    plan.year("flow", 2022, "50", "200", "300", "400")
        .year("flow", 2023, "60", "250", "340", "505");
    flow(plan, "early", Comparator.EQ, "500");
    plan.year("early", 2022, "50", "200", "300", "400")
        .year("early", 2023, null, null, "520", "490");
    flow(plan, "strict", Comparator.STRICT, "500");
    plan.year("strict", 2023, "130", null, "501", "500");
    flow(plan, "range", Comparator.RANGE, "1");
    plan.year("range", 2023, "0", "1");
    plan.indicator("approx", Kind.FLOW, Direction.UP, 0)
        .add(target("approx", Target.Kind.LEVEL, Comparator.APPROX, "300").printedTo("100"))
        .year("approx", 2023, "74", "148", "249", "250");
    plan.indicator("cap", Kind.FLOW, Direction.DOWN, 0)
        .add(target("cap", Target.Kind.LEVEL, Comparator.LE, "100"))
        .year("cap", 2023, "20", "52", "90", "101");
    plan.indicator("half_year", Kind.FLOW, Direction.UP, 0)
        .add(
            target("half_year", Target.Kind.LEVEL, Comparator.EQ, "457")
                .due(LocalDate.of(2023, 6, 30)))
        .year("half_year", 2023, "229", "456", "457");
  }

  private static void flow(PlanFixture plan, String code, Comparator comparator, String value) {
    plan.indicator(code, Kind.FLOW, Direction.UP, 0)
        .add(target(code, Target.Kind.LEVEL, comparator, value));
  }

  private static void stocks(PlanFixture plan) {
    stock(plan, "stock");
    plan.year("stock", 2022, null, null, null, "2000")
        .year("stock", 2023, "2300", "2400", "2700", "3000");
    stock(plan, "no_base");
    plan.year("no_base", 2023, "2300", "3100", null, "2900");
    stock(plan, "hold");
    plan.year("hold", 2022, "1", "1", "1", "3100")
        .year("hold", 2023, "3000", "2999", "3100", "2999");
    stock(plan, "annual");
    plan.year("annual", 2022, null, null, null, "2500")
        .year("annual", 2023, null, null, null, "3001");
    plan.indicator("stock_cap", Kind.STOCK, Direction.DOWN, 0)
        .add(target("stock_cap", Target.Kind.LEVEL, Comparator.EQ, "1000"))
        .year("stock_cap", 2023, "990", "1040", "1060", "1001");
  }

  private static void stock(PlanFixture plan, String code) {
    plan.indicator(code, Kind.STOCK, Direction.UP, 0)
        .add(target(code, Target.Kind.LEVEL, Comparator.GE, "3000"));
  }

  private static void rates(PlanFixture plan) {
    plan.indicator("rate_cap", Kind.LEVEL, Direction.DOWN, 2)
        .add(target("rate_cap", Target.Kind.LEVEL, Comparator.LE, "4"))
        .year("rate_cap", 2023, "3.5", "4.5", "5.5", "4.004");
    plan.indicator("zero_cap", Kind.LEVEL, Direction.DOWN, 0)
        .add(target("zero_cap", Target.Kind.LEVEL, Comparator.EQ, "0"))
        .year("zero_cap", 2023, "0", "1");
    plan.indicator("points", Kind.LEVEL, Direction.UP, 2)
        .add(target("points", Target.Kind.POINTS, Comparator.EQ, "2"))
        .year("points", 2022, null, null, null, "60")
        .year("points", 2023, "60.6", "60.5", "60.3", "62");
    plan.indicator("points_no_base", Kind.LEVEL, Direction.UP, 2)
        .add(target("points_no_base", Target.Kind.POINTS, Comparator.EQ, "2"))
        .year("points_no_base", 2023, "60.6");
    plan.indicator("share", Kind.LEVEL, Direction.UP, 2)
        .add(target("share", Target.Kind.SHARE, Comparator.EQ, "65"))
        .year("share", 2022, null, null, null, "60")
        .year("share", 2023, "61.5", "62", "62.5", "64.99");
    plan.indicator("tax", Kind.FLOW, Direction.UP, 0)
        .indicator("tax_share", Kind.RATE, Direction.UP, 1, "tax", "tax")
        .add(target("tax_share", Target.Kind.SHARE, Comparator.GE, "70"))
        .year("tax_share", 2023, "70", "69.5", "68.5");
  }

  private static void others(PlanFixture plan) {
    plan.indicator("rank", Kind.LEVEL, Direction.DOWN, 0)
        .add(target("rank", Target.Kind.RANK, Comparator.EQ, "1"))
        .year("rank", 2023, "1", "2", "3", "1");
    plan.indicator("no_figure", Kind.LEVEL, Direction.DOWN, 0)
        .add(target("no_figure", Target.Kind.RANK, Comparator.NONE, null))
        .year("no_figure", 2023, "1");
    plan.indicator("scope", Kind.STOCK, Direction.UP, 0)
        .add(target("scope", Target.Kind.SCOPE, Comparator.EQ, "161"))
        .year("scope", 2023, "160");
    plan.indicator("without_data", Kind.FLOW, Direction.UP, 0)
        .add(target("without_data", Target.Kind.LEVEL, Comparator.GE, "5"));
    plan.indicator("township", Kind.FLOW, Direction.UP, 0)
        .add(target("township", Target.Kind.LEVEL, Comparator.GE, "50").at("410311002", "C"))
        .cell("township", "410311002", "C", 2023, 4, "49", null)
        .cell("township", DISTRICT, "ALL", 2023, 4, "500", null);
  }

  private static void afterAbnormalYear(PlanFixture plan) {
    plan.indicator("low_base", Kind.FLOW, Direction.UP, 0)
        .add(target("low_base", Target.Kind.GROWTH, Comparator.EQ, "9").in(2021))
        .year("low_base", 2019, "40", "90", "150", "200")
        .year("low_base", 2020, "10", "60", "140", "200")
        .cell("low_base", DISTRICT, "ALL", 2021, 1, "50", "10");
    plan.indicator("normal_profile", Kind.FLOW, Direction.UP, 0)
        .add(target("normal_profile", Target.Kind.LEVEL, Comparator.GE, "250").in(2021))
        .year("normal_profile", 2019, "40", "90", "150", "200")
        .year("normal_profile", 2020, "10", "60", "140", "200")
        .year("normal_profile", 2021, "50");
    plan.indicator("no_normal_year", Kind.FLOW, Direction.UP, 0)
        .add(target("no_normal_year", Target.Kind.LEVEL, Comparator.GE, "250").in(2021))
        .year("no_normal_year", 2020, "10", "60", "140", "200")
        .year("no_normal_year", 2021, "50");
  }

  @Test
  void growthIsMetOnTheRoundedFigureAndItsGapKeepsThatSign() {
    // 8.96 % reads 9.0 %: met, and so no negative gap.
    assertRow("growth-Q1", "green", "actual", "8.9600", "gap_points", "0.0000");
  }

  @Test
  void growthShortByNoMoreThanAPointIsYellow() {
    assertRow("growth-Q2", "yellow", "actual", "8.5000", "gap_points", "-0.5000");
  }

  @Test
  void requiredGrowthClosesTheYearAtTheTarget() {
    // 320 + (400 − 300)(1 + r) = 400 × 1.09 gives r = 16 %; 320 × 400 / 300 = 426.6667.
    assertRow(
        "growth-Q3",
        "red",
        "gap_points",
        "-2.3333",
        "required_growth_pct",
        "16.0000",
        "expected_value",
        "426.6667",
        "completion_pct",
        null,
        "pace_pct",
        null);
  }

  @Test
  void growthAtTheDeadlineIsNeverYellow() {
    // 8.925 % reads 8.9 %.
    assertRow("growth-Q4", "red", "gap_points", "-0.0750", "required_growth_pct", null);
  }

  @Test
  void lastYearIsTakenAsItsUnitsRestateItNow() {
    // P4 = 400 × 90/200 = 180; 99 + (180 − 90)(1 + r) = 180 × 1.1 gives r = 10 %; 99 × 400/200 =
    // 198.
    assertRow(
        "restated-Q2", "green", "required_growth_pct", "10.0000", "expected_value", "198.0000");
  }

  @Test
  void aComparableTargetIsJudgedAtComparablePrices() {
    // 209 / 190 = +10 %; P4 = 380: 209 + 190(1 + r) = 380 × 1.09 gives r = 8 %.
    assertRow(
        "comparable-Q2",
        "green",
        "actual",
        "10.0000",
        "required_growth_pct",
        "8.0000",
        "expected_value",
        "300.0000");
  }

  @Test
  void growthOnABaseThatIsNotPositiveIsGrey() {
    assertRow("zero_base-Q1", "grey", "actual", null, "required_growth_pct", null);
    assertRow("zero_base-Q2", "grey", "actual", null, "required_growth_pct", null);
    assertThat(reason("zero_base-Q2")).contains("无法计算增速").contains("growth is not defined");
  }

  @Test
  void aReductionIsAGrowthBelowMinusTheFigure() {
    assertRow("reduction-Q1", "green", "actual", "-47.0000", "gap_points", "2.0000");
    assertRow("reduction-Q2", "yellow", "gap_points", "-0.5000");
    assertRow("reduction-Q3", "red", "gap_points", "-5.0000");
    assertRow("reduction-Q4", "green", "gap_points", "0.0000");
  }

  @Test
  void aFlowIsHeldAgainstLastYearsPace() {
    assertRow(
        "flow-Q1",
        "yellow",
        "pace_pct",
        "12.5000",
        "completion_pct",
        "12.0000",
        "gap_points",
        "-0.5000");
    assertRow("flow-Q2", "green", "pace_pct", "50.0000", "gap_points", "0.0000");
    assertRow("flow-Q4", "green", "pace_pct", "100.0000", "completion_pct", "101.0000");
  }

  @Test
  void aFlowBehindSaysWhatRemainsAndWhatToExpect() {
    // 340 × 400 / 300 = 453.3333, of 500.
    assertRow(
        "flow-Q3",
        "red",
        "gap_points",
        "-7.0000",
        "required_value",
        "160.0000",
        "expected_value",
        "453.3333",
        "expected_completion_pct",
        "90.6667");
  }

  @Test
  void aFlowMetEarlyIsGreenUnlessItIsRestatedBelow() {
    assertRow("early-Q3", "green", "required_value", "0.0000", "completion_pct", "104.0000");
    assertRow("early-Q4", "red", "required_value", "10.0000");
  }

  @Test
  void aQuarterWithoutDataIsGrey() {
    assertRow("early-Q1", "grey", "actual", null, "completion_pct", null, "gap_points", null);
    assertThat(reason("early-Q1")).contains("没有数据").contains("no data");
  }

  @Test
  void strictlyBeyondIsNotAt() {
    assertRow("strict-Q3", "green");
    assertRow("strict-Q4", "red", "completion_pct", "100.0000");
  }

  @Test
  void withoutLastYearThePaceIsEven() {
    // 90 of 365 days; 130 / 500 = 26 %.
    assertRow("strict-Q1", "green", "pace_pct", "24.6575", "gap_points", "1.3425");
  }

  @Test
  void aRangeIsMeasuredFromItsLowerEnd() {
    assertRow("range-Q1", "red", "completion_pct", "0.0000");
    assertRow("range-Q2", "green", "completion_pct", "100.0000");
  }

  @Test
  void aboutIsMetWithinHalfAUnitOfThePrintedDigit() {
    assertRow("approx-Q3", "green", "completion_pct", "83.0000");
    assertRow("approx-Q4", "green", "completion_pct", "83.3333");
    assertThat(reason("approx-Q3")).contains("on pace");
    assertThat(reason("approx-Q4")).contains("due and met");
  }

  @Test
  void aFlowUnderItsCapIsHeldAgainstThePace() {
    assertRow("cap-Q1", "green", "gap_points", "4.6575", "completion_pct", null);
    assertRow("cap-Q2", "yellow", "gap_points", "-2.4110");
    assertRow("cap-Q3", "red", "gap_points", "-15.2055");
    assertThat(reason("cap-Q3"))
        .startsWith("落后：已用限额的 90.0%，序时进度 74.8%，差距 -15.2 个百分点")
        .contains("90.0 % of the cap used, pace 74.8 %");
    assertRow("cap-Q4", "red", "gap_points", "-1.0000", "required_value", null);
  }

  @Test
  void aDeadlineInsideTheYearEndsThePace() {
    // 90 of 181 days = 49.72376 %; 229 / 457 = 50.10941 %.
    assertRow("half_year-Q1", "green", "pace_pct", "49.7238", "gap_points", "0.3857");
    assertRow("half_year-Q2", "red", "pace_pct", "100.0000", "actual", "456.0000");
  }

  @Test
  void whatIsReachedAfterTheDeadlineIsNotInTime() {
    // 457 by September is the target, and came three months late: 456 / 457 = 99.78118 %.
    assertRow(
        "half_year-Q3",
        "red",
        "actual",
        "456.0000",
        "completion_pct",
        "99.7812",
        "pace_pct",
        "100.0000");
    assertThat(reason("half_year-Q3")).contains("due and not met");
  }

  @Test
  void aStockGoesItsWayFromLastYearsEnd() {
    assertRow("stock-Q1", "green", "completion_pct", "30.0000", "gap_points", "5.3425");
    assertRow("stock-Q2", "red", "completion_pct", "40.0000", "gap_points", "-9.5890");
    assertRow("stock-Q3", "yellow", "gap_points", "-4.7945", "required_value", "300.0000");
    assertRow("stock-Q4", "green", "completion_pct", "100.0000", "expected_value", null);
  }

  @Test
  void aStockWithoutABaseIsGreyUnlessMetOrDue() {
    assertRow("no_base-Q1", "grey", "completion_pct", null);
    assertThat(reason("no_base-Q1")).contains("no base");
    assertRow("no_base-Q2", "green");
    assertRow("no_base-Q4", "red");
  }

  @Test
  void aTargetMetBeforeTheYearIsToBeHeld() {
    assertRow("hold-Q1", "green", "completion_pct", null);
    assertRow("hold-Q2", "red", "completion_pct", null);
    assertRow("hold-Q3", "green");
    assertRow("hold-Q4", "red");
  }

  @Test
  void aFigureMeasuredOnceAYearSaysSo() {
    assertRow("annual-Q2", "grey");
    assertThat(reason("annual-Q2")).contains("annual");
    assertRow("annual-Q4", "green");
  }

  @Test
  void aStockAboveItsCapIsJudgedInPercentOfTheCap() {
    assertRow("stock_cap-Q1", "green", "gap_points", "10.0000");
    assertRow("stock_cap-Q2", "yellow", "gap_points", "-40.0000");
    assertRow("stock_cap-Q3", "red", "gap_points", "-60.0000");
    assertRow("stock_cap-Q4", "red", "gap_points", "-1.0000");
  }

  @Test
  void aRateUnderItsCapIsGreenAndSlightlyAboveYellow() {
    assertRow("rate_cap-Q1", "green", "gap_points", "0.5000");
    assertRow("rate_cap-Q2", "yellow", "gap_points", "-0.5000");
    assertRow("rate_cap-Q3", "red", "gap_points", "-1.5000");
    // 4.004 reads 4.00.
    assertRow("rate_cap-Q4", "green", "gap_points", "0.0000");
  }

  @Test
  void aCapOfZeroIsKeptOrNot() {
    assertRow("zero_cap-Q1", "green", "gap_points", null);
    assertRow("zero_cap-Q2", "red", "gap_points", null);
  }

  @Test
  void pointsAreCountedFromLastYearsEnd() {
    // 2 × 90/365 = 0.4932; 2 × 181/365 = 0.9918; 2 × 273/365 = 1.4959.
    assertRow("points-Q1", "green", "actual", "0.6000", "gap_points", "0.1068");
    assertRow("points-Q2", "yellow", "gap_points", "-0.4918");
    assertRow("points-Q3", "red", "gap_points", "-1.1959");
    assertThat(reason("points-Q3"))
        .contains("比上年末变动 0.3，序时应达 1.5，目标 2，差距 -1.2 个百分点")
        .contains("0.3 points since last year’s end, path 1.5 by now, target 2");
    assertRow("points-Q4", "green", "gap_points", "0.0000");
    assertRow("points_no_base-Q1", "grey", "actual", null);
  }

  @Test
  void aShareOfAStockIsHeldAgainstItsPath() {
    // 60 + 5 × 90/365 = 61.2329; 62.4795; 63.7397.
    assertRow("share-Q1", "green", "gap_points", "0.2671", "completion_pct", null);
    assertRow("share-Q2", "yellow", "gap_points", "-0.4795");
    assertRow("share-Q3", "red", "gap_points", "-1.2397");
    assertRow("share-Q4", "red", "gap_points", "-0.0100");
    assertThat(reason("share-Q2"))
        .startsWith("略有差距，在容差之内：实际 62，序时应达 62.48，目标 65")
        .contains("，差距 -0.5")
        .contains("actual 62, path 62.48 by now, target 65");
    assertThat(reason("share-Q4")).contains("实际 64.99，目标 65");
  }

  @Test
  void aRatioOfFlowsHasNoPath() {
    assertRow("tax_share-Q1", "green", "gap_points", "0.0000", "pace_pct", null);
    assertRow("tax_share-Q2", "yellow", "gap_points", "-0.5000");
    assertRow("tax_share-Q3", "red", "gap_points", "-1.5000");
  }

  @Test
  void aRankIsMetAtOrAboveTheNamedPlace() {
    assertRow("rank-Q1", "green");
    assertRow("rank-Q2", "yellow", "gap_points", "-1.0000");
    assertRow("rank-Q3", "red", "gap_points", "-2.0000");
    assertRow("rank-Q4", "green");
  }

  @Test
  void aTargetWithoutAFigureIsCarriedAsGrey() {
    assertRow("no_figure-Q1", "grey", "target_value", null, "actual", "1.0000");
    assertThat(reason("no_figure-Q1")).contains("计划未提出数值").contains("states no figure");
  }

  @Test
  void aNumberThatDefinesScopeHasNoLamp() {
    assertRow("scope-Q1", "grey", "target_value", "161.0000", "actual", "160.0000");
  }

  @Test
  void aTargetWithoutAnyDataStillHasItsRows() {
    for (int quarter = 1; quarter <= 4; quarter++) {
      assertRow("without_data-Q" + quarter, "grey", "actual", null, "required_value", null);
    }
  }

  @Test
  void aTownshipsTargetIsHeldAgainstItsOwnCell() {
    assertRow("township-Q4", "red", "actual", "49.0000", "completion_pct", "98.0000");
  }

  @Test
  void afterAnAbnormalYearTheEndIsExpectedByPaceAndLowBaseIsSaid() {
    // 50 / (40/200) = 250.
    assertRow("low_base-Q1", "green", "expected_value", "250.0000");
    assertThat(reason("low_base-Q1")).contains("低基数").contains("low base");
    assertThat(reason("growth-Q1")).doesNotContain("低基数");
  }

  @Test
  void afterAnAbnormalYearThePaceIsThatOfTheLastNormalYear() {
    assertRow("normal_profile-Q1", "green", "pace_pct", "20.0000", "gap_points", "0.0000");
  }

  @Test
  void withoutANormalYearOnRecordThePaceIsEven() {
    assertRow("no_normal_year-Q1", "yellow", "pace_pct", "24.6575", "gap_points", "-4.6575");
  }

  @Test
  void everyLampIsOneOfFourAndEveryRowSaysWhy() {
    assertThat(rows.all()).isNotEmpty();
    for (Row row : rows.all()) {
      assertThat(row.<String>getAs("lamp")).isIn(Set.of("green", "yellow", "red", "grey"));
      assertThat(row.<String>getAs("lamp_reason")).contains(" / ").doesNotContain("{");
    }
  }

  private static void assertRow(String key, String lamp, String... expected) {
    rows.assertRow(key, lamp, expected);
  }

  private static String reason(String key) {
    return rows.reason(key);
  }
}
