package jindu.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;

/** The text of a workbook's cell: numbers in plain digits, dates in ISO form, formulas by value. */
final class WorkbookCell {

  /** Excel shows, and keeps of what is typed, 15 significant digits. */
  private static final MathContext AS_TYPED = new MathContext(15);

  /** No double has more digits before or after the point; longer ones are not written out. */
  private static final int MOST_PLACES = 400;

  private WorkbookCell() {}

  /** Whether a formula was stored without the value it gave. */
  static boolean isFormulaWithoutValue(Cell cell) {
    return cell != null && cell.getFormula() != null && cell.getRawValue() == null;
  }

  /** The text; empty where there is no cell. */
  static String text(Cell cell, boolean from1904) {
    if (cell == null) {
      return "";
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return DateFormat.of(cell.getDataFormatString())
          .text(number, from1904)
          .orElseGet(() -> plain(number, cell.getRawValue()));
    }
    if (value instanceof Boolean truth) {
      return truth.toString().toUpperCase(Locale.ROOT);
    }
    String text = value == null ? cell.getRawValue() : value.toString();
    return text == null ? "" : text;
  }

  /**
   * A number without exponent and trailing zeros.
   *
   * <p>The file holds binary numbers: 1234.1 may come as 1234.0999999999999. Where 15 digits name
   * the same binary number, they are what was typed. A whole number written out keeps all digits.
   */
  private static String plain(BigDecimal number, String raw) {
    if (Math.abs((long) number.scale()) > MOST_PLACES || number.precision() > MOST_PLACES) {
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
