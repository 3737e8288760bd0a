package jindu.publish.workbook;

import static jindu.publish.workbook.PublicationFixture.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jindu.core.Messages;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.ResponseQualityTable;
import org.dhatim.fastexcel.reader.Cell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workbook as a whole: sheets, pages, lamps, notes, bytes. */
class PublicationWorkbookTest {

  private static final String HEADLINE = "主要指标";
  private static final String PLAN = "计划目标";
  private static final String TOWNSHIPS = "分镇办";
  private static final String SECTORS = "分行业";
  private static final String TOWNSHIP = "410311002";

  private PublicationFixture published;

  @BeforeEach
  void nothingPublished() throws Exception {
    published = new PublicationFixture();
  }

  @Test
  void theSheetsStandInOrderAndSayWhatTheyAreInChinese() throws Exception {
    ReadWorkbook workbook = published.workbook();

    assertThat(workbook.names())
        .containsExactly(HEADLINE, PLAN, TOWNSHIPS, SECTORS, "薄弱指标", "重要节点", "重点项目", "数据质量", "说明");
    assertThat(title(workbook, HEADLINE)).isEqualTo("洛龙区主要经济指标完成情况");
    assertThat(title(workbook, TOWNSHIPS)).isEqualTo("洛龙区各镇（街道）主要指标");
    assertThat(workbook.rows(HEADLINE).get(1).getCell(0).asString())
        .contains("2021年全年", "2021-11-05", PublicationFixture.ID);
    int header = workbook.header("薄弱指标", "预警灯");
    assertThat(workbook.rows("薄弱指标").get(header + 1).getCell(0).asString())
        .isEqualTo("本次发布没有此项内容。");
  }

  @Test
  void aLampIsItsWordOnItsColour() throws Exception {
    Map<String, String> words = Map.of("green", "绿", "yellow", "黄", "red", "红", "grey", "灰");
    List<String> lamps = List.of("green", "yellow", "red", "grey");
    for (int line = 0; line < lamps.size(); line++) {
      published.headline(
          line + 1,
          List.of("grp", "retail_sales", "budget_revenue", "tax_share").get(line),
          Map.of(HeadlineTable.LAMP, lamps.get(line)));
    }
    published.cell("grp", DISTRICT, "ALL", "1", Map.of());

    ReadWorkbook workbook = published.workbook();

    List<String> colours = List.of("009E73", "F0E442", "B23A00", "BFBFBF");
    int header = workbook.header(HEADLINE, "预警灯");
    for (int line = 0; line < lamps.size(); line++) {
      Cell lamp = workbook.rows(HEADLINE).get(header + 1 + line).getCell(11);
      assertThat(lamp.asString()).isEqualTo(words.get(lamps.get(line)));
      assertThat(workbook.style(1, lamp)).startsWith(colours.get(line) + " ");
    }
  }

  @Test
  void theNotesSayWhatIsNotDueYet() throws Exception {
    published
        .cell("grp", DISTRICT, "ALL", "1", Map.of())
        .headline(1, "grp", Map.of())
        .headline(2, "retail_sales", Map.of("quarter", 2))
        .add(
            ResponseQualityTable.DEFINITION,
            Map.of("form", "B204-1", "township_code", DISTRICT, "withheld", false));

    ReadWorkbook workbook = published.workbook();

    assertThat(workbook.cell("说明", "内容", "尚未公布").asString())
        .contains("社会消费品零售总额")
        .doesNotContain("地区生产总值");
    assertThat(workbook.cell("说明", "内容", "发布批次").asString()).isEqualTo(PublicationFixture.ID);
    assertThat(workbook.cell("说明", "内容", "数据来源").asString()).contains("B204-1");
  }

  @Test
  void everySheetPrintsOnA4WithItsHeaderOnEachPage() throws Exception {
    published
        .cell("grp", DISTRICT, "ALL", "1", Map.of())
        .cell("grp", TOWNSHIP, "ALL", "1", Map.of());
    ReadWorkbook workbook = published.workbook();

    for (int place = 1; place <= workbook.names().size(); place++) {
      assertThat(workbook.xml(place))
          .as(workbook.names().get(place - 1))
          .contains("paperSize=\"9\"", "orientation=\"landscape\"", "fitToPage=\"true\"")
          .contains("fitToWidth=\"1\" fitToHeight=\"0\"")
          .contains("state=\"frozen\"", "&amp;P", "&amp;N");
    }
    int header = workbook.header(TOWNSHIPS, "镇（街道）") + 1;
    assertThat(workbook.xml(3)).contains("<pane xSplit=\"3\" ySplit=\"" + header + "\"");
    assertThat(workbook.all())
        .anySatisfy(
            part -> assertThat(part).contains("Print_Titles", "$" + header + ":$" + header));
  }

  @Test
  void theSameRowsMakeTheSameBytes() throws Exception {
    published
        .cell("grp", DISTRICT, "ALL", "1", Map.of())
        .cell("grp", TOWNSHIP, "ALL", null, Map.of(IndicatorTable.WITHHELD, true))
        .headline(1, "grp", Map.of())
        .target("P2021-001", "grp", DISTRICT, "growth", Map.of());

    assertThat(published.bytes(Messages.CHINESE)).isEqualTo(published.bytes(Messages.CHINESE));
  }

  @Test
  void englishIsOneWordAway() throws Exception {
    published.cell("grp", DISTRICT, "ALL", "36000000000", Map.of());
    published.cell("grp", TOWNSHIP, "ALL", null, Map.of(IndicatorTable.WITHHELD, true));

    ReadWorkbook workbook = new ReadWorkbook(published.bytes(Messages.ENGLISH));

    assertThat(workbook.names()).startsWith("Headline", "Plan", "Townships");
    assertThat(workbook.cell("Townships", "Year to date", "Kaiyuanlu Subdistrict").asString())
        .isEqualTo("(c)");
    assertThat(Messages.ENGLISH.keys("workbook.")).isEqualTo(Messages.CHINESE.keys("workbook."));
  }

  private static String title(ReadWorkbook workbook, String sheet) {
    return workbook.rows(sheet).get(0).getCell(0).asString();
  }
}
