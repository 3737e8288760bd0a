package jindu.publish.workbook;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;

/** Lays out one sheet: title, remarks, header, lines; on the screen and on A4. */
final class SheetWriter {

  private static final int TITLE_SIZE = 16;
  private static final double TITLE_HEIGHT = 30;
  private static final int FOOTER_SIZE = 9;

  /** As many lines of the height below as fill most of a page. */
  private static final int LINES_OF_A_PAGE = 20;

  /** Points. */
  private static final double ROOMY = 21;

  /** Inches. */
  private static final float SIDE_MARGIN = 0.4f;

  private static final float UPPER_MARGIN = 0.5f;
  private static final float LOWER_MARGIN = 0.6f;
  private static final float FOOTER_MARGIN = 0.3f;

  private final Edition edition;
  private final Worksheet sheet;
  private final SheetContent content;
  private final List<Integer> widths;
  private final int right;

  private SheetWriter(Edition edition, Worksheet sheet, SheetContent content) {
    this.edition = edition;
    this.sheet = sheet;
    this.content = content;
    this.widths = content.columns().stream().map(SheetColumn::width).toList();
    this.right = content.columns().size() - 1;
  }

  static void write(Edition edition, Worksheet sheet, SheetContent content) {
    new SheetWriter(edition, sheet, content).write();
  }

  private void write() {
    int header = titles();
    header(header);
    CellWriter cells = new CellWriter(sheet, content.columns(), edition);
    int row = header;
    for (SheetLine line : content.lines()) {
      row++;
      sheet.rowHeight(row, Math.max(lowest(), RowHeight.of(cells.write(row, line), widths)));
    }
    if (content.lines().isEmpty()) {
      sheet.value(++row, 0, edition.text("nothing"));
    }
    sheet.range(header, 0, row, right).style().borderStyle("thin").borderColor("A6A6A6").set();
    sheet.freezePane(content.frozen(), header + 1);
    if (!content.lines().isEmpty() && content.frozen() > 0) {
      sheet.setAutoFilter(header, 0, row, right);
    }
    page(header);
  }

  /** A sheet of one page is looked at, a longer one is searched. */
  private double lowest() {
    return content.lines().size() <= LINES_OF_A_PAGE ? ROOMY : 0;
  }

  /** Returns the row below them. */
  private int titles() {
    across(0, edition.text("title-" + content.key(), edition.district()));
    sheet.range(0, 0, 0, right).style().bold().fontSize(TITLE_SIZE).set();
    sheet.rowHeight(0, TITLE_HEIGHT);
    across(
        1,
        edition.text(
            "subtitle",
            edition.period(),
            edition.rows().asOf().toString(),
            edition.rows().publication()));
    return content.remarks().isEmpty() ? 2 : remarks();
  }

  /** Centred across the columns, which sorting and copying survive where merged cells do not. */
  private void across(int row, String text) {
    sheet.value(row, 0, CellText.harmless(text));
    sheet
        .range(row, 0, row, right)
        .style()
        .horizontalAlignment("centerContinuous")
        .verticalAlignment("center")
        .set();
  }

  /**
   * All in one cell, the only merged one: fastexcel keeps several in a set of no order, and the
   * bytes would differ from run to run.
   */
  private int remarks() {
    String remarks = CellText.harmless(String.join("\n", content.remarks()));
    int whole = widths.stream().mapToInt(Integer::intValue).sum();
    sheet.value(2, 0, remarks);
    sheet.range(2, 0, 2, right).merge();
    sheet.style(2, 0).wrapText(true).verticalAlignment("center").set();
    sheet.rowHeight(2, RowHeight.of(List.of(remarks), List.of(whole)));
    return 3;
  }

  private void header(int row) {
    List<String> headers = new ArrayList<>();
    for (int place = 0; place <= right; place++) {
      String header = edition.text("column-" + content.columns().get(place).key());
      sheet.width(place, widths.get(place));
      sheet.value(row, place, header);
      headers.add(header);
    }
    sheet
        .range(row, 0, row, right)
        .style()
        .bold()
        .fillColor(WorkbookFile.HEADER_FILL)
        .wrapText(true)
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .set();
    sheet.rowHeight(row, RowHeight.of(headers, widths));
  }

  private void page(int header) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(header);
    sheet.leftMargin(SIDE_MARGIN);
    sheet.rightMargin(SIDE_MARGIN);
    sheet.topMargin(UPPER_MARGIN);
    sheet.bottomMargin(LOWER_MARGIN);
    sheet.footerMargin(FOOTER_MARGIN);
    footer(literal(edition.notice().orElse(edition.period())), Position.LEFT);
    footer(edition.text("page", "&P", "&N"), Position.CENTER);
    footer(literal(edition.rows().publication()), Position.RIGHT);
  }

  /** In a footer & begins a code. */
  private static String literal(String text) {
    return text.replace("&", "&&");
  }

  private void footer(String text, Position position) {
    sheet.footer(text, position, WorkbookFile.FONT, FOOTER_SIZE);
  }
}
