package jindu.publish.workbook;

/** How numbers are shown: the format codes that every spreadsheet knows. */
final class CellFormat {

  static final String WHOLE = "#,##0";
  static final String PERCENT = "#,##0.0";

  /** Ahead, behind, and neither. */
  static final String GAP = "+#,##0.0;-#,##0.0;0.0";

  /** Of pulls, most of which are a fraction of a point. */
  static final String POINTS = "0.00";

  /** A change of rank: up, down, and none. */
  static final String CHANGE = "+0;-0;0";

  static final String DAY = "yyyy-mm-dd";

  private CellFormat() {}

  /** With separators of thousands and so many decimals. */
  static String decimals(int decimals) {
    return decimals == 0 ? WHOLE : WHOLE + "." + "0".repeat(decimals);
  }

  /** The same between literal words, such as 不低于 and a unit. */
  static String between(String before, String format, String after) {
    return literal(before) + format + literal(after);
  }

  private static String literal(String words) {
    return words.isEmpty() ? "" : '"' + words.replace("\"", "") + '"';
  }
}
