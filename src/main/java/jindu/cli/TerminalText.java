package jindu.cli;

/**
 * Delivered text as a terminal may show it. Control and format characters would act on the terminal
 * of whoever reads (move the cursor, hide or turn round what follows), so their codes are shown.
 */
final class TerminalText {

  private TerminalText() {}

  /** One line of text; a line break within it is made visible too. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            character -> {
              if (acts(character)) {
                shown.append(String.format("\\u%04X", character));
              } else {
                shown.appendCodePoint(character);
              }
            });
    return shown.toString();
  }

  private static boolean acts(int character) {
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
