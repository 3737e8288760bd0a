package jindu.assess;

import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.try_multiply;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import jindu.core.Measure;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;

/**
 * What the rest of the year must bring (后期需完成, 后期需增长), and whether a rest of a year ever brought as
 * much (method.md section 7, Required).
 *
 * <p>All of it looks ahead to the deadline's quarter d, the fourth for a deadline at the year's
 * end: Pd = stored Pd × (Pk / stored Pk), so that last year is taken as its units restate it today.
 */
final class Effort {

  private static final Column HUNDRED = lit(100);

  private Effort() {}

  /** What remains of a level that is not a cap; never negative, null where one is not known. */
  static Column requiredValue() {
    Column remaining = col(PlanRow.THRESHOLD).minus(Figure.value());
    Column isKnown = Gap.is(Measure.FLOW).or(Gap.is(Measure.STOCK)).and(remaining.isNotNull());
    // Spark's greatest skips what is null.
    return when(isKnown, greatest(remaining, lit(0)));
  }

  /** What remains, spread over the quarters that are left to the deadline, at least one. */
  static Column requiredPerQuarter() {
    Column deadline = col(PlanProgressTable.DEADLINE);
    Column left =
        year(deadline)
            .minus(col(PlanProgressTable.YEAR))
            .multiply(lit(4))
            .plus(quarter(deadline))
            .minus(col(PlanProgressTable.QUARTER));
    Column share = requiredValue().divide(greatest(left, lit(1)));
    return when(not(col(PlanRow.DUE)), share);
  }

  /**
   * r with Yk + (Pd − Pk)(1 + r) = the aim, in percent, on the target's price basis. A growth aims
   * at Pd(1 + g), a level of a flow that is not reached yet at the level itself.
   */
  static Column requiredGrowth() {
    Column ofLevel = Gap.is(Measure.FLOW).and(Figure.value().lt(col(PlanRow.THRESHOLD)));
    Column ofFlow = col(PlanRow.FLOW).and(not(col(PlanRow.DUE)));
    return when(ofFlow.and(Figure.isGrowth().or(ofLevel)), onBasis(Effort::requiredGrowth));
  }

  /**
   * The best growth, in the direction that the target wants, that the same rest of a closed year
   * had on its own same period; null where no closed year tells.
   */
  static Column bestGrowth() {
    Column best = onBasis(Effort::bestGrowth);
    return when(col(PlanProgressTable.REQUIRED_GROWTH_PCT).isNotNull(), best);
  }

  /** The two columns between which the target's growth is taken. */
  private interface OfColumns {
    Column of(String current, String previous);
  }

  private static Column onBasis(OfColumns growth) {
    return when(
            col(PlanRow.COMPARABLE_BASIS),
            growth.of(CellTable.COMPARABLE_YTD, CellTable.COMPARABLE_PREVIOUS_YTD))
        .otherwise(growth.of(IndicatorTable.VALUE_YTD, IndicatorTable.PREVIOUS_YTD));
  }

  /** Solved for r: (aim − Yk) / (Pd − Pk) − 1; defined where last year still had more to come. */
  private static Column requiredGrowth(String current, String previous) {
    Column soFar = Figure.now(previous);
    Column lastYear = col(PlanProgressTable.YEAR).minus(lit(1));
    Column whole =
        Exact.quotient(
            try_multiply(soFar, CellHistory.figure(lastYear, PlanRow.DEADLINE_QUARTER, current)),
            CellHistory.figure(lastYear, PlanProgressTable.QUARTER, current));
    Column growth = col(PlanRow.THRESHOLD).try_cast(Types.PERCENT);
    Column toGrowth =
        try_multiply(whole, growth).plus(soFar.minus(Figure.now(current)).multiply(HUNDRED));
    Column toLevel =
        col(PlanRow.THRESHOLD)
            .minus(Figure.now(current))
            .minus(whole.minus(soFar))
            .multiply(HUNDRED);
    Column missing = when(Figure.isGrowth(), toGrowth).otherwise(toLevel);
    return Exact.quotient(
        missing.try_cast(Types.AMOUNT), whole.minus(soFar).try_cast(Types.AMOUNT));
  }

  private static Column bestGrowth(String current, String previous) {
    Column growths =
        CellHistory.ofClosedYears(
            year -> {
              Column came = rest(year, current);
              Column cameBefore = rest(year, previous);
              return Exact.percent(came.minus(cameBefore), cameBefore);
            });
    return when(col(PlanRow.SENSE).gt(0), array_max(growths)).otherwise(array_min(growths));
  }

  /** What came between the target's quarter and the deadline's in a year. */
  private static Column rest(Column year, String column) {
    return CellHistory.figure(year, PlanRow.DEADLINE_QUARTER, column)
        .minus(CellHistory.figure(year, PlanProgressTable.QUARTER, column));
  }
}
