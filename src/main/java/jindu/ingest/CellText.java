package jindu.ingest;

import java.util.Locale;

/** Trimming of cells, and the form in which headers are compared. */
final class CellText {

  private static final char FULL_WIDTH_FIRST = '！';
  private static final char FULL_WIDTH_LAST = '～';
  private static final int FULL_WIDTH_OFFSET = '！' - '!';
  private static final char ZERO_WIDTH_SPACE = '\u200b';
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private CellText() {}

  /**
   * The text without white space around it: no-break and ideographic spaces are white space too.
   */
  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The header without any white space, half-width, in lower case: what two headers must share. */
  static String comparable(String header) {
    StringBuilder kept = new StringBuilder(header.length());
    for (int position = 0; position < header.length(); position++) {
      char character = header.charAt(position);
      if (!isSpace(character)) {
        kept.append(halfWidth(character));
      }
    }
    return kept.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == ZERO_WIDTH_SPACE
        || character == BYTE_ORDER_MARK;
  }

  private static char halfWidth(char character) {
    return character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST
        ? (char) (character - FULL_WIDTH_OFFSET)
        : character;
  }
}
