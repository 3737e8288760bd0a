package jindu.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import jindu.TableRows;
import jindu.catalog.Catalog;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Place;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Townships in their order, by their targets and without (method.md section 7). */
class RankingTest {

  private static final String FIRST_VERSION = "2023-01-01";
  private static final String[] PLAN = {
    PlanProgressTable.TARGET_ID,
    PlanProgressTable.PLAN_VERSION,
    PlanProgressTable.INDICATOR,
    PlanProgressTable.TOWNSHIP_CODE,
    PlanProgressTable.SECTOR_CODE,
    PlanProgressTable.YEAR,
    PlanProgressTable.QUARTER,
    PlanProgressTable.KIND,
    PlanProgressTable.ALLOCATED,
    PlanProgressTable.TARGET_VALUE,
    PlanProgressTable.DEADLINE,
    PlanProgressTable.LAMP,
    PlanProgressTable.COMPLETION_PCT,
    PlanProgressTable.GAP_POINTS,
    PlanProgressTable.WITHHELD,
    PlanProgressTable.IN_FORCE
  };
  private static final String[] CELLS = {
    IndicatorTable.INDICATOR,
    IndicatorTable.TOWNSHIP_CODE,
    IndicatorTable.SECTOR_CODE,
    IndicatorTable.YEAR,
    IndicatorTable.QUARTER,
    IndicatorTable.GROWTH_YTD_PCT,
    IndicatorTable.WITHHELD
  };

  private static final List<Row> plan = new ArrayList<>();
  private static final List<Row> cells = new ArrayList<>();
  private static final Map<String, Row> RANKED = new TreeMap<>();
  private static final Map<String, Row> RANKING = new TreeMap<>();

  @BeforeAll
  static void rank() {
    // By completion: a grey, a withheld one and the district level are not in the race.
    levels(1, "A 60", "B 50", "C 50", "D 40", "E grey", "F withheld", "0 90", "district 70");
    levels(2, "A 60", "B 70", "C 50", "D 80", "E 90", "F withheld", "0 90", "district 70");
    growth("A -1", "B 2", "C 2.0001", "D 2", "E grey", "0 9");
    stated("A 30", FIRST_VERSION, false);
    stated("A 20", "2023-07-01", true);
    stated("B 25", FIRST_VERSION, true);
    mixed("A 50", "B 60", "C 70");
    mixedGrowth("A 5");
    mixedGrowth("D 1");
    cell("mixed", 2023, 2, "A 1", "B 2", "C 3", "D 4");
    cell("free", 2022, 4, "A 4", "B 3", "C 2", "D none", "0 99");
    cell("free", 2023, 1, "A 1", "B 3", "C 2", "D 8", "E withheld");
    cell("free", 2023, 3, "A 1", "B 3", "C 2");
    cell("petitions", 2023, 1, "A -10", "B 5", "C -10");
    cell("levels", 2023, 2, "A 1", "B 2", "C 3", "D 4", "E 5", "F 6");
    cell("of_the_district", 2023, 2, "A 1");
    Catalog catalog = catalog();
    Dataset<Row> ranked = Assess.ranked(planRows(plan), catalog);
    put(RANKED, ranked);
    put(RANKING, Assess.townshipRanking(cellRows(), ranked, catalog));
  }

  @Test
  void levelsAreRankedByCompletionAndTiesShare() {
    assertRanks("levels", 1, "A 1", "B 2", "C 2", "D 4");
  }

  @Test
  void greyAndWithheldPlacesTheDistrictAndItsRemainderAreNotRanked() {
    assertRanks("levels", 1, "E null", "F null", "0 null", "district null");
  }

  @Test
  void othersAreRankedByTheirGap() {
    assertRanks("growth", 2, "C 1", "B 2", "D 2", "A 4", "E null", "0 null");
  }

  /** In the second quarter E 1, D 2, B 3, A 4, C 5. */
  @Test
  void changeIsPlacesGainedOnTheQuarterBefore() {
    assertRanks("levels", 2, "E 1", "D 2", "B 3", "A 4", "C 5");
    assertThat(change(RANKED, "levels A 2023 2")).isEqualTo(-3);
    assertThat(change(RANKED, "levels D 2023 2")).isEqualTo(2);
    assertThat(change(RANKED, "levels E 2023 2")).as("not ranked before").isNull();
    assertThat(change(RANKED, "levels A 2023 1")).as("the year's first quarter").isNull();
  }

  @Test
  void aTargetThatWasReplacedIsNoLongerRanked() {
    assertThat(rank(RANKED, "stated A 2023 3")).isNull();
    assertThat(rank(RANKED, "stated A 2023 3 v2")).isEqualTo(2);
    assertThat(rank(RANKED, "stated B 2023 3")).isEqualTo(1);
  }

  @Test
  void whatHasTargetsIsRankedAsThePlanRanksIt() {
    Row first = RANKING.get("levels E 2023 2");
    assertThat(first.<Integer>getAs("rank")).isEqualTo(1);
    assertThat(first.<BigDecimal>getAs("completion_pct")).isEqualByComparingTo("90");
    assertThat(first.<BigDecimal>getAs("growth_ytd_pct")).isEqualByComparingTo("5");
    assertThat(change(RANKING, "levels A 2023 2")).isEqualTo(-3);
    Row closed = RANKING.get("levels F 2023 2");
    assertThat(closed.<Boolean>getAs("withheld")).isTrue();
    assertThat(closed.<Object>getAs("rank")).isNull();
  }

  /** Three townships race by completion, two by the gap of their growth. */
  @Test
  void anIndicatorIsRankedByOneMeasureThatOfMostTownships() {
    assertThat(rank(RANKING, "mixed C 2023 2")).isEqualTo(1);
    assertThat(rank(RANKING, "mixed B 2023 2")).isEqualTo(2);
    assertThat(rank(RANKING, "mixed A 2023 2")).isEqualTo(3);
    assertThat(rank(RANKING, "mixed D 2023 2")).isNull();
    assertThat(rank(RANKED, "mixed A 2023 2 v2")).as("its rank by growth").isEqualTo(1);
  }

  @Test
  void whatHasNoTargetIsRankedByGrowth() {
    assertThat(rank(RANKING, "free D 2023 1")).isEqualTo(1);
    assertThat(rank(RANKING, "free B 2023 1")).isEqualTo(2);
    assertThat(rank(RANKING, "free C 2023 1")).isEqualTo(3);
    assertThat(rank(RANKING, "free A 2023 1")).isEqualTo(4);
    assertThat(rank(RANKING, "free E 2023 1")).isNull();
    assertThat(rank(RANKING, "free D 2022 4")).isNull();
  }

  @Test
  void growthIsARaceThroughTheYearsAndAMissingQuarterBreaksTheChange() {
    assertThat(change(RANKING, "free A 2023 1")).isEqualTo(-3);
    assertThat(change(RANKING, "free C 2023 1")).isZero();
    assertThat(change(RANKING, "free D 2023 1")).isNull();
    assertThat(change(RANKING, "free A 2023 3")).isNull();
  }

  @Test
  void whereAFallIsGoodTheLowestGrowthIsFirst() {
    assertThat(rank(RANKING, "petitions A 2023 1")).isEqualTo(1);
    assertThat(rank(RANKING, "petitions C 2023 1")).isEqualTo(1);
    assertThat(rank(RANKING, "petitions B 2023 1")).isEqualTo(3);
  }

  @Test
  void onlyTownshipsOfIndicatorsThatHaveThemAreListed() {
    assertThat(RANKING.keySet()).noneMatch(key -> key.contains(" 0 "));
    assertThat(RANKING.keySet()).noneMatch(key -> key.startsWith("of_the_district"));
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    List<Row> shuffled = new ArrayList<>(plan);
    Collections.shuffle(shuffled, new Random(7));
    Map<String, Row> again = new TreeMap<>();
    put(again, Assess.ranked(planRows(shuffled), catalog()));
    assertThat(again).isEqualTo(RANKED);
  }

  private static void assertRanks(String indicator, int quarter, String... expected) {
    for (String each : expected) {
      String[] words = each.split(" ", -1);
      Integer rank = words[1].equals("null") ? null : Integer.valueOf(words[1]);
      String key = indicator + " " + words[0] + " 2023 " + quarter;
      assertThat(rank(RANKED, key)).as(key).isEqualTo(rank);
    }
  }

  private static Integer rank(Map<String, Row> rows, String key) {
    assertThat(rows).containsKey(key);
    return rows.get(key).getAs("rank");
  }

  private static Integer change(Map<String, Row> rows, String key) {
    assertThat(rows).containsKey(key);
    return rows.get(key).getAs("rank_change");
  }

  private static void levels(int quarter, String... places) {
    for (String each : places) {
      boolean allocated = !each.startsWith("district");
      plan.add(
          planRow("T-levels", FIRST_VERSION, "levels", quarter, "level", allocated, true, each));
    }
  }

  private static void growth(String... places) {
    for (String each : places) {
      plan.add(planRow("T-growth", FIRST_VERSION, "growth", 2, "growth", true, true, each));
    }
  }

  private static void mixed(String... places) {
    for (String each : places) {
      plan.add(planRow("T-mixed", FIRST_VERSION, "mixed", 2, "level", true, true, each));
    }
  }

  private static void mixedGrowth(String place) {
    String id = "A-mixed-" + place.substring(0, 1);
    plan.add(planRow(id, "2023-07-01", "mixed", 2, "growth", false, true, place));
  }

  private static void stated(String place, String version, boolean inForce) {
    String id = "T-stated-" + place.substring(0, 1);
    plan.add(planRow(id, version, "stated", 3, "level", false, inForce, place));
  }

  /** The place, and its completion or gap; or why it has none. */
  private static Row planRow(
      String id,
      String version,
      String indicator,
      int quarter,
      String kind,
      boolean allocated,
      boolean inForce,
      String each) {
    String[] words = each.split(" ", -1);
    BigDecimal figure = figure(words[1]);
    boolean level = kind.equals("level");
    return RowFactory.create(
        id,
        Date.valueOf(LocalDate.parse(version)),
        indicator,
        code(words[0]),
        "ALL",
        2023,
        quarter,
        kind,
        allocated,
        new BigDecimal("9.0000"),
        Date.valueOf(LocalDate.of(2023, 12, 31)),
        figure == null ? "grey" : "red",
        level ? figure : null,
        level ? BigDecimal.ONE.setScale(4) : figure,
        words[1].equals("withheld"),
        inForce);
  }

  private static void cell(String indicator, int year, int quarter, String... places) {
    for (String each : places) {
      String[] words = each.split(" ", -1);
      boolean withheld = words[1].equals("withheld");
      cells.add(
          RowFactory.create(
              indicator, code(words[0]), "ALL", year, quarter, figure(words[1]), withheld));
    }
  }

  private static BigDecimal figure(String word) {
    return word.matches("-?[0-9.]+") ? new BigDecimal(word).setScale(4) : null;
  }

  private static String code(String place) {
    return switch (place) {
      case "district" -> PlanFixture.DISTRICT;
      case "0" -> "410311000";
      default -> "41031110" + (place.charAt(0) - 'A');
    };
  }

  private static String name(String code) {
    return switch (code) {
      case PlanFixture.DISTRICT -> "district";
      case "410311000" -> "0";
      default -> String.valueOf((char) ('A' + code.charAt(8) - '0'));
    };
  }

  private static Catalog catalog() {
    PlanFixture fixture = new PlanFixture().place("410311000", Place.Kind.REMAINDER);
    for (int place = 0; place < 6; place++) {
      fixture.place("41031110" + place, Place.Kind.TOWNSHIP);
    }
    return fixture
        .indicator("levels", Kind.FLOW, Direction.UP, 0)
        .indicator("growth", Kind.FLOW, Direction.UP, 0)
        .indicator("stated", Kind.FLOW, Direction.UP, 0)
        .indicator("mixed", Kind.FLOW, Direction.UP, 0)
        .indicator("free", Kind.FLOW, Direction.UP, 0)
        .indicator("petitions", Kind.FLOW, Direction.DOWN, 0)
        .catalog();
  }

  private static Dataset<Row> planRows(List<Row> rows) {
    return TableRows.of(PlanProgressTable.DEFINITION, rows, PLAN);
  }

  private static Dataset<Row> cellRows() {
    return TableRows.of(IndicatorTable.DEFINITION, cells, CELLS);
  }

  private static void put(Map<String, Row> rows, Dataset<Row> from) {
    for (Row row : from.collectAsList()) {
      String key =
          "%s %s %d %d"
              .formatted(
                  row.<String>getAs("indicator"),
                  name(row.getAs("township_code")),
                  row.<Integer>getAs("year"),
                  row.<Integer>getAs("quarter"));
      rows.put(isReplacement(row) ? key + " v2" : key, row);
    }
  }

  private static boolean isReplacement(Row row) {
    return List.of(row.schema().fieldNames()).contains(PlanProgressTable.PLAN_VERSION)
        && !row.getAs(PlanProgressTable.PLAN_VERSION).toString().equals(FIRST_VERSION);
  }
}
