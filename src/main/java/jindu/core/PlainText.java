package jindu.core;

/** Text as people type it into spreadsheets, made plain before it is judged. */
public final class PlainText {

  /** What counts as blank at the ends of a cell: no-break and ideographic spaces too. */
  public static final String BLANKS = " \t\r\n\u00a0\u3000";

  /** Characters typed full-width, and the two other signs that are replaced one for one. */
  public static final String FULL_WIDTH = fullWidth() + "\u3000\u00a0\uffe5\u2212";

  /** What stands for each character of {@link #FULL_WIDTH}, in the same order. */
  public static final String HALF_WIDTH = halfWidth() + "  \u00a5-";

  private static final int FIRST = '!';
  private static final int LAST = '~';
  private static final int DISTANCE = '！' - '!';

  private PlainText() {}

  /** The text without blanks at its ends. */
  public static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && BLANKS.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && BLANKS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The trimmed text with full-width letters, digits and signs replaced by plain ones. */
  public static String halfWidth(String text) {
    StringBuilder plain = new StringBuilder();
    trimmed(text)
        .chars()
        .map(
            character -> {
              int place = FULL_WIDTH.indexOf(character);
              return place < 0 ? character : HALF_WIDTH.charAt(place);
            })
        .forEach(character -> plain.append((char) character));
    return plain.toString();
  }

  private static String fullWidth() {
    StringBuilder characters = new StringBuilder();
    for (int character = FIRST; character <= LAST; character++) {
      characters.append((char) (character + DISTANCE));
    }
    return characters.toString();
  }

  private static String halfWidth() {
    StringBuilder characters = new StringBuilder();
    for (int character = FIRST; character <= LAST; character++) {
      characters.append((char) character);
    }
    return characters.toString();
  }
}
