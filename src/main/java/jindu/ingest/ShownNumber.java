package jindu.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** The number of a workbook's cell as the person who filled it in saw it, in plain digits. */
final class ShownNumber {

  /** Excel shows, and keeps of what is typed, 15 significant digits. */
  private static final MathContext AS_TYPED = new MathContext(15);

  /** No double has more digits before or after the point; longer ones are not written out. */
  static final int MOST_PLACES = 400;

  /**
   * Codes with leading zeros are kept as numbers under such a format: 0610 as 610. Excel takes
   * formats of 255 characters.
   */
  private static final Pattern ZEROS = Pattern.compile("0{2,255}");

  private static final Pattern PERCENT = Pattern.compile("[#0,.]+%");

  private ShownNumber() {}

  /**
   * The text of a number.
   *
   * @param raw the number as the file holds it
   * @param format number format, null where the cell has none
   */
  static String text(BigDecimal number, String raw, String format) {
    String plain = plain(number, raw);
    if (format != null && ZEROS.matcher(format).matches() && isWhole(plain)) {
      return "0".repeat(Math.max(0, format.length() - plain.length())) + plain;
    }
    if (format != null && PERCENT.matcher(format).matches()) {
      // 65 % is stored as 0.65: without its sign it would be taken for a hundredth.
      return plain(new BigDecimal(plain).movePointRight(2), plain) + "%";
    }
    return plain;
  }

  /** Whether to calculate with the number would take more time than any number is worth. */
  static boolean isBeyondWriting(BigDecimal number) {
    return Math.abs((long) number.scale()) > MOST_PLACES || number.precision() > MOST_PLACES;
  }

  private static boolean isWhole(String plain) {
    return plain.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /**
   * A number without exponent and trailing zeros.
   *
   * <p>The file holds binary numbers: 1234.1 may come as 1234.0999999999999. Where 15 digits name
   * the same binary number, they are what was typed. A whole number written out keeps all digits.
   */
  private static String plain(BigDecimal number, String raw) {
    if (isBeyondWriting(number)) {
      return raw;
    }
    boolean hasNoise = raw.contains(".") && number.precision() > AS_TYPED.getPrecision();
    BigDecimal meant = hasNoise ? typed(number) : number;
    return meant.signum() == 0 ? "0" : meant.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal typed(BigDecimal number) {
    BigDecimal typed = number.round(AS_TYPED);
    return typed.doubleValue() == number.doubleValue() ? typed : number;
  }
}
