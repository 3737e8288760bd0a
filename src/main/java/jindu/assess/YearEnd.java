package jindu.assess;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.try_multiply;
import static org.apache.spark.sql.functions.when;

import jindu.core.Measure;
import jindu.core.Messages;
import jindu.table.ExactRatio;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The expected year end of a flow, and how far the same rule was off at the same quarter of the
 * closed years (method.md section 7, Expected).
 *
 * <p>All of it looks ahead to the deadline's quarter d, the fourth for a deadline at the year's
 * end.
 */
final class YearEnd {

  private static final String GONE = "expected_gone";
  private static final String WHOLE = "expected_whole";

  /** How far the rule was off, in each closed year that tells. */
  private static final String ERRORS = "expected_errors";

  /** How much of the way to the deadline the rule takes to be behind. */
  private static final Pace.Way WAY = new Pace.Way(col(GONE), col(WHOLE));

  private YearEnd() {}

  /** The rows with what the expected end is worked out from. */
  static Dataset<Row> withWay(Dataset<Row> rows) {
    Pace.Way way = way(col(PlanProgressTable.YEAR), col(PlanRow.JUDGED_ON));
    return rows.withColumn(GONE, way.gone())
        .withColumn(WHOLE, way.whole())
        .withColumn(ERRORS, CellHistory.ofClosedYears(YearEnd::error));
  }

  /** In base units; from the deadline on what is there. Null for what is no flow. */
  static Column expectedValue() {
    return when(isOpen(), WAY.end(Figure.value())).when(col(PlanRow.FLOW), Figure.value());
  }

  /** The same against a level that is not a cap, in percent, from what it is made of. */
  static Column expectedCompletion() {
    Column open =
        ExactRatio.percentOfProducts(
            decimals ->
                try_multiply(
                    ExactRatio.product(decimals, Figure.value(), WAY.whole()),
                    lit(ExactRatio.IN_PERCENT)),
            decimals -> ExactRatio.product(decimals, WAY.gone(), col(PlanRow.THRESHOLD)));
    Column reached = ExactRatio.percent(Figure.value(), col(PlanRow.THRESHOLD));
    return when(
        Gap.is(Measure.FLOW).and(isExpected()), when(col(PlanRow.DUE), reached).otherwise(open));
  }

  /**
   * How far the rule was off in the closed years, in percent of the true end: the mean, whichever
   * way it was off. Null without a closed year; 0 from the deadline on, when nothing is foretold.
   */
  static Column error() {
    Column errors = col(ERRORS);
    Column sum =
        aggregate(
            errors,
            lit(0).cast(Exact.WIDE),
            (total, error) -> total.plus(error).try_cast(Exact.WIDE));
    Column mean = when(size(errors).gt(0), sum.divide(size(errors)));
    return when(isExpected(), when(col(PlanRow.DUE), lit(0)).otherwise(mean));
  }

  /**
   * On how many closed years the error rests, that there is none, or that the end has come; null
   * without expectation.
   */
  static Column basis() {
    return when(isExpected(), Sentence.bilingual(YearEnd::basis));
  }

  private static Column basis(Messages messages) {
    Column years = size(col(ERRORS));
    Column checked =
        Sentence.filled(
            Sentence.template(messages, "assess.expected-checked"), years.cast("string"));
    Column unchecked = Sentence.template(messages, "assess.expected-unchecked");
    Column reached = Sentence.template(messages, "assess.expected-reached");
    return when(col(PlanRow.DUE), reached).when(years.gt(0), checked).otherwise(unchecked);
  }

  private static Column isOpen() {
    return col(PlanRow.FLOW).and(not(col(PlanRow.DUE)));
  }

  private static Column isExpected() {
    return col(PlanRow.FLOW).and(col(PlanProgressTable.EXPECTED_VALUE).isNotNull());
  }

  /** Pd and Pk of last year; where that is abnormal, what the pace is made of. */
  private static Pace.Way way(Column year, Column day) {
    Column before = year.minus(lit(1));
    Column yearEnd = make_date(col(PlanProgressTable.YEAR), lit(12), lit(31));
    Pace.Way pace = Pace.way(year, day, least(col(PlanProgressTable.DEADLINE), yearEnd));
    return new Pace.Way(
        when(Pace.isAfterAbnormal(year), pace.gone())
            .otherwise(CellHistory.yearToDate(before, PlanProgressTable.QUARTER)),
        when(Pace.isAfterAbnormal(year), pace.whole())
            .otherwise(CellHistory.yearToDate(before, PlanRow.DEADLINE_QUARTER)));
  }

  private static Column error(Column year) {
    Column quarterEnd = QuartersInPlay.lastDay(year, col(PlanProgressTable.QUARTER));
    return errorOf(way(year, quarterEnd), year);
  }

  /** How far the end that a way of the year foretold was off, in percent of what it came to. */
  static Column errorOf(Pace.Way way, Column year) {
    Column soFar = CellHistory.yearToDate(year, PlanProgressTable.QUARTER);
    Column came = CellHistory.yearToDate(year, PlanRow.DEADLINE_QUARTER);
    Column off = way.endOver(soFar, came).minus(lit(1)).multiply(lit(100));
    return abs(off.try_cast(Exact.WIDE));
  }
}
