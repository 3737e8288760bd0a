package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.TableRows;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.core.DueBasis;
import jindu.core.Form;
import jindu.core.Indicator;
import jindu.core.Messages;
import jindu.core.Milestone;
import jindu.core.Place;
import jindu.core.Sector;
import jindu.core.Target;
import jindu.table.HeadlineTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.ProjectProgressTable;
import jindu.table.ResponseQualityTable;
import jindu.table.RevisionTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipRankingTable;
import jindu.table.WeakIndicatorTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/**
 * Every report with every name and title that the catalog and the plan have, beside figures as wide
 * as they come: no line is wider than the terminal.
 */
class ReportWidthTest {

  private static final BigDecimal POINTS = new BigDecimal("-1234.5678");

  private static Catalog catalog;

  @TempDir private static Path folder;

  /** The district's catalog, with a township's own target and a cap on a stock. */
  @BeforeAll
  static void catalog() throws IOException, CatalogException {
    Path real = Path.of("data-lake/reference");
    try (Stream<Path> walk = Files.walk(real)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(real.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path plan = folder.resolve("plans/2021.csv");
    String title = "Villages with a collective income of 50,000 yuan and more, of all the villages";
    String rows =
        """
        own,2021-01-30,2021,retail_sales,410311011,ALL,growth,eq,9,,1,2021-12-31,printed,false,,,集体经济收入五万元以上的村占全部村的比重,%s,x
        cap,2021-01-30,2021,key_project_total_investment,410311,ALL,level,le,900000000,,100000000,2021-12-31,printed,false,,,上限,Cap,x
        """
            .formatted(title.replace(",", ""));
    Files.writeString(plan, Files.readString(plan, StandardCharsets.UTF_8) + rows);
    catalog = CatalogReader.read(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theHeadlineFits(String language) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : catalog.indicators().values()) {
      Map<String, Object> values = new HashMap<>();
      values.put(HeadlineTable.INDICATOR, indicator.code());
      values.put(HeadlineTable.TITLE_ZH, indicator.titleZh());
      values.put(HeadlineTable.TITLE_EN, indicator.titleEn());
      values.put(HeadlineTable.DISPLAY_UNIT, indicator.displayUnit());
      values.put(HeadlineTable.DISPLAY_VALUE, new BigDecimal("12345.6000"));
      values.put(HeadlineTable.GROWTH_PCT, new BigDecimal("-100.0000"));
      values.put(HeadlineTable.GROWTH_BASIS, "stored_total");
      values.put(HeadlineTable.TARGET, new BigDecimal("12345.6000"));
      values.put(HeadlineTable.TARGET_KIND, "level");
      values.put(HeadlineTable.COMPLETION_PCT, new BigDecimal("1234.5000"));
      values.put(HeadlineTable.LAMP, "yellow");
      values.put(HeadlineTable.LAMP_PROVISIONAL, true);
      values.put(HeadlineTable.CITY_FIGURE_PCT, POINTS);
      values.put(HeadlineTable.DIFFERENCE_TO_CITY_POINTS, POINTS);
      values.put(HeadlineTable.DIFFERENCE_TO_PEERS_POINTS, POINTS);
      values.put(HeadlineTable.DISTRICT_RANK, 10);
      values.put(HeadlineTable.DISTRICT_COUNT, 15);
      rows.add(TableRows.row(HeadlineTable.DEFINITION, values));
    }
    assertFits(new HeadlineReport(), rows, language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theWeakListFits(String language) {
    List<Row> rows = new ArrayList<>();
    for (Target target : catalog.targets()) {
      rows.add(weak(target, WeakIndicatorTable.TOWNSHIP, "410311011"));
    }
    for (Sector sector : catalog.sectors().values()) {
      if (sector.level() == Sector.Level.SECTION || sector.level() == Sector.Level.DIVISION) {
        rows.add(weak(catalog.targets().get(0), WeakIndicatorTable.SECTOR, sector.code()));
      }
    }
    assertFits(new WeakReport(), rows, language);
  }

  /** Nine of 亿元 are 900,000,000 yuan, and no points. */
  @ParameterizedTest
  @ValueSource(strings = {"差距 -9 亿元", "gap -9 100m yuan"})
  void whatAStockIsAboveItsCapIsAnAmount(String gap) {
    Row row =
        TableRows.row(
            WeakIndicatorTable.DEFINITION,
            Map.of(
                WeakIndicatorTable.TARGET_ID,
                "cap",
                WeakIndicatorTable.INDICATOR,
                "key_project_total_investment",
                WeakIndicatorTable.LAMP,
                "red",
                WeakIndicatorTable.GAP_POINTS,
                new BigDecimal("-900000000.0000")));
    String language = gap.startsWith("gap") ? "en" : "zh";
    assertThat(new WeakReport().lines(List.of(row), words(language)).get(0)).endsWith(gap);
  }

  private static Row weak(Target target, String kind, String part) {
    Map<String, Object> values = new HashMap<>();
    values.put(WeakIndicatorTable.TARGET_ID, target.id());
    values.put(WeakIndicatorTable.INDICATOR, target.indicator());
    values.put(WeakIndicatorTable.LAMP, "yellow");
    values.put(WeakIndicatorTable.LAMP_PROVISIONAL, true);
    values.put(
        WeakIndicatorTable.LAMP_REASON,
        "略低于要求，在容差之内：同比 6.1%，目标 7%，差距 -0.9 个百分点（低基数）".repeat(3)
            + " / "
            + "short, within the tolerance: growth 6.1 %, target 7 %, gap -0.9 points ".repeat(3));
    values.put(WeakIndicatorTable.GAP_POINTS, POINTS);
    values.put(WeakIndicatorTable.PART_KIND, kind);
    values.put(WeakIndicatorTable.PART_CODE, part);
    values.put(WeakIndicatorTable.PULL_POINTS, POINTS);
    return TableRows.row(WeakIndicatorTable.DEFINITION, values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theTownshipsFit(String language) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : catalog.indicators().values()) {
      for (Place place : catalog.places()) {
        Map<String, Object> values = new HashMap<>();
        values.put(TownshipRankingTable.INDICATOR, indicator.code());
        values.put(TownshipRankingTable.TOWNSHIP_CODE, place.code());
        values.put(TownshipRankingTable.COMPLETION_PCT, POINTS);
        values.put(TownshipRankingTable.GROWTH_YTD_PCT, POINTS);
        values.put(TownshipRankingTable.RANK, 10);
        values.put(TownshipRankingTable.RANK_CHANGE, -10);
        values.put(TownshipRankingTable.WITHHELD, true);
        rows.add(TableRows.row(TownshipRankingTable.DEFINITION, values));
      }
    }
    assertFits(new TownshipReport(), rows, language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theMilestonesFit(String language) {
    List<Row> rows = new ArrayList<>();
    for (Milestone milestone : catalog.milestones()) {
      Map<String, Object> values = new HashMap<>();
      values.put(MilestoneProgressTable.TITLE_ZH, milestone.titleZh());
      values.put(MilestoneProgressTable.TITLE_EN, milestone.titleEn());
      values.put(MilestoneProgressTable.PLANNED_COUNT, 1000L);
      values.put(MilestoneProgressTable.DONE_COUNT, 999L);
      values.put(MilestoneProgressTable.STAGE, "启动");
      values.put(MilestoneProgressTable.DUE_DATE, Date.valueOf(LocalDate.of(2021, 12, 31)));
      values.put(MilestoneProgressTable.DUE_BASIS, DueBasis.DEFAULT.code());
      values.put(MilestoneProgressTable.DONE_DATE, Date.valueOf(LocalDate.of(2024, 12, 31)));
      values.put(MilestoneProgressTable.DAYS_LATE, 1096);
      values.put(MilestoneProgressTable.LAMP, "yellow");
      rows.add(TableRows.row(MilestoneProgressTable.DEFINITION, values));
    }
    assertFits(new MilestoneReport(), rows, language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theProjectsFit(String language) {
    Map<String, Object> values = new HashMap<>();
    values.put(ProjectProgressTable.NAME, "洛龙区科技园片区综合开发及配套基础设施（一期）PPP项目".repeat(2));
    values.put(ProjectProgressTable.TIER, "省");
    values.put(ProjectProgressTable.ANNUAL_PLAN, new BigDecimal("99000000000.0000"));
    values.put(ProjectProgressTable.DONE_YTD, new BigDecimal("99000000000.0000"));
    values.put(ProjectProgressTable.COMPLETION_PCT, new BigDecimal("1234.5678"));
    values.put(ProjectProgressTable.GAP_POINTS, POINTS);
    values.put(ProjectProgressTable.STAGE, "主体施工");
    values.put(ProjectProgressTable.IN_REGISTER, false);
    values.put(ProjectProgressTable.LAMP, "yellow");
    Row row = TableRows.row(ProjectProgressTable.DEFINITION, values);
    assertFits(new ProjectReport(), List.of(row), language);
    assertThat(
            new ProjectReport()
                .summary(
                    TableRows.of(ProjectProgressTable.DEFINITION, List.of(row)), words(language)))
        .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThan(101));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void whoAnsweredFits(String language) {
    List<Row> rows = new ArrayList<>();
    for (Form form : catalog.forms().values()) {
      for (Place place : catalog.places()) {
        rows.add(answered(form, place));
      }
    }
    assertFits(new QualityReport(), rows, language);
  }

  private static Row answered(Form form, Place place) {
    TableDefinition table = ResponseQualityTable.DEFINITION;
    Map<String, Object> values = new HashMap<>();
    values.put(ResponseQualityTable.FORM, form.code());
    values.put(ResponseQualityTable.TOWNSHIP_CODE, place.code());
    for (String count :
        List.of(
            ResponseQualityTable.EXPECTED,
            ResponseQualityTable.REPORTED,
            ResponseQualityTable.LATE,
            ResponseQualityTable.QUARANTINED,
            ResponseQualityTable.FLAGGED,
            ResponseQualityTable.EXPLAINED)) {
      values.put(count, 12345L);
    }
    for (String percent :
        List.of(
            ResponseQualityTable.RESPONSE_PCT,
            ResponseQualityTable.RESPONSE_SIZE_PCT,
            ResponseQualityTable.ESTIMATED_SHARE_PCT)) {
      values.put(percent, new BigDecimal("100.0000"));
    }
    return TableRows.row(table, values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theRevisionsFit(String language) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : catalog.indicators().values()) {
      rows.add(revised(indicator.code(), "410311011", "ALL", "unrecorded"));
    }
    for (Place place : catalog.places()) {
      rows.add(revised("retail_sales", place.code(), "ALL", "estimate"));
    }
    for (Sector sector : catalog.sectors().values()) {
      rows.add(revised("retail_sales", "410311", sector.code(), "correction"));
    }
    assertFits(new RevisionReport(), rows, language);
  }

  private static Row revised(String indicator, String place, String sector, String cause) {
    Map<String, Object> values = new HashMap<>();
    values.put(RevisionTable.INDICATOR, indicator);
    values.put(RevisionTable.TOWNSHIP_CODE, place);
    values.put(RevisionTable.SECTOR_CODE, sector);
    values.put(RevisionTable.CAUSE, cause);
    BigDecimal factor = catalog.indicators().get(indicator).displayFactor();
    BigDecimal amount = new BigDecimal("12345.6").multiply(factor).setScale(4);
    values.put(RevisionTable.FIRST_VALUE, amount);
    values.put(RevisionTable.LATEST_VALUE, amount);
    values.put(RevisionTable.REVISION_PCT, POINTS);
    return TableRows.row(RevisionTable.DEFINITION, values);
  }

  private static void assertFits(PublishedReport report, List<Row> rows, String language) {
    assertThat(report.lines(rows, words(language)))
        .isNotEmpty()
        .flatMap(line -> line.lines().toList())
        .allSatisfy(line -> assertThat(TextTable.width(line)).as(line).isLessThan(101));
  }

  private static ReportWords words(String language) {
    return new ReportWords(catalog, Messages.of(language), Ansi.OFF);
  }
}
