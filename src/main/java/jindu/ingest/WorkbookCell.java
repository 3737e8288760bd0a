package jindu.ingest;

import java.math.BigDecimal;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;

/** The text of a workbook's cell: numbers in plain digits, dates in ISO form, formulas by value. */
final class WorkbookCell {

  private WorkbookCell() {}

  /** Whether a formula was stored without the value it gave. */
  static boolean isFormulaWithoutValue(Cell cell) {
    return cell != null && cell.getFormula() != null && cell.getRawValue() == null;
  }

  /** The text; empty where there is no cell. */
  static String text(Cell cell, DateFormats formats, boolean from1904) {
    if (cell == null) {
      return "";
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return formats
          .of(cell)
          .text(number, from1904)
          .orElseGet(
              () -> ShownNumber.text(number, cell.getRawValue(), cell.getDataFormatString()));
    }
    if (value instanceof Boolean truth) {
      return truth.toString().toUpperCase(Locale.ROOT);
    }
    String text = value == null ? cell.getRawValue() : value.toString();
    return text == null ? "" : text;
  }
}
