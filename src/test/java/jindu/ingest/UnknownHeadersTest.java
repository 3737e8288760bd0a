package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jindu.ingest.SheetXml.HEADER;
import static jindu.ingest.SheetXml.PATH;
import static jindu.ingest.SheetXml.data;
import static jindu.ingest.SheetXml.row;
import static jindu.ingest.SheetXml.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a header names that the form does not know is said, on every row of the delivery. */
final class UnknownHeadersTest {

  private static final String KNOWN =
      "报告期,统一社会信用代码,区划代码,行业代码,工业总产值_本年累计,工业总产值_上年同期,工业销售产值_本年累计,工业销售产值_上年同期";
  private static final String ROW = "2020-06,91410311MA40ABCD1X,410311002,3451,1,2,3,4";

  @Test
  void saysASlipInTheHeaderOfAnOptionalItem() {
    assertThat(unknown(KNOWN + ",出口交货值_本年累记,备注,,备注,出口交货值_上年同期\n" + ROW + "\n" + ROW))
        .isEqualTo("出口交货值_本年累记, 备注");
  }

  @Test
  void saysNothingWhereEveryHeaderIsKnown() {
    assertThat(unknown(KNOWN + ",出口交货值_本年累计,\n" + ROW + ",5,6")).isNull();
  }

  @Test
  void namesTheSheets() {
    String wide = HEADER.replace("</row>", text("累\n计") + text("备注") + "</row>");
    byte[] workbook =
        new RawWorkbook()
            .sheet("甲", "visible", wide + data(2, "1"))
            .sheet("乙", "visible", HEADER + data(2, "2"))
            .sheet("说明", "visible", row(1, text("填报说明")))
            .sheet("丙", "visible", wide + data(2, "3"))
            .bytes();
    assertThat(Decoded.rows(PATH, workbook))
        .hasSize(3)
        .extracting(DecodedRow::unknownHeaders)
        .containsOnly("甲: 累 计, 备注; 丙: 累 计, 备注");
  }

  @Test
  void cutsHeadersWithoutEnd() {
    String many = IntStream.rangeClosed(1, 23).mapToObj(i -> "," + i).collect(Collectors.joining());
    String first =
        IntStream.rangeClosed(1, 19).mapToObj(i -> ", " + i).collect(Collectors.joining());
    assertThat(unknown(KNOWN + "," + "字".repeat(61) + many + "\n" + ROW))
        .isEqualTo("字".repeat(60) + "…" + first + ", … (+4)");
  }

  /** The same for every row. */
  private static String unknown(String text) {
    var rows = Decoded.rows("B204-1/file.csv", text.getBytes(UTF_8));
    assertThat(rows).allMatch(row -> row.refusal() == null);
    assertThat(rows.stream().map(DecodedRow::unknownHeaders).distinct()).hasSize(1);
    return rows.get(0).unknownHeaders();
  }
}
