package jindu.assess;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.try_multiply;
import static org.apache.spark.sql.functions.when;

import jindu.core.Measure;
import jindu.core.Messages;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;

/**
 * The expected year end of a flow, and how far the same rule was off at the same quarter of the
 * closed years (method.md section 7, Expected).
 *
 * <p>All of it looks ahead to the deadline's quarter d, the fourth for a deadline at the year's
 * end.
 */
final class YearEnd {

  private YearEnd() {}

  /** In base units; from the deadline on what is there. Null for what is no flow. */
  static Column expectedValue() {
    return when(isOpen(), expected(col(PlanProgressTable.YEAR), col(PlanRow.PACE)))
        .when(col(PlanRow.FLOW), Figure.value());
  }

  /** The expected value against a level that is not a cap, in percent. */
  static Column expectedCompletion() {
    return when(
        Gap.is(Measure.FLOW),
        Exact.percent(col(PlanProgressTable.EXPECTED_VALUE), col(PlanRow.THRESHOLD)));
  }

  /**
   * How far the rule was off in the closed years, in percent of the true end: the mean, whichever
   * way it was off. Null without a closed year.
   */
  static Column error() {
    Column errors = errors();
    Column sum =
        aggregate(
            errors,
            lit(0).cast(Exact.WIDE),
            (total, error) -> total.plus(error).try_cast(Exact.WIDE));
    return when(isExpected().and(size(errors).gt(0)), sum.divide(size(errors)));
  }

  /** On how many closed years the error rests, or that there is none; null without expectation. */
  static Column basis() {
    return when(isExpected(), Sentence.bilingual(YearEnd::basis));
  }

  private static Column basis(Messages messages) {
    Column years = size(errors());
    Column checked =
        Sentence.filled(
            Sentence.template(messages, "assess.expected-checked"), years.cast("string"));
    Column unchecked = Sentence.template(messages, "assess.expected-unchecked");
    return when(years.gt(0), checked).otherwise(unchecked);
  }

  private static Column isOpen() {
    return col(PlanRow.FLOW).and(not(col(PlanRow.DUE)));
  }

  private static Column isExpected() {
    return isOpen().and(col(PlanProgressTable.EXPECTED_VALUE).isNotNull());
  }

  /** Yk × Pd / Pk; where the year before is abnormal, Yk / pace. */
  private static Column expected(Column year, Column pace) {
    Column soFar = CellHistory.yearToDate(year, PlanProgressTable.QUARTER);
    Column before = year.minus(lit(1));
    Column goingOn =
        Exact.quotient(
            try_multiply(soFar, CellHistory.yearToDate(before, PlanRow.DEADLINE_QUARTER)),
            CellHistory.yearToDate(before, PlanProgressTable.QUARTER));
    return when(Pace.isAfterAbnormal(year), Exact.quotient(soFar, pace)).otherwise(goingOn);
  }

  private static Column errors() {
    return CellHistory.ofClosedYears(YearEnd::error);
  }

  private static Column error(Column year) {
    Column quarterEnd = QuartersInPlay.lastDay(year, col(PlanProgressTable.QUARTER));
    Column was = CellHistory.yearToDate(year, PlanRow.DEADLINE_QUARTER);
    Column off = expected(year, Pace.in(year, quarterEnd)).minus(was);
    return abs(Exact.percent(off, was));
  }
}
