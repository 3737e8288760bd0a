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

/** What the rest of the year must bring and is expected to bring, worked out by hand. */
class RestOfYearTest {

  private static AssessedRows rows;

  @BeforeAll
  static void assess() {
    PlanFixture plan = new PlanFixture();
    flow(plan, "growth").add(target("growth", Target.Kind.GROWTH, Comparator.EQ, "9"));
    growing(plan, "mean", Kind.MEAN).add(target("mean", Target.Kind.GROWTH, Comparator.EQ, "9"));
    flow(plan, "level").add(target("level", Target.Kind.LEVEL, Comparator.GE, "520"));
    flow(plan, "by_september")
        .add(
            target("by_september", Target.Kind.LEVEL, Comparator.GE, "400")
                .due(LocalDate.of(2023, 9, 30)));
    flow(plan, "reduction").add(target("reduction", Target.Kind.REDUCTION, Comparator.EQ, "2"));
    flow(plan, "stated")
        .add(
            target("stated", Target.Kind.LEVEL, Comparator.GE, "1000")
                .stated("14", "25", "60", "100"));
    flow(plan, "even").add(target("even", Target.Kind.LEVEL, Comparator.GE, "520").even());
    plan.indicator("first_year", Kind.FLOW, Direction.UP, 0)
        .add(target("first_year", Target.Kind.LEVEL, Comparator.GE, "520"))
        .year("first_year", 2022, "110", "230", "340", "460")
        .year("first_year", 2023, "130");
    plan.indicator("stock", Kind.STOCK, Direction.UP, 0)
        .add(target("stock", Target.Kind.LEVEL, Comparator.GE, "520"))
        .year("stock", 2022, "110", "230", "340", "460")
        .year("stock", 2023, "470");
    plan.indicator("after_abnormal", Kind.FLOW, Direction.UP, 0)
        .add(target("after_abnormal", Target.Kind.LEVEL, Comparator.GE, "250").in(2022))
        .year("after_abnormal", 2019, "40", "90", "150", "200")
        .year("after_abnormal", 2020, "10", "60", "140", "200")
        .year("after_abnormal", 2021, "44", "99", "165", "220")
        .year("after_abnormal", 2022, "50");
    rows =
        AssessedRows.of(
            Assess.planProgress(
                plan.cells(),
                plan.observations(),
                plan.catalog(new Quarter(2020, 1)),
                LocalDate.of(2024, 1, 20)));
  }

  private static PlanFixture flow(PlanFixture plan, String code) {
    return growing(plan, code, Kind.FLOW);
  }

  private static PlanFixture growing(PlanFixture plan, String code, Kind kind) {
    year(
        plan.indicator(code, kind, Direction.UP, 0),
        code,
        2021,
        List.of("100", "200", "300", "400"),
        List.of("80", "170", "250", "350"));
    year(
        plan, code, 2022, List.of("110", "230", "340", "460"), List.of("100", "200", "300", "400"));
    return year(plan, code, 2023, List.of("130", "250"), List.of("112", "230"));
  }

  private static PlanFixture year(
      PlanFixture plan, String code, int year, List<String> values, List<String> previous) {
    for (int i = 0; i < values.size(); i++) {
      plan.cell(code, DISTRICT, "ALL", year, i + 1, values.get(i), previous.get(i));
    }
    return plan;
  }

  @Test
  void theRestMustGrowByWhatIsMissingForTheYear() {
    // P4 = 460 × 112/110 = 468.3636; (468.3636 × 0.09 + 112 − 130) / (468.3636 − 112) = 6.7776 %.
    rows.assertRow("growth-Q1", "green", "required_growth_pct", "6.7776");
    // (460 × 0.09 + 230 − 250) / (460 − 230) = 21.4 / 230 = 9.3043 %.
    rows.assertRow("growth-Q2", "yellow", "required_growth_pct", "9.3043");
  }

  @Test
  void aMeanOfWhatIsEarnedGrowsThroughTheYearAsAFlowDoes() {
    rows.assertRow(
        "mean-Q2",
        "yellow",
        "required_growth_pct",
        "9.3043",
        "best_growth_pct",
        "15.0000",
        "expected_value",
        null);
  }

  @Test
  void besideItStandsTheBestThatTheSameRestOfAYearEverHad() {
    // 2021: (400 − 100) / (350 − 80) = 11.1111 %; 2022: (460 − 110) / (400 − 100) = 16.6667 %.
    rows.assertRow("growth-Q1", "green", "best_growth_pct", "16.6667");
    // 2021: 200 / 180; 2022: 230 / 200.
    rows.assertRow("growth-Q2", "yellow", "best_growth_pct", "15.0000");
    assertThat(rows.reason("growth-Q2"))
        .contains("后期增速须达 9.3%，同期历史最高 15.0%")
        .contains("must reach 9.3 %, its best ever was 15.0 %");
  }

  @Test
  void ofAReductionTheBestIsTheLowestGrowth() {
    rows.assertRow("reduction-Q2", "red", "best_growth_pct", "11.1111");
    assertThat(rows.reason("reduction-Q2"))
        .contains("同期历史最低 11.1%")
        .contains("its lowest ever was 11.1 %");
  }

  @Test
  void aLevelOfAFlowNeedsItsRemainderAndTheGrowthThatBringsIt() {
    rows.assertRow(
        "level-Q1", "green", "required_value", "390.0000", "required_per_quarter", "130.0000");
    // (520 − 250) / (460 − 230) = 17.3913 %.
    rows.assertRow(
        "level-Q2",
        "yellow",
        "required_value",
        "270.0000",
        "required_per_quarter",
        "135.0000",
        "required_growth_pct",
        "17.3913",
        "best_growth_pct",
        "15.0000");
  }

  @Test
  void aDeadlineInsideTheYearEndsTheRest() {
    // 400 − 250, in one quarter; (400 − 250) / (340 − 230) = 36.3636 %; 2021: 100 / 80.
    rows.assertRow(
        "by_september-Q2",
        "red",
        "required_per_quarter",
        "150.0000",
        "required_growth_pct",
        "36.3636",
        "best_growth_pct",
        "25.0000");
  }

  @Test
  void theExpectedEndComesWithTheErrorOfTheSameRuleBefore() {
    // 130 × 460/110 = 543.6364; 2022: 110 × 400/100 = 440 against 460: 4.3478 % off.
    // 2021, after the abnormal 2020 and without 2019 on record: 100 / (90/365) = 405.5556 against
    // 400: 1.3889 % off. The mean is 2.8684 %.
    rows.assertRow(
        "level-Q1", "green", "expected_value", "543.6364", "expected_error_pct", "2.8684");
    // 250 × 460/230 = 500; 2022: 230 × 400/200 = 460, as it came. 2021: 200 / (181/365) = 403.3149,
    // 0.8287 % off.
    rows.assertRow(
        "level-Q2", "yellow", "expected_value", "500.0000", "expected_error_pct", "0.4144");
    assertThat(rows.text("level-Q2", PlanProgressTable.EXPECTED_BASIS))
        .isEqualTo("已用 2 个结束年度检验 / tested on closed years: 2");
  }

  @Test
  void withoutAClosedYearThatIsSaid() {
    rows.assertRow("first_year-Q1", "green", "expected_error_pct", null);
    assertThat(rows.text("first_year-Q1", PlanProgressTable.EXPECTED_BASIS))
        .isEqualTo("尚无结束年度可供检验 / no closed year yet");
  }

  @Test
  void aStockHasNoExpectedEnd() {
    rows.assertRow("stock-Q1", "red", "expected_value", null, "expected_error_pct", null);
    assertThat(rows.text("stock-Q1", PlanProgressTable.EXPECTED_BASIS)).isNull();
  }

  @Test
  void afterAnAbnormalYearTheRuleIsThePaceThenAndNow() {
    // 50 × 220/44 = 250. 2021, after the abnormal 2020: 44 / (40/200) = 220, as it came.
    // 2020, after the normal 2019: 10 × 200/40 = 50 against 200: 75 % off. The mean is 37.5 %.
    rows.assertRow(
        "after_abnormal-Q1",
        "green",
        "expected_value",
        "250.0000",
        "expected_error_pct",
        "37.5000");
  }

  @Test
  void aStatedPaceIsThatOfThePlan() {
    // 13 % done of 14 %; 25 % of 25 %.
    rows.assertRow("stated-Q1", "yellow", "pace_pct", "14.0000", "gap_points", "-1.0000");
    rows.assertRow("stated-Q2", "green", "pace_pct", "25.0000", "gap_points", "0.0000");
  }

  @Test
  void anEvenPaceCountsDays() {
    // 90 / 365 = 24.6575 %.
    rows.assertRow("even-Q1", "green", "pace_pct", "24.6575");
    rows.assertRow("level-Q1", "green", "pace_pct", "23.9130");
  }
}
