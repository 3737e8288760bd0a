package jindu.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.TestSession;
import jindu.core.Code;
import jindu.core.DueBasis;
import jindu.core.Indicator.Direction;
import jindu.core.Indicator.Kind;
import jindu.core.Milestone;
import jindu.core.Target;
import jindu.table.MilestoneProgressTable;
import jindu.table.ObservationTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of {@code golden-cases.md}, each worked out by hand there: every kind of target at
 * every quarter. The page says at its end which case is where.
 */
class GoldenCasesTest {

  private static final CasePage PAGE =
      CasePage.read(Path.of("src/test/resources/assess/golden-cases.md"));
  private static final LocalDate AS_OF = LocalDate.of(2024, 1, 20);

  private static AssessedRows rows;
  private static Map<String, String> milestoneLamps;

  @BeforeAll
  static void assess() {
    PlanFixture plan = new PlanFixture();
    plan.indicator("tax", Kind.FLOW, Direction.UP, 0);
    targets().forEach(each -> GoldenCase.add(plan, each));
    rows =
        AssessedRows.of(
            Assess.planProgress(plan.cells(), plan.observations(), plan.catalog(), AS_OF));
    milestoneLamps = milestoneLamps();
  }

  static List<Map<String, String>> targets() {
    return PAGE.table("Targets and figures");
  }

  static List<Map<String, String>> outcomes() {
    return PAGE.table("What must come out");
  }

  static List<Map<String, String>> milestones() {
    return PAGE.table("Milestones");
  }

  private static Map<String, String> milestoneLamps() {
    List<Milestone> plan = new ArrayList<>();
    List<Row> reports = new ArrayList<>();
    for (Map<String, String> row : milestones()) {
      LocalDate due = LocalDate.parse(row.get("due"));
      plan.add(
          new Milestone(
              row.get("case"),
              LocalDate.of(2023, 1, 1),
              2023,
              "节点",
              "milestone",
              new BigDecimal(row.get("planned")),
              due,
              DueBasis.PRINTED,
              row.get("case"),
              true,
              false));
      if (row.get("reported month") != null) {
        reports.add(
            MilestoneProgressTest.report(
                row.get("case"),
                row.get("reported month"),
                row.get("done count"),
                row.get("done date"),
                null,
                true));
      }
    }
    return Assess.milestoneProgress(
            TestSession.get().createDataFrame(reports, ObservationTable.DEFINITION.schema()),
            new PlanFixture().catalog(plan),
            AS_OF)
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row ->
                    row.getAs(MilestoneProgressTable.MILESTONE_ID)
                        + "-Q"
                        + row.getAs(MilestoneProgressTable.QUARTER),
                row -> row.getAs(MilestoneProgressTable.LAMP)));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void aTargetStandsWhereTheArithmeticSays(Map<String, String> row) {
    rows.assertRow(
        row.get("case") + "-" + row.get("quarter"),
        row.get("lamp"),
        PlanProgressTable.PACE_PCT,
        row.get("pace"),
        PlanProgressTable.ACTUAL,
        row.get("actual"),
        PlanProgressTable.COMPLETION_PCT,
        row.get("completion"),
        PlanProgressTable.GAP_POINTS,
        row.get("gap"),
        PlanProgressTable.REQUIRED_VALUE,
        row.get("required"));
  }

  /** The fixture's unit is 个, which stands in no English sentence. */
  @Test
  void aReasonNamesTheUnitInItsOwnLanguage() {
    assertThat(rows.reason("rank_le-Q4")).contains("（个）").contains("(count)").doesNotContain("(个)");
  }

  @ParameterizedTest
  @MethodSource("milestones")
  void aMilestoneStandsWhereItsDaysSay(Map<String, String> row) {
    for (String quarter : List.of("Q1", "Q2", "Q3", "Q4")) {
      assertThat(milestoneLamps.get(row.get("case") + "-" + quarter))
          .as("%s %s", row.get("case"), quarter)
          .isEqualTo(row.get(quarter));
    }
  }

  @Test
  void everyCaseSaysWhatMustComeOutAtEveryQuarter() {
    Set<String> expected =
        targets().stream()
            .flatMap(row -> Stream.of("Q1", "Q2", "Q3", "Q4").map(q -> row.get("case") + "-" + q))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(outcomes())
        .extracting(row -> row.get("case") + "-" + row.get("quarter"))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(outcomes()).allSatisfy(row -> assertThat(row.get("arithmetic")).isNotNull());
  }

  @Test
  void thePageHasEveryKindAndOnGrowthAndFlowsEveryComparator() {
    assertThat(targets().stream().map(row -> row.get("kind")).distinct())
        .containsExactlyInAnyOrder(codes(Target.Kind.values()));
    for (String start : List.of("growth_", "flow_")) {
      assertThat(
              targets().stream()
                  .filter(row -> row.get("case").startsWith(start))
                  .map(row -> row.get("comparator"))
                  .distinct())
          .as(start)
          .containsExactlyInAnyOrder(codes(Target.Comparator.values()));
    }
  }

  private static String[] codes(Code[] values) {
    return Stream.of(values).map(Code::code).toArray(String[]::new);
  }
}
