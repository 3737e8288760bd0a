package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jindu.ingest.SheetXml.row;
import static jindu.ingest.SheetXml.sheet;
import static jindu.ingest.SheetXml.styled;
import static jindu.ingest.SheetXml.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Of merged cells only the first holds the text. */
final class MergedHeaderTest {

  private static final String PATH = "B204-1/file.csv";
  private static final String UPPER = "报告期,统一社会信用代码,区划代码,行业代码,工业总产值,,工业销售产值,,备注\n";
  private static final String LOWER = ",,,,本年累计,上年同期,本年累计,上年同期\n";
  private static final String DATA = "2020-06,91410311MA40ABCD1X,410311002,3451,1,2,3,4,注\n";
  private static final String CELLS =
      "period=2020-06 | unit_code=91410311MA40ABCD1X | township_code=410311002 | sector_code=3451"
          + " | gross_output.ytd=1 | gross_output.previous=2 | sales_output.ytd=3"
          + " | sales_output.previous=4 | 备注=注";

  @Test
  void joinsAnUpperTextWithTheTextsBelowIt() {
    assertThat(lines("工业产销总值\n\n" + UPPER + LOWER + DATA)).containsExactly("5 " + CELLS);
  }

  @Test
  void readsTheSameFromAWorkbook() {
    String blank = "<c/>";
    byte[] workbook =
        sheet(
            row(
                    3,
                    text("报告期"),
                    text("统一社会信用代码"),
                    text("区划代码"),
                    text("行业代码"),
                    text("工业总产值"),
                    blank,
                    text("工业销售产值"),
                    blank,
                    text("备注"))
                + row(
                    4,
                    blank,
                    blank,
                    blank,
                    blank,
                    text("本年累计"),
                    text("上年同期"),
                    text("本年累计"),
                    text("上年同期"))
                + row(
                    5,
                    text("2020-06"),
                    text("91410311MA40ABCD1X"),
                    styled(0, "410311002"),
                    styled(0, "3451"),
                    styled(0, "1"),
                    styled(0, "2"),
                    styled(0, "3"),
                    styled(0, "4"),
                    text("注")));
    assertThat(Decoded.lines("B204-1/file.xlsx", workbook)).containsExactly("a!5 " + CELLS);
  }

  @Test
  void takesALowerTextThatIsAHeaderByItself() {
    String upper = "基本情况,,,,工业总产值,,工业销售产值,\n";
    String lower = "报告期,统一社会信用代码,区划代码,行业代码,本年累计,上年同期,本年累计,上年同期\n";
    assertThat(lines(upper + lower + DATA))
        .containsExactly("3 " + CELLS.replace("备注=注", "column 9=注"));
  }

  @Test
  void prefersAHeaderOfOneRow() {
    String header = "报告期,统一社会信用代码,区划代码,行业代码,工业总产值_本年累计,工业总产值_上年同期,工业销售产值_本年累计,工业销售产值_上年同期\n";
    // Joined with what is above, 出口交货值_本年累计 would take the place of the fifth column.
    assertThat(lines(",,,,出口交货值,,,\n" + header + DATA))
        .containsExactly("3 " + CELLS.replace("备注=注", "column 9=注"));
    // What stands below a header of one row is data, whatever it looks like.
    assertThat(lines(header + LOWER)).hasSize(1).first().asString().startsWith("2 ");
  }

  @Test
  void takesTheUpperTextsWhereTheyNameMoreColumnsThanTheLowerRowNeeds() {
    String header = "报告期,统一社会信用代码,区划代码,行业代码,工业总产值_本年累计,工业总产值_上年同期,工业销售产值_本年累计,工业销售产值_上年同期";
    assertThat(lines(",,,,,,,,出口交货值,\n" + header + ",本年累计,上年同期\n" + DATA.replace("注", "5")))
        .containsExactly("3 " + CELLS.replace("备注=注", "export_value.ytd=5"));
  }

  @Test
  void refusesAColumnThatTwoRowsNameTwice() {
    assertThat(lines(UPPER.replace("工业销售产值", "工业总产值") + LOWER + DATA))
        .singleElement()
        .asString()
        .startsWith("refused no-header: ");
    assertThat(lines(UPPER.replace("备注", "工业总产值") + LOWER.strip() + ",本年累计\n" + DATA))
        .containsExactly("refused duplicate-column: 工业总产值_本年累计, 工业总产值_本年累计");
  }

  @Test
  void saysWhatTheNearestTwoRowsMiss() {
    assertThat(lines(UPPER + ",,,,本年累计,上年同期,本年累计\n" + DATA))
        .containsExactly("refused no-header: 2: 工业销售产值_上年同期");
  }

  private static List<String> lines(String text) {
    return Decoded.lines(PATH, text.getBytes(UTF_8));
  }
}
