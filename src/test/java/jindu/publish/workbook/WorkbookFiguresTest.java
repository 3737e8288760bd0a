package jindu.publish.workbook;

import static jindu.publish.workbook.PublicationFixture.DISTRICT;
import static jindu.publish.workbook.PublicationFixture.amount;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.Map;
import jindu.table.IndicatorTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.PlanProgressTable;
import jindu.table.ProjectProgressTable;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the cells say, from rows that the test states. */
class WorkbookFiguresTest {

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
        .satisfies(WorkbookFiguresTest::isEmpty);
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

  private static BigDecimal number(ReadWorkbook workbook, String header) {
    return workbook.cell(TOWNSHIPS, header, "开元路街道").asNumber();
  }

  private static void isEmpty(Cell cell) {
    assertThat(cell == null || cell.getType() == CellType.EMPTY).isTrue();
  }
}
