package jindu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/**
 * One column of a table on the terminal.
 *
 * @param header the message {@code cli.column-<header>} stands above it
 * @param isNumber whether it is aligned to the right
 * @param widest a longer text goes on below at so many terminal columns; 0 for no limit, {@link
 *     #REST} for what the other columns leave of the line
 */
record ReportColumn(String header, boolean isNumber, int widest, Function<Row, String> cell) {

  private static final int REST = -1;

  /** Numbers, and what is as short. */
  static ReportColumn number(String header, Function<Row, String> cell) {
    return new ReportColumn(header, true, 0, cell);
  }

  static ReportColumn text(String header, int widest, Function<Row, String> cell) {
    return new ReportColumn(header, false, widest, cell);
  }

  /** The text that needs the room; a table has one at most. */
  static ReportColumn rest(String header, Function<Row, String> cell) {
    return new ReportColumn(header, false, REST, cell);
  }

  /** The rows under their headers. */
  static List<String> lines(List<ReportColumn> columns, List<Row> rows, ReportWords words) {
    if (rows.isEmpty()) {
      return List.of();
    }
    int rest = PublishedReport.WIDTH;
    List<List<String>> texts = new ArrayList<>();
    for (ReportColumn column : columns) {
      List<String> text = column.texts(rows, words);
      texts.add(text);
      rest -= column.widest == REST ? 0 : TextTable.widest(text);
    }
    rest -= TextTable.GAP.length() * (columns.size() - 1);
    TextTable table = new TextTable(columns.stream().map(ReportColumn::isNumber).toList());
    for (int number = 0; number <= rows.size(); number++) {
      List<String> line = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        String text = texts.get(i).get(number);
        line.add(columns.get(i).widest == REST ? wrapped(text, rest) : text);
      }
      table.add(line);
    }
    return table.lines();
  }

  /** The header, and each row's text. */
  private List<String> texts(List<Row> rows, ReportWords words) {
    List<String> texts = new ArrayList<>();
    texts.add(words.text("column-" + header));
    for (Row row : rows) {
      String text = cell.apply(row);
      texts.add(widest > 0 ? wrapped(text, widest) : text);
    }
    return texts;
  }

  private static String wrapped(String text, int columns) {
    return String.join("\n", TextTable.wrapped(text, columns));
  }
}
