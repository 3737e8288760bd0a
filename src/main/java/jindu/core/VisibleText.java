package jindu.core;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Delivered text made fit to be shown. Control and format characters would act on whatever shows
 * them (move a cursor, break a line, hide or turn round what follows), so their codes are shown.
 */
public final class VisibleText {

  private VisibleText() {}

  /** The text with every unseen character written out, as {@code \u202E}. */
  public static String of(String text) {
    return text.codePoints()
        .mapToObj(
            character ->
                isUnseen(character)
                    ? String.format(Locale.ROOT, "\\u%04X", character)
                    : Character.toString(character))
        .collect(Collectors.joining());
  }

  /** Whether the text has no unseen character. */
  public static boolean isVisible(String text) {
    return text.codePoints().noneMatch(VisibleText::isUnseen);
  }

  private static boolean isUnseen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
