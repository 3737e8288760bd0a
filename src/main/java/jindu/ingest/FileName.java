package jindu.ingest;

import java.util.Locale;
import java.util.stream.Collectors;

/** Names of delivered files that look like another name, or break the line they are printed on. */
final class FileName {

  private FileName() {}

  /** Refuses control characters, and those that turn or join text unseen (right-to-left marks). */
  static void refuseUnsafe(String path) throws UnusableFileException {
    if (!isSafe(path)) {
      throw new UnusableFileException(Refusal.UNSAFE_FILE_NAME, visible(path));
    }
  }

  static boolean isSafe(String name) {
    return name.codePoints().noneMatch(FileName::isUnseen);
  }

  /** The name with every unseen character written out, as {@code \u202E}. */
  static String visible(String name) {
    return name.codePoints()
        .mapToObj(
            character ->
                isUnseen(character)
                    ? String.format(Locale.ROOT, "\\u%04X", character)
                    : Character.toString(character))
        .collect(Collectors.joining());
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
