package jindu.assess;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import jindu.core.Rounding;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Fixed-point arithmetic on columns: wide between steps, rounded once at the end. */
final class Exact {

  /** A quotient, or points, before rounding: 10 decimals. */
  static final DecimalType WIDE = DataTypes.createDecimalType(38, 10);

  /** A fraction of about one before rounding: 14 decimals. */
  static final DecimalType FRACTION = DataTypes.createDecimalType(20, 14);

  private static final DecimalType QUOTIENT = DataTypes.createDecimalType(28, 8);

  private Exact() {}

  /** {@code part / whole} of two amounts, null where the whole is not positive. */
  static Column quotient(Column part, Column whole) {
    return when(whole.gt(0), try_divide(part, whole)).try_cast(QUOTIENT);
  }

  /** {@code part / whole}, null where the whole is not positive. */
  static Column fraction(Column part, Column whole) {
    return when(whole.gt(0), try_divide(part, whole)).try_cast(FRACTION);
  }

  /** {@code part / whole} in percent, null where the whole is not positive. */
  static Column percent(Column part, Column whole) {
    return when(whole.gt(0), try_divide(part.multiply(lit(100)), whole)).try_cast(WIDE);
  }

  /** Rounded half up for a percentage column, null beyond its range. */
  static Column asPercent(Column value) {
    return round(value, Rounding.PERCENT_DECIMALS).try_cast(Types.PERCENT);
  }

  /** Rounded half up for a value column, null beyond its range. */
  static Column asAmount(Column value) {
    return round(value, Rounding.VALUE_DECIMALS).try_cast(Types.AMOUNT);
  }
}
