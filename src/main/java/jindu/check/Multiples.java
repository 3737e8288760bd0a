package jindu.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import jindu.core.Rounding;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** Figures in the wrong unit of measure: 元, 千元 and 万元 lie 10, 1,000 and 10,000 apart. */
final class Multiples {

  private static final List<Integer> FACTORS = List.of(10, 1_000, 10_000);

  /** Holds an amount of a year in the smallest unit. */
  static final DecimalType WIDE = DataTypes.createDecimalType(38, Rounding.VALUE_DECIMALS);

  private static final int PERCENT = 100;

  private Multiples() {}

  /**
   * The value as it would be in the unit of its history, or null when it is no such multiple of it.
   *
   * @param now the value, by the same number of months as {@code then}
   * @param then its history
   * @param within percent by which a multiple may be missed
   */
  static Column rescaled(Column value, Column now, Column then, Column within) {
    List<Column> candidates = new ArrayList<>();
    for (int factor : FACTORS) {
      Column part = lit(BigDecimal.ONE.divide(BigDecimal.valueOf(factor)));
      candidates.add(when(isMultiple(now, then, factor, within), value.multiply(part)));
      candidates.add(when(isMultiple(then, now, factor, within), value.multiply(lit(factor))));
    }
    Column any = coalesce(candidates.toArray(Column[]::new));
    return when(now.gt(0).and(then.gt(0)), round(any, Rounding.VALUE_DECIMALS));
  }

  /** Whether {@code large} is {@code factor} times {@code small}, give or take. */
  private static Column isMultiple(Column large, Column small, int factor, Column within) {
    Column most = within.plus(lit(PERCENT));
    Column exact = small.multiply(lit(factor)).cast(WIDE);
    Column reaches = large.multiply(most).geq(exact.multiply(lit(PERCENT)));
    Column stays = large.multiply(lit(PERCENT)).leq(exact.multiply(most));
    return reaches.and(stays);
  }
}
