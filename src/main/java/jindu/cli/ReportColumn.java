package jindu.cli;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/**
 * One column of a table on the terminal.
 *
 * @param header the message {@code cli.column-<header>} stands above it
 * @param isNumber whether it is aligned to the right
 * @param widest a longer text is cut to so many terminal columns; 0 for no limit
 */
record ReportColumn(String header, boolean isNumber, int widest, Function<Row, String> cell) {

  /** Numbers, and what is as short. */
  static ReportColumn number(String header, Function<Row, String> cell) {
    return new ReportColumn(header, true, 0, cell);
  }

  static ReportColumn text(String header, int widest, Function<Row, String> cell) {
    return new ReportColumn(header, false, widest, cell);
  }

  /** The rows under their headers. */
  static List<String> lines(List<ReportColumn> columns, List<Row> rows, ReportWords words) {
    if (rows.isEmpty()) {
      return List.of();
    }
    TextTable table = new TextTable(columns.stream().map(ReportColumn::isNumber).toList());
    table.add(columns.stream().map(column -> words.text("column-" + column.header())).toList());
    for (Row row : rows) {
      table.add(columns.stream().map(column -> column.text(row)).toList());
    }
    return table.lines();
  }

  private String text(Row row) {
    String text = cell.apply(row);
    return widest == 0 ? text : TextTable.cut(text, widest);
  }
}
