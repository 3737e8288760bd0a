package jindu.ingest;

/** The XML of rows and cells, and the header of GZ-1, for {@link RawWorkbook}. */
final class SheetXml {

  static final String PATH = "GZ-1/file.xlsx";
  static final String HEADER =
      row(1, text("报告期"), text("指标代码"), text("区划代码"), text("部门"), text("期末"), text("上年同期"));

  private SheetXml() {}

  static RawWorkbook workbook(String rows) {
    return new RawWorkbook().sheet("a", "visible", rows);
  }

  static byte[] sheet(String rows) {
    return workbook(rows).bytes();
  }

  /** A data row under {@link #HEADER}. */
  static String data(int number, String figure) {
    return row(number, text("2020Q4"), text("a"), text("b"), text("c"), styled(0, figure));
  }

  static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  static String text(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  static String styled(int style, String value) {
    return "<c s=\"" + style + "\"><v>" + value + "</v></c>";
  }
}
