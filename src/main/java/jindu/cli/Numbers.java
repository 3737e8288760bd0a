package jindu.cli;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as they are printed on a terminal. */
final class Numbers {

  /** What is not known or not there. */
  static final String NOTHING = "–";

  private Numbers() {}

  /** With separators of thousands, every digit that counts, and none that does not. */
  static String exact(BigDecimal amount) {
    if (amount == null) {
      return NOTHING;
    }
    int decimals = Math.max(0, amount.stripTrailingZeros().scale());
    return String.format(Locale.ROOT, "%,." + decimals + "f", amount);
  }

  /** The same with its sign. */
  static String change(BigDecimal amount) {
    return amount == null || amount.signum() <= 0 ? exact(amount) : "+" + exact(amount);
  }

  /** With separators of thousands. */
  static String whole(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
