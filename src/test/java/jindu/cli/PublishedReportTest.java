package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TableRows;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.Messages;
import jindu.table.HeadlineTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.ProjectProgressTable;
import jindu.table.TownshipRankingTable;
import jindu.table.WeakIndicatorTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** Published rows as a reader sees them on a terminal of 100 columns. */
class PublishedReportTest {

  private static Catalog catalog;

  @BeforeAll
  static void catalog() throws Exception {
    catalog = CatalogReader.read(Path.of("data-lake/reference"));
  }

  @Test
  void aWeakTargetSaysWhyAndWhatPullsItDown() {
    List<String> lines =
        new WeakReport()
            .lines(
                List.of(weak("township", "410311002", "-1.2345"), weak("sector", "P2", "-0.5")),
                words("zh", Ansi.OFF));
    assertThat(lines)
        .containsExactly(
            " 1  红  固定资产投资增长  差距 -3.2 个百分点",
            "    落后：同比 5.8%，目标 9%，差距 -3.2 个百分点；后期需增长 12.0%，同期历史最高 7.0%",
            "    拉动最弱（百分点）：" + place("410311002") + " -1.2，第二产业 -0.5");
  }

  /** Cut at rows, the list would end in the middle of a target. */
  @Test
  void theWeakListIsCutBetweenTargets() {
    List<Row> rows = new ArrayList<>();
    for (String target : List.of("C", "A", "B")) {
      for (String part : List.of("410311002", "410311003")) {
        int order = rows.size() + 1;
        rows.add(
            TableRows.row(
                WeakIndicatorTable.DEFINITION,
                Map.of(
                    WeakIndicatorTable.TARGET_ID,
                    target,
                    WeakIndicatorTable.PLACE_ORDER,
                    order,
                    WeakIndicatorTable.PART_CODE,
                    part)));
      }
    }
    Dataset<Row> listed = TableRows.of(WeakIndicatorTable.DEFINITION, rows);
    WeakReport report = new WeakReport();
    assertThat(report.first(listed, 2).collectAsList())
        .extracting(row -> row.getAs(WeakIndicatorTable.TARGET_ID))
        .containsExactly("C", "C", "A", "A");
    assertThat(report.entries(listed)).isEqualTo(3);
  }

  @Test
  void aLongReasonIsWrappedAndNoLineIsWiderThanTheTerminal() {
    Row long100 =
        TableRows.row(
            WeakIndicatorTable.DEFINITION,
            Map.of(
                WeakIndicatorTable.TARGET_ID,
                "P2021-003",
                WeakIndicatorTable.LAMP,
                "yellow",
                WeakIndicatorTable.LAMP_REASON,
                "落后：".repeat(40) + " / " + "behind and more ".repeat(20)));
    for (String language : List.of("zh", "en")) {
      List<String> lines = new WeakReport().lines(List.of(long100), words(language, Ansi.OFF));
      assertThat(lines).hasSizeGreaterThan(3);
      assertThat(lines).allSatisfy(line -> assertThat(TextTable.width(line)).isLessThan(101));
    }
  }

  @Test
  void aLampIsAWordWithOrWithoutItsColour() {
    Row weak = weak("township", "410311002", "-1");
    assertThat(words("en", Ansi.OFF).lamp(weak)).isEqualTo("red");
    String coloured = words("en", Ansi.ON).lamp(weak);
    assertThat(coloured).contains("red").contains("\u001B[");
    assertThat(TextTable.width(coloured)).isEqualTo(3);
  }

  /** The mark is of the lamp that has it; what it means stands below, where there is one. */
  @Test
  void aProvisionalLampIsMarkedAndTheMarkIsExplained() {
    Row provisional =
        TableRows.row(
            HeadlineTable.DEFINITION,
            Map.of(
                HeadlineTable.INDICATOR,
                "retail_sales",
                HeadlineTable.TITLE_ZH,
                "零售额",
                HeadlineTable.TITLE_EN,
                "Retail sales",
                HeadlineTable.DISPLAY_UNIT,
                "亿元",
                HeadlineTable.LAMP,
                "yellow",
                HeadlineTable.LAMP_PROVISIONAL,
                true));
    Row firm = headline("固定资产投资", null, null, null, null);
    HeadlineReport report = new HeadlineReport();
    List<String> chinese = report.lines(List.of(provisional, firm), words("zh", Ansi.OFF));
    assertThat(chinese.get(1)).endsWith("  黄（暂）");
    assertThat(chinese.get(2)).endsWith("  黄");
    assertThat(chinese.get(3)).isEqualTo("（暂）暂定：灯色取决于估计数");
    List<String> english = report.lines(List.of(provisional), words("en", Ansi.OFF));
    assertThat(english.get(1)).endsWith("  yellow (p)");
    assertThat(english.get(2)).isEqualTo("(p) provisional: the colour hangs on estimated data");
    assertThat(report.lines(List.of(firm), words("zh", Ansi.OFF))).hasSize(2);
  }

  /** Growth of 5.8 beside the city's 4.6; services have nobody to be compared with. */
  @Test
  void theHeadlineIsComparedWithTheCityWhereThatHasDelivered() {
    Row compared = headline("固定资产投资", "4.6000", "1.2000", "-0.3500", 4);
    Row onlyRanked = headline("社会消费品零售总额", null, null, "0.1000", 1);
    Row alone = headline("规模以上服务业营业收入", null, null, null, null);
    List<String> lines =
        new HeadlineReport().lines(List.of(compared, onlyRanked, alone), words("zh", Ansi.OFF));
    assertThat(lines).hasSize(4 + 2 + 3);
    assertThat(lines.get(4)).isEmpty();
    assertThat(lines.get(5)).isEqualTo("与全市及其他县区比较（增速或比率，差距为百分点）：");
    assertThat(lines.get(7)).matches("固定资产投资 +4\\.6 +\\+1\\.2 +-0\\.4 +4/9");
    assertThat(lines.get(8)).matches("社会消费品零售总额 +– +– +\\+0\\.1 +1/9");
    for (String language : List.of("zh", "en")) {
      assertThat(new HeadlineReport().lines(List.of(compared, alone), words(language, Ansi.OFF)))
          .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThan(101));
    }
    assertThat(new HeadlineReport().lines(List.of(alone), words("zh", Ansi.OFF))).hasSize(2);
  }

  private static Row headline(
      String title, String city, String toCity, String toPeers, Integer rank) {
    Map<String, Object> values = new HashMap<>();
    values.put(HeadlineTable.INDICATOR, "fixed_asset_investment");
    values.put(HeadlineTable.TITLE_ZH, title);
    values.put(HeadlineTable.TITLE_EN, "Investment in fixed assets of the whole district");
    values.put(HeadlineTable.DISPLAY_UNIT, "亿元");
    values.put(HeadlineTable.DISPLAY_VALUE, new BigDecimal("12204.2000"));
    values.put(HeadlineTable.GROWTH_PCT, new BigDecimal("5.8000"));
    values.put(HeadlineTable.GROWTH_BASIS, "stored_total");
    values.put(HeadlineTable.TARGET, new BigDecimal("9.0000"));
    values.put(HeadlineTable.TARGET_KIND, "growth");
    values.put(HeadlineTable.LAMP, "yellow");
    values.put(HeadlineTable.CITY_FIGURE_PCT, city == null ? null : new BigDecimal(city));
    values.put(
        HeadlineTable.DIFFERENCE_TO_CITY_POINTS, toCity == null ? null : new BigDecimal(toCity));
    values.put(
        HeadlineTable.DIFFERENCE_TO_PEERS_POINTS, toPeers == null ? null : new BigDecimal(toPeers));
    values.put(HeadlineTable.DISTRICT_RANK, rank);
    values.put(HeadlineTable.DISTRICT_COUNT, rank == null ? null : 9);
    return TableRows.row(HeadlineTable.DEFINITION, values);
  }

  @Test
  void townshipsStandUnderTheirIndicatorAndAlign() {
    List<String> lines =
        new TownshipReport()
            .lines(
                List.of(
                    ranked("410311002", 1, 2, "55.25", false),
                    ranked("410311009", null, null, null, true)),
                words("zh", Ansi.OFF));
    assertThat(lines.get(0)).isEqualTo("社会消费品零售总额");
    assertThat(lines.get(1)).startsWith("名次  镇办");
    assertThat(lines.get(2)).contains(place("410311002")).contains("55.3").endsWith("+2");
    assertThat(lines.get(3)).startsWith("   –").endsWith("保密不公布");
  }

  @Test
  void aMilestoneSaysHowManyOfHowManyAndMarksADefaultDay() {
    Row milestone =
        TableRows.row(
            MilestoneProgressTable.DEFINITION,
            Map.of(
                MilestoneProgressTable.TITLE_ZH,
                "三个项目启动建设",
                MilestoneProgressTable.PLANNED_COUNT,
                3L,
                MilestoneProgressTable.DONE_COUNT,
                2L,
                MilestoneProgressTable.DUE_DATE,
                Date.valueOf(LocalDate.of(2021, 12, 31)),
                MilestoneProgressTable.DUE_BASIS,
                "default",
                MilestoneProgressTable.DAYS_LATE,
                12,
                MilestoneProgressTable.LAMP,
                "yellow"));
    List<String> lines = new MilestoneReport().lines(List.of(milestone), words("zh", Ansi.OFF));
    assertThat(lines.get(1))
        .startsWith("三个项目启动建设")
        .contains("2/3")
        .contains("2021-12-31（默认）")
        .contains("12")
        .endsWith("黄");
  }

  @Test
  void aProjectIsReadInTenThousandYuan() {
    Row project =
        TableRows.row(
            ProjectProgressTable.DEFINITION,
            Map.of(
                ProjectProgressTable.NAME,
                "一个名字长得终端里放不下所以要换行的重点项目，全文照登",
                ProjectProgressTable.TIER,
                "市",
                ProjectProgressTable.ANNUAL_PLAN,
                new BigDecimal("123456789.0000"),
                ProjectProgressTable.DONE_YTD,
                new BigDecimal("23456789.0000"),
                ProjectProgressTable.COMPLETION_PCT,
                new BigDecimal("19.0000"),
                ProjectProgressTable.GAP_POINTS,
                new BigDecimal("-6.0000"),
                ProjectProgressTable.IN_REGISTER,
                false,
                ProjectProgressTable.LAMP,
                "red"));
    List<String> lines = new ProjectReport().lines(List.of(project), words("zh", Ansi.OFF));
    assertThat(lines.get(1))
        .startsWith("一个名字长得终端里放不下所以要换行的重点 ")
        .contains("12,346")
        .contains("2,346")
        .contains("19.0")
        .contains("-6.0")
        .contains("未入库")
        .endsWith("红");
    assertThat(lines.get(2)).isEqualTo("项目，全文照登");
    assertThat(lines).allSatisfy(line -> assertThat(TextTable.width(line)).isLessThan(101));
  }

  @Test
  void projectsAreAddedUpByTier() {
    List<Row> projects =
        List.of(
            project("市", "200000.0000", "100000.0000", "-25.0000"),
            project("市", "600000.0000", "500000.0000", "8.3333"),
            project("区", "100000.0000", "80000.0000", "5.0000"));
    List<String> lines =
        new ProjectReport()
            .summary(
                TableRows.of(ProjectProgressTable.DEFINITION, projects), words("zh", Ansi.OFF));
    // 60 of 80; (200,000 × −25 + 600,000 × 8.3333) / 800,000 = 0.0 points.
    assertThat(lines.get(2)).matches("市 +2 +80 +60 +75\\.0 +-?\\+?0\\.0");
    assertThat(lines.get(3)).matches("合计 +3 +90 +68 +75\\.6 +\\+0\\.6");
  }

  /** A project without a plan has no gap and needs none; one with a plan that has none does. */
  @Test
  void aGapThatIsNotKnownMakesThatOfTheTierUnknown() {
    List<Row> projects =
        List.of(
            project("区", "100000.0000", "80000.0000", "5.0000"),
            project("区", "0.0000", "20000.0000", null),
            project("市", "200000.0000", "100000.0000", "-25.0000"),
            project("市", "200000.0000", null, null));
    List<String> lines =
        new ProjectReport()
            .summary(
                TableRows.of(ProjectProgressTable.DEFINITION, projects), words("zh", Ansi.OFF));
    assertThat(lines.get(1)).matches("区 +2 +10 +10 +100\\.0 +\\+5\\.0");
    assertThat(lines.get(2)).matches("市 +2 +40 +– +– +–");
    assertThat(lines.get(3)).matches("合计 +4 +50 +– +– +–");
  }

  private static Row project(String tier, String plan, String done, String gap) {
    Map<String, Object> values = new HashMap<>();
    values.put(ProjectProgressTable.TIER, tier);
    values.put(ProjectProgressTable.ANNUAL_PLAN, new BigDecimal(plan));
    values.put(ProjectProgressTable.DONE_YTD, done == null ? null : new BigDecimal(done));
    values.put(ProjectProgressTable.GAP_POINTS, gap == null ? null : new BigDecimal(gap));
    return TableRows.row(ProjectProgressTable.DEFINITION, values);
  }

  private static Row weak(String kind, String part, String pull) {
    return TableRows.row(
        WeakIndicatorTable.DEFINITION,
        Map.of(
            WeakIndicatorTable.TARGET_ID,
            "P2021-003",
            WeakIndicatorTable.LAMP,
            "red",
            WeakIndicatorTable.LAMP_REASON,
            "落后：同比 5.8%，目标 9%，差距 -3.2 个百分点；后期需增长 12.0%，同期历史最高 7.0% / behind",
            WeakIndicatorTable.GAP_POINTS,
            new BigDecimal("-3.2000"),
            WeakIndicatorTable.PART_KIND,
            kind,
            WeakIndicatorTable.PART_CODE,
            part,
            WeakIndicatorTable.PULL_POINTS,
            new BigDecimal(pull)));
  }

  private static Row ranked(
      String township, Integer rank, Integer change, String completion, boolean withheld) {
    Map<String, Object> values = new HashMap<>();
    values.put(TownshipRankingTable.INDICATOR, "retail_sales");
    values.put(TownshipRankingTable.TOWNSHIP_CODE, township);
    values.put(TownshipRankingTable.RANK, rank);
    values.put(TownshipRankingTable.RANK_CHANGE, change);
    values.put(
        TownshipRankingTable.COMPLETION_PCT,
        completion == null ? null : new BigDecimal(completion));
    values.put(TownshipRankingTable.WITHHELD, withheld);
    return TableRows.row(TownshipRankingTable.DEFINITION, values);
  }

  private static String place(String code) {
    return words("zh", Ansi.OFF).place(code);
  }

  private static ReportWords words(String language, Ansi ansi) {
    return new ReportWords(catalog, Messages.of(language), ansi);
  }
}
