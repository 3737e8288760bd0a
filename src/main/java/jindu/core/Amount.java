package jindu.core;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a unit delivers it, and its value in base units.
 *
 * <p>Thousands separators, full-width digits, ￥, a leading minus or brackets for negatives are
 * read; Excel's scientific notation is refused, because it may have lost digits.
 */
public final class Amount {

  /** A half-width text that is a number. */
  public static final String NUMBER =
      "(?:-?¥?|¥-)(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]+)?"
          + "|\\(¥?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]+)?\\)";

  /** Digits before the decimal point that a value may have. */
  public static final int WHOLE_DIGITS = 20;

  /** Digits after the decimal point that a delivered text may have. */
  public static final int FRACTION_DIGITS = 22;

  private static final Pattern PATTERN = Pattern.compile(NUMBER);

  private Amount() {}

  /** The number that the text states, in the unit delivered; empty when it is none. */
  public static Optional<BigDecimal> read(String text) {
    String plain = PlainText.halfWidth(text);
    Matcher matcher = PATTERN.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal size = new BigDecimal(plain.replaceAll("[^0-9.]", ""));
    boolean negative = plain.startsWith("(") || plain.contains("-");
    return Optional.of(negative ? size.negate() : size);
  }

  /**
   * {@code number} in base units, rounded once to {@link Rounding#VALUE_DECIMALS}; empty when it
   * does not fit.
   *
   * @param factor base units in one delivered unit
   */
  public static Optional<BigDecimal> inBaseUnits(BigDecimal number, BigDecimal factor) {
    BigDecimal amount = Rounding.round(number.multiply(factor), Rounding.VALUE_DECIMALS);
    boolean fits =
        wholeDigits(number) <= WHOLE_DIGITS
            && number.scale() <= FRACTION_DIGITS
            && wholeDigits(amount) <= WHOLE_DIGITS;
    return fits ? Optional.of(amount) : Optional.empty();
  }

  private static int wholeDigits(BigDecimal number) {
    return number.signum() == 0 ? 1 : number.precision() - number.scale();
  }
}
