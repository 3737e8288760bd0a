package jindu.aggregate;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import jindu.core.Rounding;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Division rounded half up once, as {@link Rounding#ratio}.
 *
 * <p>Spark rounds the quotient of two decimals to a scale of its own choice before anyone can round
 * it: 0.0000499999…6 becomes 0.000050 and then 0.0001. So the quotient is taken in whole numbers:
 * with n and d &gt; 0, n / d to the nearest whole number is (2n + d) div 2d, and (2n − d) div 2d
 * for negative n, because {@code div} is exact and drops the fraction. It gives a 64-bit number;
 * what would not fit is null.
 */
final class ExactRatio {

  /** A percentage of DECIMAL(12,4) lies below 10^8, so the ratio below 10^6. */
  private static final int PERCENT_DIGITS = 6;

  /** Below 10^14, with 4 decimals a 64-bit number; an amount of so many yuan is no mean. */
  private static final int AMOUNT_DIGITS = 14;

  private static final int NEAREST_DIGITS = 18;

  private ExactRatio() {}

  /** The ratio of two amounts in percent; null when the denominator is not positive. */
  static Column percent(Column numerator, Column denominator) {
    BigDecimal scale = BigDecimal.TEN.pow(Rounding.PERCENT_DECIMALS + 2);
    return within(numerator, denominator, PERCENT_DIGITS, scale)
        .multiply(lit(BigDecimal.ONE.movePointLeft(Rounding.PERCENT_DECIMALS)));
  }

  /** The ratio of two amounts; null when the denominator is not positive. */
  static Column amount(Column numerator, Column denominator) {
    BigDecimal scale = BigDecimal.TEN.pow(Rounding.VALUE_DECIMALS);
    return within(numerator, denominator, AMOUNT_DIGITS, scale)
        .multiply(lit(BigDecimal.ONE.movePointLeft(Rounding.VALUE_DECIMALS)));
  }

  /**
   * amount × numerator / denominator, rounded once to 4 decimals; null when the denominator is not
   * positive, or one of them reaches 10^14.
   */
  static Column scaled(Column amount, Column numerator, Column denominator) {
    Column product =
        whole(amount, Rounding.VALUE_DECIMALS, NEAREST_DIGITS)
            .multiply(whole(numerator, Rounding.VALUE_DECIMALS, NEAREST_DIGITS));
    return nearest(product, whole(denominator, Rounding.VALUE_DECIMALS, NEAREST_DIGITS))
        .multiply(lit(BigDecimal.ONE.movePointLeft(Rounding.VALUE_DECIMALS)))
        .try_cast(Types.AMOUNT);
  }

  /** A decimal number as a whole one in units of its last decimal; null beyond so many digits. */
  static Column whole(Column value, int decimals, int digits) {
    return value
        .multiply(lit(BigDecimal.TEN.pow(decimals)))
        .try_cast(DataTypes.createDecimalType(digits, 0));
  }

  /** The whole number nearest to the ratio of two whole numbers, ties away from zero. */
  static Column nearest(Column numerator, Column denominator) {
    return within(numerator, denominator, NEAREST_DIGITS, BigDecimal.ONE);
  }

  /** numerator × scale / denominator, where |numerator / denominator| &lt; 10^digits. */
  private static Column within(Column numerator, Column denominator, int digits, BigDecimal scale) {
    Column bound = denominator.multiply(lit(BigDecimal.TEN.pow(digits)));
    Column half = when(numerator.lt(0), denominator.unary_$minus()).otherwise(denominator);
    Column doubled = numerator.multiply(lit(scale.multiply(BigDecimal.valueOf(2))));
    Column quotient =
        call_function("div", doubled.plus(half), denominator.multiply(lit(BigDecimal.valueOf(2))));
    return when(denominator.gt(0).and(abs(numerator).lt(bound)), quotient);
  }
}
