package jindu.publish.workbook;

import java.util.regex.Pattern;

/**
 * Text for a cell that no spreadsheet takes for a formula.
 *
 * <p>The cells are text cells, and no program runs those. But the sheet goes on: it is saved as
 * CSV, copied into another one, a cell is typed over; there a text that begins like a formula is
 * one. So such a text gets an apostrophe before it that stays with it, as a sign that people know;
 * the Parquet file holds the text as it was delivered.
 */
public final class CellText {

  /** Characters that one cell holds. */
  static final int LONGEST = 32_767;

  private static final String CUT = "…";
  private static final String APOSTROPHE = "'";

  /** Formula signs, half-width and full-width, and the minus sign that people paste. */
  private static final String SIGNS = "=+-@＝＋－＠−";

  /** What readers of workbooks turn into a character: it could hide a sign. */
  private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private static final String ESCAPED = "_x005F_";

  private CellText() {}

  /** The text with whatever would make it run made harmless, cut to what a cell holds. */
  public static String harmless(String text) {
    String marked = isLikeFormula(text) ? APOSTROPHE + text : text;
    String escaped = ESCAPE.matcher(marked).replaceAll(ESCAPED);
    return escaped.length() <= LONGEST
        ? escaped
        : escaped.substring(0, LONGEST - CUT.length()) + CUT;
  }

  /** A tab or line break at the start ends the cell before it where text is pasted. */
  private static boolean isLikeFormula(String text) {
    if (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0) {
      return true;
    }
    return text.codePoints()
        .filter(character -> !isUnseen(character))
        .limit(1)
        .anyMatch(character -> SIGNS.indexOf(character) >= 0);
  }

  /** Spaces of every width, controls and marks without a shape: programs skip or drop them. */
  private static boolean isUnseen(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
