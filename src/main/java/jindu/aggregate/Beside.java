package jindu.aggregate;

import static jindu.aggregate.Steps.COUNTS_UNIT;
import static jindu.aggregate.Steps.DIFFERENCED;
import static jindu.aggregate.Steps.ESTIMATED_PART;
import static jindu.aggregate.Steps.EXPECTED;
import static jindu.aggregate.Steps.MONTHS_ALONE;
import static jindu.aggregate.Steps.NOW;
import static jindu.aggregate.Steps.ON_DUE;
import static jindu.aggregate.Steps.ON_DUE_YTD;
import static jindu.aggregate.Steps.RECEIVED;
import static jindu.aggregate.Steps.RECEIVED_YTD;
import static jindu.aggregate.Steps.RESTATED_IS_LOST;
import static jindu.aggregate.Steps.SINCE_DUE;
import static jindu.aggregate.Steps.SINCE_DUE_IS_LOST;
import static jindu.aggregate.Steps.SIZE;
import static jindu.aggregate.Steps.SIZE_EXPECTED;
import static jindu.aggregate.Steps.SIZE_REPORTED;
import static jindu.aggregate.Steps.STATE;
import static jindu.aggregate.Steps.UNITS_ANSWERED;
import static jindu.aggregate.Steps.YTD;
import static jindu.table.IndicatorTable.RESTATED_PART;
import static jindu.table.IndicatorTable.UNITS_EXPECTED;
import static jindu.table.IndicatorTable.UNITS_REPORTED;
import static jindu.table.IndicatorTable.UNITS_STANDING;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.table.ContributionTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;

/** What is told beside the amounts of a unit's quarter: response, estimates, restatements. */
final class Beside {

  private Beside() {}

  /**
   * @param own the quarter's own amount
   */
  static List<Column> columns(Column own) {
    Column isReported = is(ContributionTable.REPORTED);
    Column isExpected = coalesce(col(EXPECTED), lit(false));
    return List.of(
        units(isReported).as(UNITS_REPORTED),
        units(is(ContributionTable.STANDING)).as(UNITS_STANDING),
        when(col(EXPECTED).isNotNull(), units(col(EXPECTED))).as(UNITS_EXPECTED),
        units(isExpected.and(isReported)).as(UNITS_ANSWERED),
        when(is(ContributionTable.ESTIMATED), col(YTD)).as(ESTIMATED_PART),
        restated(own).as(RESTATED_PART),
        sinceDue().as(SINCE_DUE),
        when(isExpected, col(SIZE)).as(SIZE_EXPECTED),
        when(isExpected.and(isReported), col(SIZE)).as(SIZE_REPORTED));
  }

  /** The same columns where a row is about the base alone. */
  static List<Column> nothing() {
    Column amount = lit(null).cast(Types.AMOUNT);
    return List.of(
        lit(0).as(UNITS_REPORTED),
        lit(0).as(UNITS_STANDING),
        lit(null).cast(Types.WHOLE).as(UNITS_EXPECTED),
        lit(0).as(UNITS_ANSWERED),
        amount.as(ESTIMATED_PART),
        amount.as(RESTATED_PART),
        amount.as(SINCE_DUE),
        amount.as(SIZE_EXPECTED),
        amount.as(SIZE_REPORTED));
  }

  /** The bits that say that a restatement or a change is there and cannot be known. */
  static Column lost(Column own) {
    Column isMeant = col(NOW).isNotNull().and(col(DIFFERENCED));
    Column isUnknown = isUnknown(RECEIVED, RECEIVED_YTD).or(isUnknown(ON_DUE, ON_DUE_YTD));
    return when(isMeant.and(restated(own).isNull()), RESTATED_IS_LOST)
        .otherwise(0)
        .plus(when(isUnknown, SINCE_DUE_IS_LOST).otherwise(0));
  }

  private static Column isUnknown(String returned, String contribution) {
    return col(returned).isNotNull().and(col(contribution).isNull());
  }

  /**
   * What the quarter holds of earlier quarters (method.md section 3): its difference less its own
   * months. A value that stands or is estimated restates nothing.
   */
  private static Column restated(Column own) {
    Column restated = own.minus(col(MONTHS_ALONE)).try_cast(Types.AMOUNT);
    return when(
        col(NOW).isNotNull().and(col(DIFFERENCED)),
        when(is(ContributionTable.REPORTED), restated).otherwise(lit(0).cast(Types.AMOUNT)));
  }

  /** An estimate is no news: what the unit returned itself is compared, then and now. */
  private static Column sinceDue() {
    Column isReturned = col(RECEIVED).isNotNull();
    Column now = coalesce(col(RECEIVED_YTD), lit(0));
    Column then = coalesce(col(ON_DUE_YTD), lit(0));
    return when(isReturned.or(col(ON_DUE).isNotNull()), now.minus(then).try_cast(Types.AMOUNT));
  }

  private static Column units(Column counts) {
    return when(col(COUNTS_UNIT).and(counts), 1).otherwise(0);
  }

  private static Column is(String state) {
    return col(STATE).equalTo(state);
  }
}
