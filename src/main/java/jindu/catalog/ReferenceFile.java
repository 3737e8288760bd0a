package jindu.catalog;

/**
 * The text of one reference file.
 *
 * @param path under {@code reference/}, with forward slashes
 */
record ReferenceFile(String path, String text) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The text without the mark that spreadsheets put before it. */
  String content() {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** The file's name without folder and extension. */
  String stem() {
    return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
  }

  Location at(int line) {
    return new Location(path, line);
  }
}
