package jindu.ingest;

import jindu.core.VisibleText;

/** Names of delivered files that look like another name, or break the line they are printed on. */
final class FileName {

  private FileName() {}

  /** Refuses control characters, and those that turn or join text unseen (right-to-left marks). */
  static void refuseUnsafe(String path) throws UnusableFileException {
    if (!VisibleText.isVisible(path)) {
      throw new UnusableFileException(Refusal.UNSAFE_FILE_NAME, VisibleText.of(path));
    }
  }
}
