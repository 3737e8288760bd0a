package jindu.publish.workbook;

import java.util.List;

/**
 * How high a row must be for its texts to be read whole. Not every program works it out when it
 * opens a sheet, and a clipped sentence is not read.
 */
public final class RowHeight {

  /** Of one line of text in points, at the size of the sheet's font. */
  private static final double LINE = 15;

  /** The most that a row can have, in points. */
  private static final double HIGHEST = 409;

  /** From here on characters are as wide as two digits: the first of the East Asian blocks. */
  private static final int FIRST_WIDE = 0x1100;

  private RowHeight() {}

  /**
   * In points.
   *
   * @param texts of the row's cells, empty where there is none
   * @param widths of the columns, in digits
   */
  public static double of(List<String> texts, List<Integer> widths) {
    long lines = 1;
    for (int column = 0; column < texts.size(); column++) {
      lines = Math.max(lines, lines(texts.get(column), widths.get(column)));
    }
    return Math.min(HIGHEST, lines * LINE);
  }

  private static long lines(String text, int width) {
    return text.lines().mapToLong(line -> Math.max(1, linesOfOne(line, width))).sum();
  }

  /** One digit of the width is the cell's margin, and one may stay free at a line's end. */
  private static long linesOfOne(String line, int width) {
    long digits = line.codePoints().mapToLong(each -> each < FIRST_WIDE ? 1 : 2).sum();
    int usable = Math.max(1, width - 2);
    return (digits + usable - 1) / usable;
  }
}
