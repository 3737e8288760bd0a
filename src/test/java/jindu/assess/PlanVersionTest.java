package jindu.assess;

import static jindu.assess.PlanFixture.DISTRICT;
import static jindu.assess.PlanFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Target;
import jindu.core.Target.Comparator;
import jindu.table.PlanProgressTable;
import org.junit.jupiter.api.Test;

/** A plan that was adjusted in the middle of its year. */
class PlanVersionTest {

  private static final LocalDate ADJUSTED = LocalDate.of(2023, 7, 15);

  @Test
  void beforeTheAdjustmentThePlanOfThatDayHolds() {
    assertThat(assessed(ADJUSTED.minusDays(1))).containsExactly("2021-01-01 9.0000 yellow true");
  }

  @Test
  void fromItsDayOnBothAreShownAndTheLaterIsInForce() {
    assertThat(assessed(ADJUSTED))
        .containsExactly("2021-01-01 9.0000 yellow false", "2023-07-15 7.0000 green true");
  }

  private static List<String> assessed(LocalDate asOf) {
    PlanFixture plan = new PlanFixture();
    plan.indicator("adjusted", Kind.FLOW, Direction.UP, 0)
        .add(target("adjusted", Target.Kind.GROWTH, Comparator.EQ, "9"))
        .add(target("adjusted", Target.Kind.GROWTH, Comparator.EQ, "7").since(ADJUSTED))
        .cell("adjusted", DISTRICT, "ALL", 2023, 2, "216", "200");
    return Assess.planProgress(plan.cells(), plan.observations(), plan.catalog(), asOf)
        .orderBy(PlanProgressTable.PLAN_VERSION)
        .collectAsList()
        .stream()
        .map(
            row ->
                row.getAs(PlanProgressTable.PLAN_VERSION)
                    + " "
                    + row.getAs(PlanProgressTable.TARGET_VALUE)
                    + " "
                    + row.getAs(PlanProgressTable.LAMP)
                    + " "
                    + row.getAs(PlanProgressTable.IN_FORCE))
        .toList();
  }
}
