package jindu.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jindu.core.DueBasis;
import jindu.core.Milestone;
import jindu.table.MilestoneProgressTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Milestones that the plan moved or withdrew in the middle of the year (docs/decisions/022). */
class MilestoneVersionTest {

  private static final String JANUARY = "2021-01-30";
  private static final String JULY = "2021-07-15";

  private static List<Row> inFebruaryOf2022;

  @BeforeAll
  static void assess() {
    inFebruaryOf2022 = assessed(LocalDate.of(2022, 2, 10));
  }

  /** Nothing is reported of any of them. */
  private static List<Milestone> plan() {
    return List.of(
        milestone("added", JULY, "2021-12-31", false),
        milestone("moved", JANUARY, "2021-06-30", false),
        milestone("moved", JULY, "2021-12-31", false),
        milestone("next_year", JANUARY, "2021-09-30", false),
        milestone("next_year", JULY, "2022-06-30", false),
        milestone("earlier", JANUARY, "2022-06-30", false),
        milestone("earlier", JULY, "2021-12-31", false),
        milestone("recounted", JANUARY, "2021-06-30", 2),
        milestone("recounted", JULY, "2021-06-30", 3),
        milestone("moved_and_recounted", JANUARY, "2021-06-30", 2),
        milestone("moved_and_recounted", JULY, "2021-12-31", 3),
        milestone("withdrawn", JANUARY, "2021-06-30", false),
        milestone("withdrawn", JULY, "2021-06-30", true));
  }

  private static List<Row> assessed(LocalDate asOf) {
    return Assess.milestoneProgress(
            MilestoneProgressTest.noReports(), new PlanFixture().catalog(plan()), asOf)
        .collectAsList();
  }

  @Test
  void beforeItsDayAVersionIsNotKnown() {
    List<Row> rows = assessed(LocalDate.of(2021, 7, 14));
    assertThat(lines(rows, "moved"))
        .containsExactly(
            "2021Q1 2021-01-30 2021-06-30 null grey",
            "2021Q2 2021-01-30 2021-06-30 null red",
            "2021Q3 2021-01-30 2021-06-30 null red");
    assertThat(lines(rows, "withdrawn")).last().isEqualTo("2021Q3 2021-01-30 2021-06-30 null red");
  }

  @Test
  void beforeThePlanThereIsNoMilestone() {
    assertThat(assessed(LocalDate.of(2021, 1, 29))).isEmpty();
  }

  @Test
  void aQuarterThatEndedBeforeTheMoveKeepsItsDay() {
    assertThat(lines(inFebruaryOf2022, "moved"))
        .containsExactly(
            "2021Q1 2021-01-30 2021-06-30 null grey",
            "2021Q2 2021-01-30 2021-06-30 null red",
            "2021Q3 2021-07-15 2021-12-31 2021-06-30 grey",
            "2021Q4 2021-07-15 2021-12-31 2021-06-30 red");
    assertThat(reason("moved", 2)).contains("原定 2021-06-30").contains("was due 2021-06-30");
    assertThat(reason("moved", 1)).doesNotContain("was due");
  }

  /** 10 February is more than 30 days before the new day: grey for want of evidence. */
  @Test
  void aMilestoneMovedIntoTheNextYearStaysInItsOldOneWithoutALamp() {
    assertThat(lines(inFebruaryOf2022, "next_year"))
        .containsExactly(
            "2021Q1 2021-01-30 2021-09-30 null grey",
            "2021Q2 2021-01-30 2021-09-30 null grey",
            "2021Q3 2021-07-15 2022-06-30 2021-09-30 grey",
            "2021Q4 2021-07-15 2022-06-30 2021-09-30 grey",
            "2022Q1 2021-07-15 2022-06-30 2021-09-30 grey");
    assertThat(reason("next_year", 2)).contains("due in 2022").contains("was due 2021-09-30");
    assertThat(reason("next_year", 4)).contains("no evidence");
  }

  @Test
  void aMilestoneThatThePlanAddsInJulyStandsInNoQuarterThatEndedBefore() {
    assertThat(inFebruaryOf2022.stream().filter(row -> row.getAs("milestone_id").equals("added")))
        .extracting(row -> row.<Integer>getAs(MilestoneProgressTable.QUARTER))
        .containsExactlyInAnyOrder(3, 4);
  }

  @Test
  void aMilestoneMovedForwardComesIntoTheYearOnTheDayOfTheMove() {
    assertThat(lines(inFebruaryOf2022, "earlier"))
        .containsExactly(
            "2021Q3 2021-07-15 2021-12-31 2022-06-30 grey",
            "2021Q4 2021-07-15 2021-12-31 2022-06-30 red");
  }

  @Test
  void fromItsDayOnAMilestoneThatIsWithdrawnIsShownAndNotJudged() {
    assertThat(lines(inFebruaryOf2022, "withdrawn"))
        .containsExactly(
            "2021Q1 2021-01-30 2021-06-30 null grey",
            "2021Q2 2021-01-30 2021-06-30 null red",
            "2021Q3 2021-07-15 2021-06-30 2021-06-30 grey",
            "2021Q4 2021-07-15 2021-06-30 2021-06-30 grey");
    assertThat(reason("withdrawn", 3)).contains("撤销").contains("withdrawn by the plan");
    assertThat(rows(inFebruaryOf2022, "withdrawn").get(3).<Integer>getAs("days_late")).isNull();
  }

  @Test
  void aMilestoneWithAnotherCountSaysBothCounts() {
    assertThat(rows(inFebruaryOf2022, "recounted"))
        .extracting(
            row -> row.<Long>getAs(MilestoneProgressTable.PLANNED_COUNT),
            row -> row.<Long>getAs(MilestoneProgressTable.REPLACED_PLANNED_COUNT))
        .containsExactly(tuple(2L, null), tuple(2L, null), tuple(3L, 2L), tuple(3L, 2L));
    assertThat(reason("recounted", 1)).doesNotContain("调整");
    assertThat(reason("recounted", 2))
        .contains("（计划自 2021-07-15 起调整，原定数量 2，现定 3）")
        .endsWith(" (the plan changed it on 2021-07-15; its count was 2, and is 3)");
    assertThat(reason("moved_and_recounted", 2))
        .contains("（计划自 2021-07-15 起调整，原定 2021-06-30 到期、数量 2，现定 3）")
        .endsWith(
            " (the plan moved it on 2021-07-15; was due 2021-06-30, its count was 2, and is 3)");
    assertThat(reason("moved", 2)).doesNotContain("count").doesNotContain("数量");
  }

  private static String reason(String id, int row) {
    return rows(inFebruaryOf2022, id).get(row).getAs(MilestoneProgressTable.LAMP_REASON);
  }

  private static List<String> lines(List<Row> rows, String id) {
    return rows(rows, id).stream()
        .map(
            row ->
                "%dQ%d %s %s %s %s"
                    .formatted(
                        row.<Integer>getAs(MilestoneProgressTable.YEAR),
                        row.<Integer>getAs(MilestoneProgressTable.QUARTER),
                        row.getAs(MilestoneProgressTable.PLAN_VERSION),
                        row.getAs(MilestoneProgressTable.DUE_DATE),
                        row.getAs(MilestoneProgressTable.REPLACED_DUE_DATE),
                        row.getAs(MilestoneProgressTable.LAMP)))
        .toList();
  }

  private static List<Row> rows(List<Row> rows, String id) {
    List<Row> ofOne = new ArrayList<>(rows);
    ofOne.removeIf(row -> !row.getAs(MilestoneProgressTable.MILESTONE_ID).equals(id));
    ofOne.sort(
        Comparator.<Row, Integer>comparing(row -> row.getAs(MilestoneProgressTable.YEAR))
            .thenComparing(row -> row.<Integer>getAs(MilestoneProgressTable.QUARTER)));
    return ofOne;
  }

  private static Milestone milestone(String id, String version, String due, boolean withdrawn) {
    return milestone(id, version, due, 1, withdrawn);
  }

  private static Milestone milestone(String id, String version, String due, int planned) {
    return milestone(id, version, due, planned, false);
  }

  private static Milestone milestone(
      String id, String version, String due, int planned, boolean withdrawn) {
    LocalDate day = LocalDate.parse(due);
    return new Milestone(
        id,
        LocalDate.parse(version),
        day.getYear(),
        "节点",
        "milestone",
        BigDecimal.valueOf(planned),
        day,
        DueBasis.PRINTED,
        id,
        true,
        withdrawn);
  }
}
