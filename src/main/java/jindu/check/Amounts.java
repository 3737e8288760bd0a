package jindu.check;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import jindu.core.Amount;
import jindu.core.Rounding;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * Column twin of {@link Amount}.
 *
 * <p>The whole and the fraction are multiplied apart: Spark rounds a product of more than 38 digits
 * on its own, and the value would be rounded twice.
 */
final class Amounts {

  /** Base units in one delivered unit; below 10^11. */
  static final DecimalType FACTOR = DataTypes.createDecimalType(15, 4);

  /** A text of millions of digits would take minutes to be read as a number that cannot fit. */
  private static final String ZEROS_IN_FRONT = "^0+([0-9])";

  private static final DecimalType WHOLE = DataTypes.createDecimalType(Amount.WHOLE_DIGITS, 0);
  private static final DecimalType FRACTION =
      DataTypes.createDecimalType(Amount.FRACTION_DIGITS, Amount.FRACTION_DIGITS);

  private Amounts() {}

  /** Whether a half-width text is a number. */
  static Column isNumber(Column text) {
    return text.rlike("^(?:" + Amount.NUMBER + ")$");
  }

  /** The digits and the point of a number; null when the text is no number. */
  static Column digits(Column text) {
    return when(isNumber(text), regexp_replace(text, "[^0-9.]", ""));
  }

  /** Whether a number, as text, is below zero. */
  static Column isNegative(Column text) {
    return text.contains("-").or(text.startsWith("("));
  }

  /** The size of the number in base units, or null when it does not fit. */
  static Column inBaseUnits(Column digits, Column factor) {
    Column fraction =
        when(digits.contains("."), substring_index(digits, ".", -1)).otherwise(lit("0"));
    Column part = concat(lit("0."), fraction).try_cast(FRACTION);
    Column exact = when(length(fraction).leq(Amount.FRACTION_DIGITS), part);
    Column whole = regexp_replace(substring_index(digits, ".", 1), ZEROS_IN_FRONT, "$1");
    return when(length(whole).leq(Amount.WHOLE_DIGITS), whole.try_cast(WHOLE))
        .multiply(factor)
        .plus(round(exact.multiply(factor), Rounding.VALUE_DECIMALS))
        .try_cast(Types.AMOUNT);
  }

  static Column signed(Column amount, Column negative) {
    return when(negative, negate(amount)).otherwise(amount);
  }
}
