package jindu.publish.workbook;

import static jindu.publish.workbook.PublicationFixture.DISTRICT;
import static jindu.publish.workbook.PublicationFixture.amount;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.core.Messages;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.PlanProgressTable;
import jindu.table.ProjectProgressTable;
import jindu.table.ResponseQualityTable;
import jindu.table.TownshipRankingTable;
import jindu.table.WeakIndicatorTable;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workbook as its reader opens it, from rows that the test states. */
class PublicationWorkbookTest {

  private static final String TOWNSHIP = "410311002";
  private static final String HEADLINE = "主要指标";
  private static final String PLAN = "计划目标";
  private static final String TOWNSHIPS = "分镇办";
  private static final String SECTORS = "分行业";

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
  }

  @Test
  void figuresAreThePublishedOnesInTheUnitThatPeopleRead() throws Exception {
    published
        .cell(
            "retail_sales",
            DISTRICT,
            "ALL",
            "17578018000",
            Map.of(
                IndicatorTable.GROWTH_YTD_PCT, amount("12.3382"),
                IndicatorTable.SHARE_PCT, amount("100"),
                IndicatorTable.PULL_POINTS, amount("12.3382")))
        .cell(
            "retail_sales",
            TOWNSHIP,
            "ALL",
            "-123456.7891",
            Map.of(IndicatorTable.GROWTH_YTD_PCT, amount("-0.05")));

    ReadWorkbook workbook = published.workbook();

    assertThat(workbook.rows(HEADLINE).get(1).getCell(0).asString()).contains("2021年前三季度");
    Cell whole = workbook.cell(TOWNSHIPS, "累计", "社会消费品零售总额", "洛龙区");
    assertThat(whole.asNumber()).isEqualByComparingTo("175.78018");
    assertThat(workbook.style(3, whole)).endsWith(" #,##0.0");
    assertThat(workbook.cell(TOWNSHIPS, "计量单位", "洛龙区").asString()).isEqualTo("亿元");
    assertThat(number(workbook, "累计")).isEqualByComparingTo("-0.001234567891");
    assertThat(number(workbook, "同比增长（%）")).isEqualByComparingTo("-0.05");
    assertThat(workbook.cell(TOWNSHIPS, "占全区比重（%）", "洛龙区").asNumber()).isEqualByComparingTo("100");
    assertThat(workbook.cell(TOWNSHIPS, "拉动（百分点）", "开元路街道"))
        .as("not known is empty")
        .satisfies(PublicationWorkbookTest::isEmpty);
  }

  @Test
  void growthAtComparablePricesStandsWhereThatIsTheHeadline() throws Exception {
    Map<String, BigDecimal> growth =
        Map.of(
            IndicatorTable.GROWTH_YTD_PCT, amount("12.9"),
            IndicatorTable.COMPARABLE_GROWTH_YTD_PCT, amount("7.6"));
    published
        .cell("grp", DISTRICT, "ALL", "36000000000", growth)
        .cell("grp", DISTRICT, "P2", "11790000000", growth)
        .cell("retail_sales", DISTRICT, "ALL", "1", growth)
        .cell("retail_sales", DISTRICT, "P3", "1", growth);

    ReadWorkbook workbook = published.workbook();

    assertThat(workbook.cell(SECTORS, "同比增长（%）", "地区生产总值", "第二产业").asNumber())
        .isEqualByComparingTo("7.6");
    assertThat(workbook.cell(SECTORS, "同比增长（%）", "社会消费品零售总额", "第三产业").asNumber())
        .isEqualByComparingTo("12.9");
  }

  @Test
  void withheldRowsShowTheSignAndNoFigureAnywhere() throws Exception {
    BigDecimal secret = amount("7654321");
    withholdEverywhere(secret);

    ReadWorkbook workbook = published.workbook();

    assertThat(workbook.cell(HEADLINE, "累计", "地区生产总值").asString()).isEqualTo("保密");
    assertThat(workbook.cell(PLAN, "实际", "地区生产总值增长").asString()).isEqualTo("保密");
    for (String header : List.of("累计", "同比增长（%）", "占全区比重（%）", "年度目标", "差距（百分点）", "位次")) {
      assertThat(workbook.cell(TOWNSHIPS, header, "开元路街道").asString()).as(header).isEqualTo("保密");
    }
    assertThat(workbook.cell(SECTORS, "累计", "C").asString()).isEqualTo("保密");
    assertThat(workbook.cell("重点项目", "本年完成投资", "某项目").asString()).isEqualTo("保密");
    assertThat(workbook.cell("重点项目", "本年完成投资", "合计（1 项）").asString())
        .as("the sum would tell it")
        .isEqualTo("保密");
    assertThat(workbook.cell("数据质量", "估计占比（%）", "开元路街道").asString()).isEqualTo("保密");
    assertThat(workbook.cell("数据质量", "已报", "开元路街道").asNumber())
        .as("counts stay")
        .isEqualByComparingTo("2");
    assertThat(workbook.cell("说明", "内容", "保密").asString()).contains("保护调查对象");
    for (String part : workbook.all()) {
      assertThat(part).doesNotContain("7654321", "765.4321", "0.07654321");
    }
  }

  /** Rows that protection should have emptied, and did not. */
  private void withholdEverywhere(BigDecimal secret) {
    Map<String, Object> cell = figures(IndicatorTable.DEFINITION, secret);
    cell.put(IndicatorTable.WITHHELD, true);
    published
        .cell("grp", DISTRICT, "ALL", "1", Map.of())
        .cell("grp", TOWNSHIP, "ALL", "1", cell)
        .cell("grp", DISTRICT, "C", "1", cell);
    Map<String, Object> plan = figures(PlanProgressTable.DEFINITION, secret);
    plan.putAll(Map.of(PlanProgressTable.WITHHELD, true, PlanProgressTable.LAMP, "grey"));
    published
        .target("P2021-001", "grp", DISTRICT, "growth", plan)
        .target("P2021-001", "grp", TOWNSHIP, "growth", plan);
    Map<String, Object> headline = figures(HeadlineTable.DEFINITION, secret);
    headline.putAll(Map.of(HeadlineTable.WITHHELD, true, HeadlineTable.DISTRICT_RANK, 3));
    published.headline(1, "grp", headline);
    published.add(
        TownshipRankingTable.DEFINITION,
        Map.of("indicator", "grp", "township_code", TOWNSHIP, "rank", 7654321, "withheld", true));
    Map<String, Object> project = figures(ProjectProgressTable.DEFINITION, secret);
    project.putAll(Map.of("project_code", "X", "name", "某项目", "lamp", "grey", "withheld", true));
    published.add(ProjectProgressTable.DEFINITION, project);
    Map<String, Object> quality = figures(ResponseQualityTable.DEFINITION, secret);
    quality.putAll(Map.of("form", "B204-1", "township_code", TOWNSHIP, "withheld", true));
    quality.putAll(Map.of(ResponseQualityTable.REPORTED, 2L));
    quality.remove(ResponseQualityTable.RESPONSE_PCT);
    published.add(ResponseQualityTable.DEFINITION, quality);
    Map<String, Object> weak = figures(WeakIndicatorTable.DEFINITION, secret);
    weak.putAll(Map.of("target_id", "P2021-001", "place_order", 1, "lamp", "red"));
    weak.putAll(Map.of("part_kind", "township", "part_code", TOWNSHIP, "withheld", true));
    published.add(WeakIndicatorTable.DEFINITION, weak);
  }

  /** Every decimal column of a table with the same figure. */
  private static Map<String, Object> figures(jindu.table.TableDefinition table, BigDecimal figure) {
    Map<String, Object> figures = new HashMap<>();
    table.columns().stream()
        .filter(column -> column.type() instanceof org.apache.spark.sql.types.DecimalType)
        .forEach(column -> figures.put(column.name(), figure));
    return figures;
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
  void targetsSayWhatThePlanAsksForInItsOwnWords() throws Exception {
    published
        .cell("grp", DISTRICT, "ALL", "1", Map.of())
        .target(
            "P2021-002",
            "industrial_value_added",
            DISTRICT,
            "growth",
            Map.of(
                PlanProgressTable.TARGET_VALUE, amount("8"),
                PlanProgressTable.ACTUAL, amount("7.6311"),
                PlanProgressTable.DEADLINE, Date.valueOf("2021-12-31"),
                PlanProgressTable.LAMP_REASON, "略低于要求 / short",
                PlanProgressTable.LAMP_PROVISIONAL, true))
        .target(
            "P2021-038",
            "provincial_municipal_key_project_investment",
            DISTRICT,
            "level",
            Map.of(
                PlanProgressTable.TARGET_VALUE, amount("10000000000"),
                PlanProgressTable.ACTUAL, amount("8311770000")))
        .target(
            "P2021-113",
            "petitions",
            DISTRICT,
            "reduction",
            Map.of(PlanProgressTable.TARGET_VALUE, amount("45")))
        .target("P2021-001", "grp", TOWNSHIP, "growth", Map.of())
        .target("P2021-005", "grp", DISTRICT, "growth", Map.of(PlanProgressTable.IN_FORCE, false));

    ReadWorkbook workbook = published.workbook();

    Cell growth = workbook.cell(PLAN, "年度目标", "规模以上工业增加值增长");
    assertThat(growth.asNumber()).isEqualByComparingTo("8");
    assertThat(workbook.style(2, growth)).contains("&#x2265;", "#,##0.0&quot;%");
    assertThat(workbook.cell(PLAN, "说明", "规模以上工业增加值增长").asString()).isEqualTo("略低于要求（灯色取决于估计数）");
    int header = workbook.header(PLAN, "年度目标");
    assertThat(workbook.rows(PLAN)).as("the district's, in force").hasSize(header + 1 + 3);
    Cell level = workbook.rows(PLAN).get(header + 2).getCell(2);
    assertThat(level.asNumber()).as("in 亿元").isEqualByComparingTo("100");
    assertThat(workbook.rows(PLAN).get(header + 2).getCell(3).asNumber())
        .isEqualByComparingTo("83.1177");
    Cell reduction = workbook.rows(PLAN).get(header + 3).getCell(2);
    assertThat(workbook.style(2, reduction)).contains("&#x4e0b;&#x964d;");
  }

  @Test
  void aTownshipWithTwoTargetsHasALineForEachAndTheRemainderStandsLast() throws Exception {
    published
        .cell("budget_revenue", "410311000", "ALL", "900000000", Map.of())
        .cell("budget_revenue", TOWNSHIP, "ALL", "100000000", Map.of())
        .cell("budget_revenue", DISTRICT, "ALL", "1000000000", Map.of())
        .target("P2021-005", "budget_revenue", TOWNSHIP, "growth", Map.of())
        .target("P2021-005b", "budget_revenue", TOWNSHIP, "level", Map.of());

    ReadWorkbook workbook = published.workbook();

    int header = workbook.header(TOWNSHIPS, "累计");
    assertThat(workbook.rows(TOWNSHIPS).subList(header + 1, workbook.rows(TOWNSHIPS).size()))
        .extracting(row -> row.getCell(2).asString())
        .containsExactly("洛龙区", "开元路街道", "开元路街道", "区本级");
  }

  @Test
  void milestonesStandAtTheirLatestRowAndLateOnesFirst() throws Exception {
    published
        .cell("grp", DISTRICT, "ALL", "1", Map.of())
        .add(MilestoneProgressTable.DEFINITION, milestone("P2021-017", "数据中心", "green", 3))
        .add(MilestoneProgressTable.DEFINITION, milestone("P2021-017", "数据中心", "green", 4))
        .add(MilestoneProgressTable.DEFINITION, milestone("P2021-018", "小学招生", "red", 4));

    ReadWorkbook workbook = published.workbook();

    int header = workbook.header("重要节点", "到期日");
    assertThat(workbook.rows("重要节点").subList(header + 1, workbook.rows("重要节点").size()))
        .extracting(row -> row.getCell(1).asString())
        .containsExactly("小学招生", "数据中心");
    assertThat(workbook.cell("重要节点", "到期日", "小学招生").asDate()).isEqualTo("2021-06-30T00:00");
    assertThat(workbook.cell("重要节点", "期限依据", "小学招生").asString()).isEqualTo("默认");
  }

  private static Map<String, Object> milestone(String id, String title, String lamp, int quarter) {
    return Map.of(
        MilestoneProgressTable.MILESTONE_ID, id,
        MilestoneProgressTable.QUARTER, quarter,
        MilestoneProgressTable.TITLE_ZH, title,
        MilestoneProgressTable.DUE_DATE, Date.valueOf("2021-06-30"),
        MilestoneProgressTable.DUE_BASIS, "default",
        MilestoneProgressTable.LAMP, lamp);
  }

  @Test
  void projectsAddUpInTenThousandYuanAndTheirNamesAreNoFormulas() throws Exception {
    published
        .cell("grp", DISTRICT, "ALL", "1", Map.of())
        .add(ProjectProgressTable.DEFINITION, project("A", "=1+1", "区", "30000000", "10000000"))
        .add(ProjectProgressTable.DEFINITION, project("B", "某项目", "省", "10000000", "20000000"));

    ReadWorkbook workbook = published.workbook();

    assertThat(workbook.cell("重点项目", "年度计划", "合计（2 项）").asNumber()).isEqualByComparingTo("4000");
    assertThat(workbook.cell("重点项目", "完成率（%）", "合计（2 项）").asNumber()).isEqualByComparingTo("75");
    assertThat(workbook.cell("重点项目", "级别", "其中（1 项）").asString())
        .as("in the order of the form's file")
        .isEqualTo("省");
    assertThat(workbook.cell("重点项目", "项目名称", "A").asString()).isEqualTo("'=1+1");
  }

  private static Map<String, Object> project(
      String code, String name, String tier, String plan, String done) {
    return Map.of(
        ProjectProgressTable.PROJECT_CODE,
        code,
        ProjectProgressTable.NAME,
        name,
        ProjectProgressTable.TIER,
        tier,
        ProjectProgressTable.ANNUAL_PLAN,
        amount(plan),
        ProjectProgressTable.DONE_YTD,
        amount(done),
        ProjectProgressTable.LAMP,
        "green",
        ProjectProgressTable.WITHHELD,
        false);
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
    withholdEverywhere(amount("1"));

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

  private static BigDecimal number(ReadWorkbook workbook, String header) {
    return workbook.cell(TOWNSHIPS, header, "开元路街道").asNumber();
  }

  private static void isEmpty(Cell cell) {
    assertThat(cell == null || cell.getType() == CellType.EMPTY).isTrue();
  }
}
