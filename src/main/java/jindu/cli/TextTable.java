package jindu.cli;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** A table for terminals; Chinese characters take two columns and are counted as two. */
final class TextTable {

  private static final String GAP = "  ";

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

  /** Terminal columns that the text takes. */
  static int width(String text) {
    return text.codePoints().map(WCWidth::wcwidth).filter(width -> width > 0).sum();
  }
}
