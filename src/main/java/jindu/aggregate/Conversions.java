package jindu.aggregate;

import static jindu.aggregate.FactorRows.INDICES;
import static jindu.aggregate.FactorRows.RATE;
import static jindu.aggregate.Steps.CONVERSION;
import static jindu.aggregate.Steps.SURVEY;
import static jindu.table.ObservationTable.PERIOD;
import static jindu.table.ObservationTable.PREVIOUS;
import static jindu.table.ObservationTable.VALUE;
import static jindu.table.ObservationTable.WEIGHT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import jindu.core.Feed.Conversion;
import jindu.core.Rounding;
import jindu.table.ExactRatio;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * A unit's value as its indicator counts it, rounded once, half up, to 4 decimals (method.md
 * section 5); null when a factor is missing.
 */
final class Conversions {

  private static final String MONTH_OF_PERIOD = "int(substring(%s.%s, 6, 2)) - 1";
  private static final BigDecimal INDEX_BASE = new BigDecimal(100);
  private static final int AMOUNT_DIGITS = Types.AMOUNT.precision();

  /** A rate is below 1000. */
  private static final int RATE_DIGITS = 9;

  private Conversions() {}

  /** Year to date. */
  static Column current(String counted) {
    Column value = col(counted).getField(VALUE);
    return when(is(Conversion.COUNT), one(value))
        .when(is(Conversion.VALUE_ADDED), valueAdded(value))
        .when(is(Conversion.VALUE_ADDED_COMPARABLE), deflated(value, counted))
        .when(is(Conversion.NONE).and(col(SURVEY)), weighted(value, counted))
        .when(is(Conversion.NONE), value)
        .cast(Types.AMOUNT);
  }

  /** Same period of last year as the unit reports it: the denominator has no price index. */
  static Column samePeriod(String counted) {
    Column value = col(counted).getField(PREVIOUS);
    return when(is(Conversion.COUNT), one(value))
        .when(is(Conversion.VALUE_ADDED), valueAdded(value))
        .when(is(Conversion.VALUE_ADDED_COMPARABLE), valueAdded(value))
        .when(is(Conversion.NONE).and(col(SURVEY)), weighted(value, counted))
        .when(is(Conversion.NONE), value)
        .cast(Types.AMOUNT);
  }

  /** The months of a quarter alone; a count has none. */
  static Column months(String counted) {
    Column value = col(counted).getField(VALUE);
    return when(is(Conversion.VALUE_ADDED), valueAdded(value))
        .when(is(Conversion.NONE).and(not(col(SURVEY))), value)
        .cast(Types.AMOUNT);
  }

  /** An amount × a factor; exact before the one rounding, because 24 + 12 digits fit. */
  static Column times(Column amount, Column factor) {
    return round(amount.multiply(factor), Rounding.VALUE_DECIMALS).try_cast(Types.AMOUNT);
  }

  private static Column is(Conversion conversion) {
    return col(CONVERSION).equalTo(conversion.code());
  }

  private static Column one(Column value) {
    return when(value.isNotNull(), lit(1).cast(Types.AMOUNT));
  }

  private static Column valueAdded(Column value) {
    return times(value, col(RATE));
  }

  /**
   * output ÷ (index / 100) × rate as one fraction of whole numbers. In ten-thousandths of a yuan
   * and millionths of the factors it is output × rate × 100 / index: 24 + 9 + 3 digits.
   */
  private static Column deflated(Column output, String counted) {
    Column index = get(col(INDICES), monthOfPeriod(counted));
    Column numerator =
        ExactRatio.whole(output, Rounding.VALUE_DECIMALS, AMOUNT_DIGITS)
            .multiply(ExactRatio.whole(col(RATE), FactorRows.DECIMALS, RATE_DIGITS))
            .multiply(lit(INDEX_BASE));
    return ExactRatio.nearest(
            numerator, ExactRatio.whole(index, FactorRows.DECIMALS, FactorRows.FACTOR.precision()))
        .multiply(lit(BigDecimal.ONE.movePointLeft(Rounding.VALUE_DECIMALS)))
        .try_cast(Types.AMOUNT);
  }

  private static Column monthOfPeriod(String counted) {
    return expr(MONTH_OF_PERIOD.formatted(counted, PERIOD));
  }

  /** Narrower types keep the product exact: 22 + 14 + 1 digits. */
  private static Column weighted(Column value, String counted) {
    Column weight = col(counted).getField(WEIGHT);
    return round(
            value
                .try_cast(DataTypes.createDecimalType(22, Rounding.VALUE_DECIMALS))
                .multiply(
                    weight.try_cast(DataTypes.createDecimalType(14, Rounding.VALUE_DECIMALS))),
            Rounding.VALUE_DECIMALS)
        .try_cast(Types.AMOUNT);
  }
}
