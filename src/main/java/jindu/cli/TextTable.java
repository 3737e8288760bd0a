package jindu.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.utils.WCWidth;

/**
 * A table for terminals; Chinese characters take two columns and are counted as two. A cell may
 * have several lines.
 */
final class TextTable {

  /** What stands between two columns. */
  static final String GAP = "  ";

  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Boolean> right;

  /**
   * @param right for each column, whether it is aligned to the right
   */
  TextTable(List<Boolean> right) {
    this.right = List.copyOf(right);
  }

  void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** The lines of the table, without blanks at their ends. */
  List<String> lines() {
    int[] widths = new int[right.size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], widest(List.of(row.get(column))));
      }
    }
    return rows.stream().flatMap(row -> lines(row, widths)).toList();
  }

  private Stream<String> lines(List<String> row, int[] widths) {
    List<List<String>> cells = row.stream().map(cell -> cell.lines().toList()).toList();
    int tallest = cells.stream().mapToInt(List::size).reduce(1, Math::max);
    return IntStream.range(0, tallest).mapToObj(number -> line(cells, number, widths));
  }

  private String line(List<List<String>> cells, int number, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      List<String> lines = cells.get(column);
      String cell = number < lines.size() ? lines.get(number) : "";
      String blanks = " ".repeat(widths[column] - width(cell));
      line.append(column == 0 ? "" : GAP).append(right.get(column) ? blanks + cell : cell + blanks);
    }
    return line.toString().stripTrailing();
  }

  /** Terminal columns that the widest line of the cells takes. */
  static int widest(List<String> cells) {
    return cells.stream().flatMap(String::lines).mapToInt(TextTable::width).max().orElse(0);
  }

  /** Terminal columns that the text takes; what only sets a colour takes none. */
  static int width(String text) {
    return COLOUR
        .matcher(text)
        .replaceAll("")
        .codePoints()
        .map(WCWidth::wcwidth)
        .filter(width -> width > 0)
        .sum();
  }

  /**
   * The text in lines of at most so many terminal columns, broken at blanks and after Chinese; a
   * word that is longer than a line is broken where the line ends.
   */
  static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String piece = text.substring(start, end);
      if (width(line + piece.stripTrailing()) > columns) {
        end(line, lines);
      }
      while (width(piece.stripTrailing()) > columns) {
        int cut = fitting(piece, columns);
        lines.add(piece.substring(0, cut));
        piece = piece.substring(cut);
      }
      line.append(piece);
    }
    end(line, lines);
    return lines;
  }

  /**
   * The text behind what it begins with, and where it is long below itself; no line takes more
   * terminal columns than that.
   */
  static List<String> under(String start, String text, int columns) {
    int width = width(start);
    List<String> lines = new ArrayList<>();
    for (String line : wrapped(text, columns - width)) {
      lines.add((lines.isEmpty() ? start : " ".repeat(width)) + line);
    }
    return lines;
  }

  private static void end(StringBuilder line, List<String> lines) {
    if (!line.isEmpty()) {
      lines.add(line.toString().stripTrailing());
      line.setLength(0);
    }
  }

  /** Where the text must end to take at most so many terminal columns; one character at least. */
  private static int fitting(String text, int columns) {
    int end = text.offsetByCodePoints(0, 1);
    while (width(text.substring(0, text.offsetByCodePoints(end, 1))) <= columns) {
      end = text.offsetByCodePoints(end, 1);
    }
    return end;
  }
}
