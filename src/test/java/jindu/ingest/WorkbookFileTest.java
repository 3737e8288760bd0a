package jindu.ingest;

import static jindu.ingest.SheetXml.HEADER;
import static jindu.ingest.SheetXml.PATH;
import static jindu.ingest.SheetXml.data;
import static jindu.ingest.SheetXml.row;
import static jindu.ingest.SheetXml.sheet;
import static jindu.ingest.SheetXml.styled;
import static jindu.ingest.SheetXml.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

final class WorkbookFileTest {

  @Test
  void findsTheHeaderUnderTitleRows() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "jindu", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("表1");
      sheet.value(0, 0, "部门指标");
      sheet.value(1, 0, "单位：");
      sheet.value(1, 1, "万元");
      List<String> headers = List.of("上年同期", "报告期", "指标代码", "区划代码", "部门", "本年\n累计");
      for (int column = 0; column < headers.size(); column++) {
        sheet.value(3, column, headers.get(column));
      }
      sheet.value(5, 0, 1000);
      sheet.value(5, 1, "2020Q4");
      sheet.value(5, 2, "budget_revenue");
      sheet.value(5, 3, 410311002);
      sheet.value(5, 4, "财政局");
      sheet.value(5, 5, 1234.5);
    }
    assertThat(Decoded.lines(PATH, bytes.toByteArray()))
        .containsExactly(
            "表1!6 figure.previous=1000 | period=2020Q4 | indicator=budget_revenue"
                + " | township_code=410311002 | department=财政局 | figure.ytd=1234.5");
  }

  @Test
  void writesNumbersInPlainDigits() {
    assertThat(figures("410311002", "4.10311002E+8", "410311002000.0", "914103009999999048"))
        .containsExactly("410311002", "410311002", "410311002000", "914103009999999048");
    assertThat(figures("1234.0999999999999", "0.10000000000000001", "-1.5E-3", "0.0", "1E+300"))
        .containsExactly("1234.1", "0.1", "-0.0015", "0", "1" + "0".repeat(300));
    assertThat(figures("1234567890.1234501", "1E+999999"))
        .containsExactly("1234567890.12345", "1E+999999");
  }

  @Test
  void writesDatesAsIsoInBothCalendars() {
    String days =
        row(
            2,
            text("2020Q4"),
            text("a"),
            text("b"),
            text("c"),
            styled(1, "44020"),
            styled(1, "59.5"));
    assertThat(Decoded.lines(PATH, sheet(HEADER + days)))
        .singleElement()
        .asString()
        .endsWith("figure.ytd=2020-07-08 | figure.previous=1900-02-28 12:00:00");
    byte[] from1904 =
        new RawWorkbook()
            .from1904()
            .sheet("a", "visible", HEADER + days.replace("44020", "42558"))
            .bytes();
    assertThat(Decoded.lines(PATH, from1904))
        .singleElement()
        .asString()
        .contains("figure.ytd=2020-07-08 | figure.previous=1904-02-29 12:00:00");
  }

  @Test
  void writesMonthsMomentsAndFormattedNumbersAsTheyAreShown() {
    String row =
        row(
            2,
            styled(2, "43862"),
            text("a"),
            text("b"),
            text("c"),
            styled(3, "44020.25"),
            styled(4, "-1234.5"));
    assertThat(Decoded.lines(PATH, sheet(HEADER + row)))
        .containsExactly(
            "a!2 period=2020-02 | indicator=a | township_code=b | department=c"
                + " | figure.ytd=2020-07-08 06:00:00 | figure.previous=-1234.5");
  }

  @Test
  void readsTheFormatsThatExcelInChineseHasBuiltIn() {
    assertThat(shown(9, "43862")).isEqualTo("2020-02");
    assertThat(shown(10, "44012")).isEqualTo("2020-06-30");
    assertThat(shown(8, "43831")).isEqualTo("2020");
  }

  @Test
  void countsNoDaysOfANumberThatNobodyCouldWriteOut() {
    assertThat(shown(1, "1E-401")).isEqualTo("1E-401");
    assertThat(shown(1, "1E-999999999")).isEqualTo("1E-999999999");
    assertThat(shown(1, "1E+999999999")).isEqualTo("1E+999999999");
  }

  @Test
  void readsNoFormatThatIsLongerThanExcelTakes() {
    String formats =
        format(200, "[".repeat(255) + "]yyyy") + format(201, "[" + "x".repeat(249) + "]yyyy");
    String styles =
        "<styleSheet><numFmts>%s</numFmts><cellXfs><xf numFmtId=\"200\"/><xf numFmtId=\"201\"/>"
            .formatted(formats);
    String row =
        row(2, text("a"), text("a"), text("b"), text("c"), styled(0, "43831"), styled(1, "43831"));
    byte[] workbook =
        SheetXml.workbook(HEADER + row + row.replace("r=\"2\"", "r=\"3\""))
            .part("xl/styles.xml", styles + "</cellXfs></styleSheet>")
            .bytes();
    assertThat(Decoded.rows(PATH, workbook))
        .hasSize(2)
        .extracting(
            read -> read.cells().get("figure.ytd"), read -> read.cells().get("figure.previous"))
        .containsOnly(tuple("43831", "2020"));
  }

  @Test
  void writesNumbersUnderAFormatAsTheyAreMeant() {
    // Scientific notation hides digits and loses none.
    assertThat(shown(5, "4.10311002E+8")).isEqualTo("410311002");
    assertThat(shown(5, "1234567.25")).isEqualTo("1234567.25");
    assertThat(shown(6, "610")).isEqualTo("0610");
    assertThat(shown(6, "34510")).isEqualTo("34510");
    assertThat(shown(6, "-610")).isEqualTo("-610");
    assertThat(shown(7, "0.6512")).isEqualTo("65.12%");
    assertThat(shown(7, "1")).isEqualTo("100%");
  }

  @Test
  void keepsATextThatLooksLikeANumberAsItIs() {
    String texts =
        row(
            2,
            text("2020Q4"),
            text("9.1410311E+17"),
            text("0410311002"),
            text("c"),
            text("１２，３４５"));
    assertThat(Decoded.lines(PATH, sheet(HEADER + texts)))
        .containsExactly(
            "a!2 period=2020Q4 | indicator=9.1410311E+17 | township_code=0410311002"
                + " | department=c | figure.ytd=１２，３４５");
  }

  @Test
  void readsAWorkbookWithAChart() {
    byte[] workbook =
        new RawWorkbook()
            .sheet("图", "visible", "")
            .part("xl/worksheets/sheet1.xml", "<chartsheet><sheetViews/></chartsheet>")
            .sheet("甲", "visible", HEADER + data(2, "1"))
            .bytes();
    assertThat(Decoded.lines(PATH, workbook)).singleElement().asString().startsWith("甲!2 ");
  }

  @Test
  void readsFormulasByTheirStoredValue() {
    String row =
        row(
            2,
            "<c t=\"str\"><f>A1</f><v>2020Q4</v></c>",
            "<c t=\"str\"><f>IF(A1=0,A1,B1)</f><v></v></c>",
            text("410311002"),
            "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
            "<c><f>SUM(A1:A3)</f><v>12.5</v></c>",
            "<c t=\"b\"><v>1</v></c>");
    assertThat(Decoded.lines(PATH, sheet(HEADER + row)))
        .containsExactly(
            "a!2 period=2020Q4 | township_code=410311002 | department=#DIV/0!"
                + " | figure.ytd=12.5 | figure.previous=TRUE");
  }

  @Test
  void refusesAFormulaWithoutValueAndNamesTheCell() {
    String row =
        row(2, text("2020Q4"), text("a"), text("b"), text("c"), "<c r=\"E2\"><f>SUM(A1)</f></c>");
    assertThat(Decoded.lines(PATH, sheet(HEADER + row)))
        .containsExactly("refused formula-without-value: a!E2");
  }

  @Test
  void refusesAWorkbookWithoutRows() {
    assertThat(Decoded.lines(PATH, sheet(""))).containsExactly("refused empty-file: rows=0");
    assertThat(Decoded.lines(PATH, sheet(HEADER))).containsExactly("refused empty-file: rows=0");
  }

  @Test
  void refusesRowsThatClaimTheSameNumber() {
    assertThat(Decoded.lines(PATH, sheet(HEADER + data(3, "1") + data(3, "2"))))
        .containsExactly("refused unreadable-workbook: a row=3");
  }

  private static String format(int id, String code) {
    return "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(id, code);
  }

  private static String shown(int style, String raw) {
    String row = row(2, text("2020Q4"), text("a"), text("b"), text("c"), styled(style, raw));
    return Decoded.rows(PATH, sheet(HEADER + row)).get(0).cells().get("figure.ytd");
  }

  /** What becomes of numbers as the file holds them. */
  private static List<String> figures(String... raw) {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int place = 0; place < raw.length; place++) {
      rows.append(data(place + 2, raw[place]));
    }
    return Decoded.rows(PATH, sheet(rows.toString())).stream()
        .map(row -> row.cells().get("figure.ytd"))
        .toList();
  }
}
