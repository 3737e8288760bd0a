package jindu.aggregate;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import jindu.core.Rounding;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * √((1 + g of this year)(1 + g of last year)) − 1, in percent to 4 decimals.
 *
 * <p>The four operands do not fit a decimal product, so this one figure is computed in double. Each
 * conversion, product, quotient and the root adds at most 2⁻⁵³ of the value: together less than
 * 10⁻¹⁵ of it. Rounding first to 13 decimals (of the ratio) makes exact ties exact again, and then
 * half up to 6 decimals gives the percentage. The outcome can differ from the exact one only where
 * the root lies within 10⁻¹³ of a tie without being one. It is the same on every machine: Java
 * doubles are strict, and no sum is taken in them.
 */
final class TwoYearGrowth {

  private static final int SAFE_DECIMALS = 13;
  private static final int RATIO_DECIMALS = Rounding.PERCENT_DECIMALS + 2;

  private TwoYearGrowth() {}

  /** Null when a base is absent or not positive, or a value is negative. */
  static Column percent(Column current, Column base, Column lastCurrent, Column lastBase) {
    Column ratio =
        try_divide(inDouble(current), inDouble(base))
            .multiply(try_divide(inDouble(lastCurrent), inDouble(lastBase)));
    Column root =
        round(sqrt(ratio).try_cast(DataTypes.createDecimalType(38, SAFE_DECIMALS)), RATIO_DECIMALS);
    Column hasBases = base.gt(0).and(lastBase.gt(0));
    Column hasValues = current.geq(0).and(lastCurrent.geq(0));
    return when(hasBases.and(hasValues), root.minus(lit(1)).multiply(lit(100)))
        .try_cast(Types.PERCENT);
  }

  private static Column inDouble(Column amount) {
    return amount.cast(DataTypes.DoubleType);
  }
}
