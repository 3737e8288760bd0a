package jindu.table;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_add;
import static org.apache.spark.sql.functions.try_multiply;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.function.IntFunction;
import jindu.core.Rounding;
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
public final class ExactRatio {

  /** A ratio of 1 in units of the last decimal of a percentage. */
  public static final BigDecimal IN_PERCENT = BigDecimal.TEN.pow(Rounding.PERCENT_DECIMALS + 2);

  /** A percentage of DECIMAL(12,4) lies below 10^8, so the ratio below 10^6. */
  private static final int PERCENT_DIGITS = 6;

  /** Below 10^14, with 4 decimals a 64-bit number; an amount of so many yuan is no mean. */
  private static final int AMOUNT_DIGITS = 14;

  private static final int NEAREST_DIGITS = 18;

  private ExactRatio() {}

  /** The ratio of two amounts in percent; null when the denominator is not positive. */
  public static Column percent(Column numerator, Column denominator) {
    return within(numerator, denominator, PERCENT_DIGITS, IN_PERCENT)
        .multiply(lit(BigDecimal.ONE.movePointLeft(Rounding.PERCENT_DECIMALS)));
  }

  /** The ratio of two amounts; null when the denominator is not positive. */
  public static Column amount(Column numerator, Column denominator) {
    BigDecimal scale = BigDecimal.TEN.pow(Rounding.VALUE_DECIMALS);
    return within(numerator, denominator, AMOUNT_DIGITS, scale)
        .multiply(lit(BigDecimal.ONE.movePointLeft(Rounding.VALUE_DECIMALS)));
  }

  /**
   * amount × numerator / denominator, rounded once to 4 decimals; null when the denominator is not
   * positive, or one of them reaches 10^14.
   */
  public static Column scaled(Column amount, Column numerator, Column denominator) {
    return nearest(
            product(Rounding.VALUE_DECIMALS, amount, numerator),
            whole(denominator, Rounding.VALUE_DECIMALS, NEAREST_DIGITS))
        .multiply(lit(BigDecimal.ONE.movePointLeft(Rounding.VALUE_DECIMALS)))
        .try_cast(Types.AMOUNT);
  }

  /** A decimal number as a whole one in units of its last decimal; null beyond so many digits. */
  public static Column whole(Column value, int decimals, int digits) {
    return value
        .multiply(lit(BigDecimal.TEN.pow(decimals)))
        .try_cast(DataTypes.createDecimalType(digits, 0));
  }

  /**
   * The ratio of sums of products of two amounts in percent, rounded once; null when the
   * denominator is not positive.
   *
   * <p>Products of amounts with all of their decimals outgrow 38 digits from about 10^12 on. They
   * are taken in whole units then: a unit in a million millions is far below what is shown.
   *
   * @param numerator the sum of {@link #product}s with so many decimals, times {@link #IN_PERCENT}
   * @param denominator the other sum, with so many decimals
   */
  public static Column percentOfProducts(
      IntFunction<Column> numerator, IntFunction<Column> denominator) {
    return coalesce(
            nearest(
                numerator.apply(Rounding.VALUE_DECIMALS),
                denominator.apply(Rounding.VALUE_DECIMALS)),
            nearest(numerator.apply(0), denominator.apply(0)))
        .multiply(lit(BigDecimal.ONE.movePointLeft(Rounding.PERCENT_DECIMALS)));
  }

  /** Two amounts of so many decimals, multiplied as whole numbers; null beyond 18 digits each. */
  public static Column product(int decimals, Column first, Column second) {
    return whole(first, decimals, NEAREST_DIGITS).multiply(whole(second, decimals, NEAREST_DIGITS));
  }

  /** The whole number nearest to the ratio of two whole numbers, ties away from zero. */
  public static Column nearest(Column numerator, Column denominator) {
    return within(numerator, denominator, NEAREST_DIGITS, BigDecimal.ONE);
  }

  /**
   * numerator × scale / denominator, where |numerator / denominator| &lt; 10^digits; null where a
   * step needs more than 38 digits.
   */
  private static Column within(Column numerator, Column denominator, int digits, BigDecimal scale) {
    // A bound beyond 38 digits is above any numerator.
    Column bound = try_multiply(denominator, lit(BigDecimal.TEN.pow(digits)));
    Column isBelow = coalesce(abs(numerator).lt(bound), lit(true));
    Column half = when(numerator.lt(0), denominator.unary_$minus()).otherwise(denominator);
    Column doubled = try_multiply(numerator, lit(scale.multiply(BigDecimal.valueOf(2))));
    Column quotient =
        call_function(
            "div", try_add(doubled, half), try_multiply(denominator, lit(BigDecimal.valueOf(2))));
    return when(denominator.gt(0).and(isBelow), quotient);
  }
}
