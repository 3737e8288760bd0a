package jindu.assess;

import static jindu.assess.PlanFixture.DISTRICT;
import static jindu.assess.PlanFixture.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Place;
import jindu.core.Target;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A plan that was adjusted in the middle of its year (docs/decisions/022). */
class PlanVersionTest {

  private static final LocalDate ADJUSTED = LocalDate.of(2023, 7, 15);
  private static final LocalDate WITHDRAWN = LocalDate.of(2023, 8, 1);
  private static final String TOWNSHIP = "410311002";

  private static List<Row> atTheYearsEnd;

  @BeforeAll
  static void assess() {
    atTheYearsEnd = assessed(LocalDate.of(2024, 1, 20));
  }

  /** 216 / 200 = +8 %: yellow against 9, green against 7. */
  private static PlanFixture plan() {
    PlanFixture plan = new PlanFixture();
    plan.place(TOWNSHIP, Place.Kind.TOWNSHIP);
    growth(plan, "adjusted", "9", "2021-01-01");
    growth(plan, "adjusted", "7", ADJUSTED.toString());
    growth(plan, "on_the_last_day", "9", "2021-01-01");
    growth(plan, "on_the_last_day", "7", "2023-06-30");
    growth(plan, "added_in_april", "9", "2023-04-10");
    growth(plan, "withdrawn", "9", "2021-01-01");
    plan.add(
        target("withdrawn", Target.Kind.GROWTH, Target.Comparator.EQ, "9")
            .since(WITHDRAWN)
            .withdrawn());
    growth(plan, "taken_up_again", "9", "2021-01-01");
    plan.add(
        target("taken_up_again", Target.Kind.GROWTH, Target.Comparator.EQ, "9")
            .since(WITHDRAWN)
            .withdrawn());
    growth(plan, "taken_up_again", "7", "2023-11-01");
    plan.indicator("level", Kind.FLOW, Direction.UP, 0)
        .add(target("level", Target.Kind.LEVEL, Target.Comparator.GE, "500"))
        .add(
            target("level", Target.Kind.LEVEL, Target.Comparator.GE, "500")
                .since(WITHDRAWN)
                .withdrawn())
        .year("level", 2022, "100", "200", "300", "400")
        .year("level", 2023, "125", "250", "300", "400");
    plan.indicator("spread", Kind.FLOW, Direction.UP, 0)
        .add(target("spread", Target.Kind.LEVEL, Target.Comparator.GE, "500"))
        .add(
            target("spread", Target.Kind.LEVEL, Target.Comparator.GE, "450")
                .at(TOWNSHIP, "ALL")
                .since(ADJUSTED))
        .year("spread", 2022, "100", "200", "300", "400")
        .year("spread", 2023, "125", "250", "300", "400");
    return plan;
  }

  private static void growth(PlanFixture plan, String code, String percent, String since) {
    plan.indicator(code, Kind.FLOW, Direction.UP, 0)
        .add(
            target(code, Target.Kind.GROWTH, Target.Comparator.EQ, percent)
                .since(LocalDate.parse(since)));
  }

  private static List<Row> assessed(LocalDate asOf) {
    PlanFixture plan = plan();
    for (String code :
        List.of("adjusted", "on_the_last_day", "added_in_april", "withdrawn", "taken_up_again")) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        plan.cell(code, DISTRICT, "ALL", 2023, quarter, "216", "200");
      }
    }
    plan.cell("level", TOWNSHIP, "ALL", 2022, 4, "400", null);
    plan.cell("spread", TOWNSHIP, "ALL", 2022, 4, "400", null);
    return assessed(plan, asOf);
  }

  private static List<Row> assessed(PlanFixture plan, LocalDate asOf) {
    return Assess.planProgress(plan.cells(), plan.observations(), plan.catalog(), asOf)
        .collectAsList();
  }

  @Test
  void beforeTheAdjustmentThePlanOfThatDayHolds() {
    assertThat(lines(assessed(ADJUSTED.minusDays(1)), "adjusted"))
        .containsExactly(
            "Q1 2021-01-01 9.0000 yellow true",
            "Q2 2021-01-01 9.0000 yellow true",
            "Q3 2021-01-01 9.0000 yellow true");
  }

  @Test
  void aQuarterThatEndedBeforeTheAdjustmentIsJudgedByThePlanBeforeIt() {
    assertThat(lines(atTheYearsEnd, "adjusted"))
        .containsExactly(
            "Q1 2021-01-01 9.0000 yellow true",
            "Q1 2023-07-15 7.0000 green false",
            "Q2 2021-01-01 9.0000 yellow true",
            "Q2 2023-07-15 7.0000 green false",
            "Q3 2021-01-01 9.0000 yellow false",
            "Q3 2023-07-15 7.0000 green true",
            // At the deadline nothing is yellow.
            "Q4 2021-01-01 9.0000 red false",
            "Q4 2023-07-15 7.0000 green true");
  }

  @Test
  void aVersionOfTheQuartersLastDayHoldsForTheQuarter() {
    assertThat(inForce("on_the_last_day"))
        .containsExactly(
            "Q1 2021-01-01 9.0000 yellow true",
            "Q2 2023-06-30 7.0000 green true",
            "Q3 2023-06-30 7.0000 green true",
            "Q4 2023-06-30 7.0000 green true");
  }

  @Test
  void whatThePlanAddsInAprilJudgesNoQuarterThatEndedBefore() {
    assertThat(lines(atTheYearsEnd, "added_in_april"))
        .containsExactly(
            "Q1 2023-04-10 9.0000 yellow false",
            "Q2 2023-04-10 9.0000 yellow true",
            "Q3 2023-04-10 9.0000 yellow true",
            "Q4 2023-04-10 9.0000 red true");
  }

  @Test
  void aPlanAdoptedInAprilIsThePlanOfTheFirstQuarterToo() {
    PlanFixture plan = new PlanFixture();
    growth(plan, "adopted_late", "9", "2023-04-10");
    plan.cell("adopted_late", DISTRICT, "ALL", 2023, 1, "216", "200");
    assertThat(lines(assessed(plan, LocalDate.of(2023, 4, 20)), "adopted_late"))
        .startsWith("Q1 2023-04-10 9.0000 yellow true");
  }

  @Test
  void whatWasAllocatedStaysSoUntilThePlanStatesTheTownshipsFigure() {
    assertThat(rows(atTheYearsEnd, "spread", TOWNSHIP))
        .extracting(
            row -> row.<Integer>getAs(PlanProgressTable.QUARTER),
            row -> row.<Boolean>getAs(PlanProgressTable.ALLOCATED),
            row -> row.<Boolean>getAs(PlanProgressTable.IN_FORCE),
            row -> row.getAs(PlanProgressTable.TARGET_VALUE).toString())
        .containsExactlyInAnyOrder(
            tuple(1, true, true, "500.0000"),
            tuple(1, false, false, "450.0000"),
            tuple(2, true, true, "500.0000"),
            tuple(2, false, false, "450.0000"),
            tuple(3, false, true, "450.0000"),
            tuple(4, false, true, "450.0000"));
  }

  @Test
  void fromItsDayOnATargetThatIsWithdrawnIsShownAndNotJudged() {
    assertThat(lines(atTheYearsEnd, "withdrawn"))
        .containsExactly(
            "Q1 2021-01-01 9.0000 yellow true",
            "Q2 2021-01-01 9.0000 yellow true",
            "Q3 2023-08-01 null grey true",
            "Q4 2023-08-01 null grey true");
    assertThat(rows(atTheYearsEnd, "withdrawn", DISTRICT).get(3).<String>getAs("lamp_reason"))
        .contains("自 2023-08-01 起撤销")
        .contains("withdrawn by the plan from 2023-08-01 on");
  }

  @Test
  void whatIsWithdrawnHasItsFigureAndNothingThatHoldsItAgainstAPlan() {
    Row withdrawn = rows(atTheYearsEnd, "level", DISTRICT).get(2);
    assertThat(withdrawn.getAs("actual").toString()).isEqualTo("300.0000");
    for (String column :
        List.of(
            "target_value",
            "pace_pct",
            "completion_pct",
            "gap_points",
            "required_value",
            "required_growth_pct",
            "expected_completion_pct")) {
      assertThat(withdrawn.<Object>getAs(column)).as(column).isNull();
    }
  }

  @Test
  void aTargetTakenUpAgainIsJudgedAgain() {
    assertThat(lines(atTheYearsEnd, "taken_up_again"))
        .containsExactly(
            "Q1 2021-01-01 9.0000 yellow true",
            "Q1 2023-11-01 7.0000 green false",
            "Q2 2021-01-01 9.0000 yellow true",
            "Q2 2023-11-01 7.0000 green false",
            "Q3 2023-08-01 null grey true",
            "Q4 2021-01-01 9.0000 red false",
            "Q4 2023-11-01 7.0000 green true");
  }

  @Test
  void whatWasAllocatedIsWithdrawnWithTheTarget() {
    assertThat(rows(atTheYearsEnd, "level", TOWNSHIP))
        .extracting(row -> row.<Integer>getAs(PlanProgressTable.QUARTER))
        .containsExactly(1, 2);
  }

  private static List<String> inForce(String indicator) {
    return lines(atTheYearsEnd, indicator).stream().filter(line -> line.endsWith("true")).toList();
  }

  private static List<String> lines(List<Row> rows, String indicator) {
    return rows(rows, indicator, DISTRICT).stream()
        .map(
            row ->
                "Q%d %s %s %s %s"
                    .formatted(
                        row.<Integer>getAs(PlanProgressTable.QUARTER),
                        row.getAs(PlanProgressTable.PLAN_VERSION),
                        row.getAs(PlanProgressTable.TARGET_VALUE),
                        row.getAs(PlanProgressTable.LAMP),
                        row.getAs(PlanProgressTable.IN_FORCE)))
        .toList();
  }

  private static List<Row> rows(List<Row> rows, String indicator, String place) {
    return rows.stream()
        .filter(row -> row.getAs(PlanProgressTable.INDICATOR).equals(indicator))
        .filter(row -> row.getAs(PlanProgressTable.TOWNSHIP_CODE).equals(place))
        .sorted(
            Comparator.<Row, Integer>comparing(row -> row.getAs(PlanProgressTable.QUARTER))
                .thenComparing(row -> row.getAs(PlanProgressTable.PLAN_VERSION).toString()))
        .toList();
  }
}
