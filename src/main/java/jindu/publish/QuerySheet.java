package jindu.publish;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jindu.core.Messages;
import jindu.publish.workbook.CellText;
import jindu.publish.workbook.RowHeight;
import jindu.publish.workbook.WorkbookFile;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/** The query list of one township as a workbook: the same bytes for the same lines. */
final class QuerySheet {

  private static final Messages MESSAGES = Messages.CHINESE;

  private static final List<QueryColumn> COLUMNS = List.of(QueryColumn.values());
  private static final List<Integer> WIDTHS = COLUMNS.stream().map(QueryColumn::width).toList();

  /** Rank, code and name of the unit stay in sight. */
  private static final int FROZEN_COLUMNS = COLUMNS.indexOf(QueryColumn.UNIT_NAME) + 1;

  private static final int TITLE_SIZE = 14;
  private static final String WHOLE = "#,##0";
  private static final String WITH_DECIMALS = "#,##0.00##";
  private static final String PERCENT = "#,##0.00";

  /** A text that is typed over stays text. */
  private static final String TEXT = "@";

  private final Worksheet sheet;

  private QuerySheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  /**
   * The workbook.
   *
   * @param titles lines above the table, the first as its title
   * @param lines rows of {@link jindu.table.QueryTable} of one township, in order
   * @param day what the workbook says it was made on
   */
  static byte[] bytes(List<String> titles, List<Row> lines, LocalDate day) throws IOException {
    return WorkbookFile.bytes(
        day,
        workbook ->
            new QuerySheet(workbook.newWorksheet(MESSAGES.text("query.sheet")))
                .fill(titles, lines));
  }

  private void fill(List<String> titles, List<Row> lines) {
    for (int row = 0; row < titles.size(); row++) {
      sheet.value(row, 0, CellText.harmless(titles.get(row)));
    }
    sheet.style(0, 0).bold().fontSize(TITLE_SIZE).set();
    int header = titles.size();
    headers(header);
    for (int line = 0; line < lines.size(); line++) {
      line(header + 1 + line, lines.get(line));
    }
    layOut(header, header + lines.size());
  }

  private void headers(int row) {
    List<String> headers = COLUMNS.stream().map(column -> column.header(MESSAGES)).toList();
    for (int place = 0; place < COLUMNS.size(); place++) {
      sheet.width(place, COLUMNS.get(place).width());
      sheet.value(row, place, headers.get(place));
    }
    sheet.rowHeight(row, RowHeight.of(headers, WIDTHS));
  }

  private void line(int row, Row line) {
    List<String> texts = new ArrayList<>();
    for (int place = 0; place < COLUMNS.size(); place++) {
      QueryColumn column = COLUMNS.get(place);
      if (column.kind() == QueryColumn.Kind.TEXT) {
        texts.add(text(row, place, column.text(line, MESSAGES).map(CellText::harmless)));
      } else {
        texts.add(number(row, place, column.number(line)));
      }
    }
    sheet.rowHeight(row, RowHeight.of(texts, WIDTHS));
  }

  private String text(int row, int place, Optional<String> text) {
    text.ifPresent(words -> sheet.value(row, place, words));
    sheet.style(row, place).format(TEXT).wrapText(true).verticalAlignment("top").set();
    return text.orElse("");
  }

  /** A number takes no second line, and so no part in the height of its row. */
  private String number(int row, int place, Optional<BigDecimal> number) {
    number.ifPresent(value -> sheet.value(row, place, value));
    sheet
        .style(row, place)
        .format(format(COLUMNS.get(place), number))
        .verticalAlignment("top")
        .set();
    return "";
  }

  private static String format(QueryColumn column, Optional<BigDecimal> number) {
    return switch (column.kind()) {
      case COUNT -> WHOLE;
      case PERCENT -> PERCENT;
      case FIGURE -> number.filter(value -> value.scale() > 0).isPresent() ? WITH_DECIMALS : WHOLE;
      case TEXT -> TEXT;
    };
  }

  private void layOut(int header, int last) {
    int right = COLUMNS.size() - 1;
    sheet
        .range(header, 0, header, right)
        .style()
        .bold()
        .fillColor(WorkbookFile.HEADER_FILL)
        .wrapText(true)
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .set();
    sheet.range(header, 0, last, right).style().borderStyle("thin").set();
    sheet.freezePane(FROZEN_COLUMNS, header + 1);
    sheet.setAutoFilter(header, 0, last, right);
    sheet.repeatRows(header);
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A3_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }
}
