package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import jindu.core.Measure;
import jindu.core.Standing;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;

/** Where a target stands, and its colour (method.md section 7, Lamp). */
final class Lamps {

  private Lamps() {}

  /** By the general rule: grey cases first, each with its reason; then {@link #judged}. */
  static Column general(Judged figure) {
    Column noValue = Figure.value().isNull();
    Column noActual = figure.actual().isNull();
    return when(col(PlanRow.WITHDRAWN), is(Standing.WITHDRAWN))
        .when(Gap.is(Measure.SCOPE), is(Standing.SCOPE))
        .when(col(PlanRow.WITHOUT_WEIGHTS), is(Standing.NOT_ALLOCATED))
        .when(col(PlanRow.THRESHOLD).isNull(), is(Standing.NO_FIGURE))
        .when(noValue.and(measuredOnceAYear()), is(Standing.ANNUAL))
        .when(noValue, is(Standing.NO_DATA))
        .when(noActual.and(Gap.is(Measure.POINTS)), is(Standing.NO_BASE))
        .when(noActual, is(Standing.NO_GROWTH))
        .otherwise(judged(figure));
  }

  /** Twin of {@link jindu.core.LampRule#standing}. */
  static Column judged(Judged figure) {
    Column met = figure.met();
    Column shortfall = figure.shortfall();
    Column baseUnknown = needsBase().and(col(PlanRow.BASE).isNull());
    Column atDeadline = when(met, is(Standing.DUE_MET)).otherwise(is(Standing.DUE_MISSED));
    Column held = when(met, is(Standing.HOLD_KEPT)).otherwise(is(Standing.HOLD_LOST));
    Column byMet = when(met, is(Standing.MET)).otherwise(is(Standing.BEHIND));
    Column within = negate(shortfall).leq(col(PlanRow.TOLERANCE));
    return when(col(PlanRow.DUE), atDeadline)
        .when(col(PlanRow.HOLD), held)
        .when(met.and(not(Gap.is(Measure.FLOW_CAP))), is(Standing.MET))
        .when(baseUnknown, is(Standing.NO_BASE))
        .when(shortfall.isNull(), byMet)
        .when(shortfall.geq(lit(0)), is(Standing.ON_PACE))
        .when(within, is(Standing.SHORT))
        .otherwise(is(Standing.BEHIND));
  }

  /** The colour of a standing. */
  static Column lamp(Column standing) {
    Column[] colours =
        Stream.of(Standing.values())
            .flatMap(each -> Stream.of(lit(each.code()), lit(each.lamp().code())))
            .toArray(Column[]::new);
    return element_at(map(colours), standing);
  }

  static Column needsBase() {
    Column needs = lit(false);
    for (Measure measure : Measure.values()) {
      needs = measure.needsBase() ? needs.or(Gap.is(measure)) : needs;
    }
    return needs;
  }

  /** Last year had a figure at its end and none before. */
  private static Column measuredOnceAYear() {
    Column year = col(PlanProgressTable.YEAR).minus(lit(1));
    Column earlier = lit(true);
    for (int quarter = 1; quarter <= 3; quarter++) {
      earlier = earlier.and(CellHistory.at(year, lit(quarter)).isNull());
    }
    return earlier
        .and(CellHistory.at(year, lit(4)).isNotNull())
        .and(col(PlanProgressTable.QUARTER).lt(4));
  }

  static Column is(Standing standing) {
    return lit(standing.code());
  }
}
