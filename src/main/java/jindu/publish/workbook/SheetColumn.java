package jindu.publish.workbook;

/**
 * A column of a sheet.
 *
 * @param key of its header: {@code workbook.column-<key>} in the messages
 * @param width in digits of the sheet's font
 * @param centred whether its words stand in the middle, as short ones do
 */
record SheetColumn(String key, int width, boolean centred) {

  /** Of words that begin at the left, or of numbers. */
  static SheetColumn of(String key, int width) {
    return new SheetColumn(key, width, false);
  }

  /** Of short words: a unit, a day, a lamp. */
  static SheetColumn centred(String key, int width) {
    return new SheetColumn(key, width, true);
  }
}
