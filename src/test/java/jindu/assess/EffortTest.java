package jindu.assess;

import static jindu.assess.PlanFixture.DISTRICT;
import static jindu.assess.PlanFixture.target;

import java.time.LocalDate;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Quarter;
import jindu.core.Target;
import jindu.core.Target.Comparator;
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
}
