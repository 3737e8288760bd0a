package jindu.cli;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** A table for terminals; Chinese characters take two columns and are counted as two. */
final class TextTable {

  private static final String GAP = "  ";
  private static final String CUT = "…";
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
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      String blanks = " ".repeat(widths[column] - width(cell));
      line.append(column == 0 ? "" : GAP).append(right.get(column) ? blanks + cell : cell + blanks);
    }
    return line.toString().stripTrailing();
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

  /** The text, cut where it would take more terminal columns than that. */
  static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int room = columns - width(CUT);
    for (int character : text.codePoints().toArray()) {
      room -= Math.max(0, WCWidth.wcwidth(character));
      if (room < 0) {
        break;
      }
      cut.appendCodePoint(character);
    }
    return cut + CUT;
  }

  /** The text in lines of at most so many terminal columns, broken at blanks and after Chinese. */
  static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
    breaks.setText(text);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String piece = text.substring(start, end);
      if (width(line + piece.stripTrailing()) > columns && !line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(piece);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
