package jindu.core;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one rounding of published numbers: half up, once, from unrounded operands. */
public final class Rounding {

  /** Decimals of stored values in base units. */
  public static final int VALUE_DECIMALS = 4;

  /** Decimals of percentages and points. */
  public static final int PERCENT_DECIMALS = 4;

  private Rounding() {}

  /** {@code value} to {@code decimals} decimals, half up (away from zero on a tie). */
  public static BigDecimal round(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_UP);
  }

  /** {@code numerator / denominator}, exact up to one rounding to {@code decimals} decimals. */
  public static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator, int decimals) {
    return numerator.divide(denominator, decimals, RoundingMode.HALF_UP);
  }
}
