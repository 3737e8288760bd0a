package jindu.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The row that names the columns of a sheet.
 *
 * @param number 1-based row in the file
 * @param names by position: canonical name, else the header's own text, else {@code column 7}
 * @param unknown the headers that name no column of the form, each once
 */
record HeaderRow(int number, List<String> names, List<String> unknown) {

  private static final Pattern POSITIONAL = Pattern.compile("column \\d+");

  /**
   * Names every column of the row.
   *
   * @throws UnusableFileException when two headers name the same column of the form: which of the
   *     two is meant is not ours to guess
   */
  static HeaderRow of(SourceRow row, FormHeaders headers) throws UnusableFileException {
    List<String> names = new ArrayList<>();
    Map<String, String> firstHeader = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String header : row.cells()) {
      String column = headers.column(header).orElse("");
      if (!column.isEmpty() && firstHeader.containsKey(column)) {
        throw new UnusableFileException(
            Refusal.DUPLICATE_COLUMN, firstHeader.get(column) + ", " + header);
      }
      if (!column.isEmpty()) {
        firstHeader.put(column, header);
      } else if (!header.isEmpty()) {
        unknown.add(header);
      }
      String name = column.isEmpty() ? header : column;
      boolean isUsable = !name.isEmpty() && !POSITIONAL.matcher(name).matches() && used.add(name);
      names.add(isUsable ? name : positional(names.size()));
    }
    return new HeaderRow(row.number(), names, List.copyOf(unknown));
  }

  /** The filled cells of a row by column name; cells beyond the header keep their position. */
  Map<String, String> cells(SourceRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int position = 0; position < row.cells().size(); position++) {
      String text = row.cells().get(position);
      if (!text.isEmpty()) {
        cells.put(position < names.size() ? names.get(position) : positional(position), text);
      }
    }
    return cells;
  }

  private static String positional(int position) {
    return "column " + (position + 1);
  }
}
