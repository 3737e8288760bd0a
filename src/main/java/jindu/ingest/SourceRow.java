package jindu.ingest;

import java.util.Arrays;
import java.util.List;

/**
 * A row of a file before its cells have names.
 *
 * @param number 1-based line (CSV) or row (workbook) where the row starts
 * @param cells trimmed texts by position, empty where there is none; the last is filled
 */
record SourceRow(int number, List<String> cells) {

  /** Trims the texts, of which there is one for each column, and drops empty ones at the end. */
  static SourceRow of(int number, List<String> texts) {
    String[] cells = new String[texts.size()];
    int filled = 0;
    for (int column = 0; column < cells.length; column++) {
      cells[column] = CellText.trimmed(texts.get(column));
      filled = cells[column].isEmpty() ? filled : column + 1;
    }
    return new SourceRow(number, List.of(Arrays.copyOf(cells, filled)));
  }

  boolean isBlank() {
    return cells.isEmpty();
  }
}
