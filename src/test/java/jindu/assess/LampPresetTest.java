package jindu.assess;

import static jindu.assess.PlanFixture.DISTRICT;
import static jindu.assess.PlanFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.LampPreset;
import jindu.core.LampPreset.Condition;
import jindu.core.Target;
import jindu.core.Target.Comparator;
import jindu.table.PlanProgressTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lamps by named rules, and lamps that hang on estimates. */
class LampPresetTest {

  private static final LampPreset THIRTY_BEHIND =
      new LampPreset(
          "thirty",
          "落后三成为黄",
          "thirty behind is yellow",
          Set.of(Target.Kind.LEVEL, Target.Kind.POINTS),
          List.of(new Condition(LampPreset.Test.AT_PACE, null)),
          List.of(new Condition(LampPreset.Test.BEHIND_AT_MOST, new BigDecimal(30))));

  private static final LampPreset GROWING =
      new LampPreset(
          "growing",
          "增长为黄",
          "growing is yellow",
          Set.of(Target.Kind.GROWTH),
          List.of(new Condition(LampPreset.Test.AT_PACE, null)),
          List.of(new Condition(LampPreset.Test.POSITIVE, null)));

  private static final LampPreset CITY =
      new LampPreset(
          "city",
          "不低于全市为绿",
          "at the city is green",
          Set.of(Target.Kind.GROWTH),
          List.of(
              new Condition(LampPreset.Test.AT_PACE, null),
              new Condition(LampPreset.Test.AT_CITY, null)),
          List.of(new Condition(LampPreset.Test.POSITIVE, null)));

  private static AssessedRows rows;

  @BeforeAll
  static void assess() {
    PlanFixture plan = new PlanFixture().preset(THIRTY_BEHIND).preset(GROWING).preset(CITY);
    plan.indicator("level", Kind.FLOW, Direction.UP, 0)
        .add(
            target("level", Target.Kind.LEVEL, Comparator.GE, "1000")
                .stated("20", "50", "80", "100")
                .preset("thirty"))
        .year("level", 2023, "140", "349", "800", "999");
    plan.indicator("points", Kind.LEVEL, Direction.UP, 2)
        .add(
            target("points", Target.Kind.POINTS, Comparator.EQ, "2")
                .stated("20", "50", "80", "100")
                .preset("thirty"))
        .year("points", 2022, null, null, null, "60")
        .year("points", 2023, "60.28", "60.69", "61.60");
    plan.indicator("growth", Kind.FLOW, Direction.UP, 0)
        .add(target("growth", Target.Kind.GROWTH, Comparator.EQ, "9").preset("growing"))
        .cell("growth", DISTRICT, "ALL", 2023, 1, "109", "100")
        .cell("growth", DISTRICT, "ALL", 2023, 2, "201", "200")
        .cell("growth", DISTRICT, "ALL", 2023, 3, "299", "300")
        .cell("growth", DISTRICT, "ALL", 2023, 4, "430", "400");
    plan.indicator("no_city", Kind.FLOW, Direction.UP, 0)
        .add(target("no_city", Target.Kind.GROWTH, Comparator.EQ, "9").preset("city"))
        .cell("no_city", DISTRICT, "ALL", 2023, 1, "103", "100");
    plan.indicator("other_kind", Kind.FLOW, Direction.UP, 0)
        .add(
            target("other_kind", Target.Kind.LEVEL, Comparator.GE, "1000").even().preset("growing"))
        .year("other_kind", 2023, "200");
    plan.indicator("estimated", Kind.FLOW, Direction.UP, 0)
        .add(target("estimated", Target.Kind.GROWTH, Comparator.EQ, "9"))
        .cell("estimated", DISTRICT, "ALL", 2023, 1, "110", "100")
        .estimated("0.5")
        .cell("estimated", DISTRICT, "ALL", 2023, 2, "220", "200")
        .estimated("1")
        .cell("estimated", DISTRICT, "ALL", 2023, 3, "312", "300")
        .estimated("8");
    rows =
        AssessedRows.of(
            Assess.planProgress(
                plan.cells(), plan.observations(), plan.catalog(), LocalDate.of(2024, 1, 20)));
  }

  @Test
  void upToThirtyPercentBehindThePaceIsYellow() {
    // 14 % done of 20 %: 30 % behind. 34.9 % of 50 %: 30.2 % behind.
    rows.assertRow("level-Q1", "yellow", "gap_points", "-6.0000");
    rows.assertRow("level-Q2", "red", "gap_points", "-15.1000");
    rows.assertRow("level-Q3", "green");
    assertThat(rows.reason("level-Q1"))
        .startsWith("按规则“落后三成为黄”为黄：完成 14.0%，序时进度 20.0%")
        .contains("yellow by the rule \"thirty behind is yellow\": 14.0 % done");
  }

  @Test
  void ofPointsThePaceAsksForItsShareOfThePoints() {
    // 0.28 gained of 0.4; 0.69 of 1.0.
    rows.assertRow("points-Q1", "yellow");
    rows.assertRow("points-Q2", "red");
    rows.assertRow("points-Q3", "green");
  }

  @Test
  void growthIsYellowWhileItIsAboveZero() {
    rows.assertRow("growth-Q1", "green");
    rows.assertRow("growth-Q2", "yellow", "gap_points", "-8.5000");
    rows.assertRow("growth-Q3", "red");
  }

  @Test
  void atTheDeadlineThereIsNoYellowByAnyRule() {
    rows.assertRow("level-Q4", "red");
    rows.assertRow("growth-Q4", "red");
    assertThat(rows.reason("growth-Q4")).startsWith("到期，未达目标");
  }

  @Test
  void aKindThatThePresetDoesNotJudgeKeepsTheGeneralRule() {
    // 20 % done of 24.7 %: within five points.
    rows.assertRow("other_kind-Q1", "yellow");
    assertThat(rows.reason("other_kind-Q1")).startsWith("略有差距");
  }

  @Test
  void withoutTheCitysFigureTheGeneralRuleHolds() {
    rows.assertRow("no_city-Q1", "red", "gap_points", "-6.0000");
    assertThat(rows.reason("no_city-Q1")).startsWith("落后");
  }

  @Test
  void aLampThatTurnsWithTheEstimatesIsProvisional() {
    // Growth 10 %, target 9 %. Without the estimates 110 × 0.995 / 100 = 9.45 %.
    rows.assertRow("estimated-Q1", "green");
    assertThat(rows.claims("estimated-Q1", PlanProgressTable.LAMP_PROVISIONAL)).isFalse();
    // 220 × 0.99 / 200 = 8.9 %.
    rows.assertRow("estimated-Q2", "green");
    assertThat(rows.claims("estimated-Q2", PlanProgressTable.LAMP_PROVISIONAL)).isTrue();
    // Growth 4 % is red; with twice the estimates 312 × 1.08 / 300 = 12.3 %.
    rows.assertRow("estimated-Q3", "red");
    assertThat(rows.claims("estimated-Q3", PlanProgressTable.LAMP_PROVISIONAL)).isTrue();
    assertThat(rows.claims("growth-Q1", PlanProgressTable.LAMP_PROVISIONAL)).isFalse();
  }
}
