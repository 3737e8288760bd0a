package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_multiply;
import static org.apache.spark.sql.functions.when;

import jindu.core.Measure;
import jindu.core.Target;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;

/**
 * What the rest of the year must bring (后期需完成, 后期需增长), and what it will bring if it goes on so
 * (method.md section 7, Required and Expected).
 *
 * <p>Both look ahead to the deadline's quarter d, the fourth for a deadline at the year's end: Pd =
 * stored Pd × (Pk / stored Pk), so that last year is taken as its units restate it today.
 */
final class Effort {

  private static final Column HUNDRED = lit(100);

  private Effort() {}

  /** What remains of a level that is not a cap; never negative. */
  static Column requiredValue() {
    Column remaining = col(PlanRow.THRESHOLD).minus(Figure.value());
    return when(Gap.is(Measure.FLOW).or(Gap.is(Measure.STOCK)), greatest(remaining, lit(0)));
  }

  /** r with Yk + (Pd − Pk)(1 + r) = Pd(1 + g), in percent, on the target's price basis. */
  static Column requiredGrowth() {
    Column onBasis =
        when(
                col(PlanRow.COMPARABLE_BASIS),
                requiredGrowth(CellTable.COMPARABLE_YTD, CellTable.COMPARABLE_PREVIOUS_YTD))
            .otherwise(requiredGrowth(IndicatorTable.VALUE_YTD, IndicatorTable.PREVIOUS_YTD));
    Column ofGrowth = Figure.isKind(Target.Kind.GROWTH).or(Figure.isKind(Target.Kind.REDUCTION));
    return when(ofGrowth.and(stillOpenFlow()), onBasis);
  }

  /** Yk × Pd / Pk, or Yk / pace where last year is abnormal; flows only. */
  static Column expectedValue() {
    Column goingOn =
        Exact.quotient(
            try_multiply(Figure.value(), lastYear(IndicatorTable.VALUE_YTD, deadlineQuarter())),
            lastYear(IndicatorTable.VALUE_YTD, quarter()));
    Column byPace = Exact.quotient(Figure.value(), col(PlanRow.PACE));
    return when(stillOpenFlow().and(col(PlanRow.ABNORMAL_FROM).isNotNull()), byPace)
        .when(stillOpenFlow(), goingOn)
        .when(col(PlanRow.FLOW), Figure.value());
  }

  /** The expected value against a level that is not a cap, in percent. */
  static Column expectedCompletion(Column expectedValue) {
    return when(Gap.is(Measure.FLOW), Exact.percent(expectedValue, col(PlanRow.THRESHOLD)));
  }

  /**
   * Solved for r: (Pd × g + Pk − Yk) / (Pd − Pk); defined where last year still had more to come.
   */
  private static Column requiredGrowth(String current, String previous) {
    Column soFar = Figure.now(previous);
    Column whole =
        Exact.quotient(
            try_multiply(soFar, lastYear(current, deadlineQuarter())),
            lastYear(current, quarter()));
    Column growth = col(PlanRow.THRESHOLD).try_cast(Types.PERCENT);
    Column missing =
        try_multiply(whole, growth).plus(soFar.minus(Figure.now(current)).multiply(HUNDRED));
    return Exact.quotient(
        missing.try_cast(Types.AMOUNT), whole.minus(soFar).try_cast(Types.AMOUNT));
  }

  private static Column stillOpenFlow() {
    return col(PlanRow.FLOW).and(not(col(PlanRow.DUE)));
  }

  private static Column lastYear(String column, Column quarter) {
    Column year = col(PlanProgressTable.YEAR).minus(lit(1));
    return CellHistory.at(year, quarter).getField(column);
  }

  private static Column quarter() {
    return col(PlanProgressTable.QUARTER);
  }

  private static Column deadlineQuarter() {
    return col(PlanRow.DEADLINE_QUARTER);
  }
}
