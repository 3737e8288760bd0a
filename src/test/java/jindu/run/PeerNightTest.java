package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jindu.TestSession;
import jindu.table.CellTable;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import jindu.table.PlanProgressTable;
import jindu.table.QuarantineTable;
import jindu.table.ResponseQualityTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The city and its other districts, delivered on GZ-1: compared with, and counted in no sum. */
class PeerNightTest {

  private static final String DEPARTMENTS = "报告期,区划代码,指标代码,部门,本年累计,上年同期\n";

  private static final String BUDGET = "P2021-005";

  @TempDir private static Path folder;

  private static SmallLake lake;
  private static Publication published;

  @BeforeAll
  static void night() throws Exception {
    lake = SmallLake.in(folder, Set.of("CZ-1", "GZ-1"), Set.of("urbanisation_rate"));
    lake.changeReference("plans/2021.csv", PeerNightTest::colouredByTheCity);
    lake.deliver(
        "CZ-1/2021-04-25/a.csv",
        SmallLake.BUDGET
            + "2020-03,410311002,增值税,100\n2021-03,410311002,增值税,110\n"
            + "2021-03,410300,契税,900\n");
    lake.deliver(
        "CZ-1/2021-10-25/a.csv",
        SmallLake.BUDGET
            + "2020-06,410311002,增值税,200\n2021-06,410311002,增值税,218\n"
            + "2020-09,410311002,增值税,300\n2021-09,410311002,增值税,297\n");
    lake.deliver(
        "GZ-1/2021-10-25/a.csv",
        DEPARTMENTS
            + peer("2021-06", "410300", "budget_revenue", "112", "100")
            + peer("2021-09", "410300", "budget_revenue", "90", "100"));
    lake.deliver(
        "GZ-1/2021-04-25/a.csv",
        DEPARTMENTS
            + peer("410300", "budget_revenue", "108", "100")
            + peer("410302", "budget_revenue", "112", "100")
            + peer("410303", "budget_revenue", "105", "100")
            + peer("410304", "budget_revenue", "110", "100")
            + peer("410399", "budget_revenue", "999", "100")
            + peer("410300", "urbanisation_rate", "66.5", "")
            + peer("410311000", "urbanisation_rate", "65.25", ""));
    lake.night();
    published = Publication.inForce(folder.toString());
  }

  private static String peer(String place, String indicator, String now, String before) {
    return peer("2021-03", place, indicator, now, before);
  }

  private static String peer(
      String period, String place, String indicator, String now, String before) {
    return "%s,%s,%s,统计局,%s,%s\n".formatted(period, place, indicator, now, before);
  }

  @Test
  void growthIsComparedInPointsAndRankedAmongTheDistricts() throws Exception {
    // Own 10 %, the city 8 %; 12, 5 and 10 % elsewhere: their mean is 9, and only 12 is better.
    Row budget = line(2021);
    assertFigure(budget, HeadlineTable.GROWTH_PCT, "10");
    assertFigure(budget, HeadlineTable.CITY_FIGURE_PCT, "8");
    assertFigure(budget, HeadlineTable.DIFFERENCE_TO_CITY_POINTS, "2");
    assertFigure(budget, HeadlineTable.DIFFERENCE_TO_PEERS_POINTS, "1");
    assertThat(budget.<Integer>getAs(HeadlineTable.DISTRICT_RANK)).isEqualTo(2);
    assertThat(budget.<Integer>getAs(HeadlineTable.DISTRICT_COUNT)).isEqualTo(4);
  }

  @Test
  void whatNoPeerDeliveredIsNull() throws Exception {
    Row before = line(2020);
    for (String column :
        List.of(
            HeadlineTable.CITY_FIGURE_PCT,
            HeadlineTable.DIFFERENCE_TO_CITY_POINTS,
            HeadlineTable.DIFFERENCE_TO_PEERS_POINTS,
            HeadlineTable.DISTRICT_RANK,
            HeadlineTable.DISTRICT_COUNT)) {
      assertThat(before.<Object>getAs(column)).as(column).isNull();
    }
  }

  @Test
  void onlyAFormThatSaysSoTakesPeersAndOnlyThoseOfTheCatalog() {
    assertThat(lake.rows(QuarantineTable.DEFINITION).collectAsList())
        .extracting(row -> row.<String>getAs(QuarantineTable.FORM))
        .containsExactlyInAnyOrder("CZ-1", "GZ-1");
    assertThat(
            lake.rows(ObservationTable.DEFINITION)
                .where(col(ObservationTable.TOWNSHIP_CODE).startsWith("4103"))
                .where(col(ObservationTable.TOWNSHIP_CODE).notEqual("410311002"))
                .where(col(ObservationTable.TOWNSHIP_CODE).notEqual("410311000"))
                .select(ObservationTable.FORM)
                .distinct()
                .collectAsList())
        .singleElement()
        .satisfies(row -> assertThat(row.getString(0)).isEqualTo("GZ-1"));
  }

  @Test
  void peersAreInNoCellAndNoResponse() throws Exception {
    assertThat(
            lake.rows(CellTable.DEFINITION)
                .where(col(IndicatorTable.TOWNSHIP_CODE).startsWith("41030"))
                .count())
        .isZero();
    Map<String, BigDecimal> district =
        lake
            .rows(CellTable.DEFINITION)
            .where("township_code = '410311' AND sector_code = 'ALL' AND year = 2021")
            .where("quarter = 1")
            .collectAsList()
            .stream()
            .filter(row -> row.getAs(IndicatorTable.VALUE_YTD) != null)
            .collect(
                Collectors.toMap(
                    row -> row.<String>getAs(IndicatorTable.INDICATOR),
                    row -> row.<BigDecimal>getAs(IndicatorTable.VALUE_YTD)));
    assertThat(district.get("budget_revenue")).isEqualByComparingTo("1100000");
    assertThat(district.get("urbanisation_rate")).isEqualByComparingTo("65.25");
    assertThat(
            published
                .read(TestSession.get(), ResponseQualityTable.DEFINITION)
                .where("form = 'GZ-1'")
                .collectAsList())
        .extracting(row -> row.<Long>getAs(ResponseQualityTable.REPORTED))
        .containsOnly(1L);
  }

  @Test
  void anyTargetOfTheDistrictStandsBesideTheCity() throws Exception {
    Row urban = target("P2021-007", 1);
    assertFigure(urban, PlanProgressTable.CITY_FIGURE_PCT, "66.5");
    assertFigure(urban, PlanProgressTable.DIFFERENCE_TO_CITY_POINTS, "-1.25");
    assertThat(urban.<Object>getAs(PlanProgressTable.DISTRICT_RANK)).isNull();
    Row budget = target(BUDGET, 1);
    assertFigure(budget, PlanProgressTable.DIFFERENCE_TO_PEERS_POINTS, "1");
    assertThat(budget.<Integer>getAs(PlanProgressTable.DISTRICT_RANK)).isEqualTo(2);
    assertThat(budget.<Integer>getAs(PlanProgressTable.DISTRICT_COUNT)).isEqualTo(4);
    assertThat(
            published
                .read(TestSession.get(), PlanProgressTable.DEFINITION)
                .where("township_code <> '410311' AND city_figure_pct IS NOT NULL")
                .count())
        .isZero();
  }

  @Test
  void aLampMayBeColouredByTheCity() throws Exception {
    // Own 10 % is above the plan's 7 % and the city's 8 %.
    assertColoured(1, "green", "同比 10.0%，目标 7%，差距 3.0 个百分点，全市 8.0%");
    // Own 9 % is above the plan's 7 % and below the city's 12 %.
    assertColoured(2, "yellow", "同比 9.0%，目标 7%，差距 2.0 个百分点，全市 12.0%");
    // Own −1 % is above the city's −10 %, and a fall all the same.
    assertColoured(3, "red", "同比 -1.0%，目标 7%，差距 -8.0 个百分点，全市 -10.0%");
  }

  private static void assertColoured(int quarter, String lamp, String figures) throws Exception {
    Row budget = target(BUDGET, quarter);
    assertThat(budget.<String>getAs(PlanProgressTable.LAMP)).isEqualTo(lamp);
    assertThat(budget.<String>getAs(PlanProgressTable.LAMP_PRESET)).isEqualTo("city-average");
    assertThat(budget.<String>getAs(PlanProgressTable.LAMP_REASON))
        .startsWith("按规则“")
        .contains(figures);
  }

  private static Row target(String id, int quarter) throws Exception {
    return published
        .read(TestSession.get(), PlanProgressTable.DEFINITION)
        .where(col(PlanProgressTable.TARGET_ID).equalTo(id))
        .where("township_code = '410311'")
        .where(col(PlanProgressTable.QUARTER).equalTo(quarter))
        .first();
  }

  /** The plan with a column that names the preset for every target. */
  private static String colouredByTheCity(String plan) {
    return plan.lines()
        .map(
            line ->
                line.startsWith("#")
                    ? line
                    : line + (line.startsWith("id,") ? ",lamp_preset" : ",city-average"))
        .collect(Collectors.joining("\n"));
  }

  private static Row line(int year) throws Exception {
    return published
        .read(TestSession.get(), HeadlineTable.DEFINITION)
        .where("indicator = 'budget_revenue' AND quarter = 1")
        .where(col(HeadlineTable.YEAR).equalTo(year))
        .first();
  }

  private static void assertFigure(Row row, String column, String expected) {
    assertThat(row.<BigDecimal>getAs(column)).as(column).isEqualByComparingTo(expected);
  }
}
