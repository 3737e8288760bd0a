package jindu.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.core.DueBasis;
import jindu.core.Milestone;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Milestones in and out of time, worked out by hand (method.md section 7). */
class MilestoneProgressTest {

  private static final LocalDate AS_OF = LocalDate.of(2021, 10, 12);
  private static final StructType SCHEMA = ObservationTable.DEFINITION.schema();
  private static final Map<String, Row> ROWS = new HashMap<>();

  @BeforeAll
  static void assess() {
    List<Milestone> milestones =
        List.of(
            milestone("in_time", 3, LocalDate.of(2021, 6, 30)),
            milestone("late", 1, LocalDate.of(2021, 5, 31)),
            milestone("silent", 1, LocalDate.of(2021, 6, 30)),
            milestone("near", 2, LocalDate.of(2021, 10, 31)),
            milestone("undated", 1, LocalDate.of(2021, 12, 31)),
            milestone("taken_back", 1, LocalDate.of(2021, 12, 31)),
            milestone("again", 1, LocalDate.of(2021, 6, 30)),
            milestone("stated_later", 1, LocalDate.of(2021, 4, 30)),
            milestone("quiet", 1, LocalDate.of(2021, 10, 31)),
            milestone("unprinted", 1, LocalDate.of(2021, 6, 30)),
            milestone("unprinted_met", 1, LocalDate.of(2021, 6, 30)),
            milestone("told_later", 3, LocalDate.of(2021, 6, 30)),
            milestone("told_later_late", 1, LocalDate.of(2021, 6, 15)),
            milestone("told_later_undated", 1, LocalDate.of(2021, 6, 30)),
            milestone("told_and_taken_back", 1, LocalDate.of(2021, 6, 30)),
            milestone("told_after_taken_back", 1, LocalDate.of(2021, 6, 30)),
            milestone("dated_later", 1, LocalDate.of(2021, 6, 15)),
            milestone("distant", 5, LocalDate.of(2035, 12, 31)));
    List<Row> observations = new ArrayList<>();
    observations.add(report("in_time", "2021-03", "1", null, "开工", true));
    observations.add(report("in_time", "2021-06", "3", "2021-06-20", "竣工", true));
    observations.add(report("in_time", "2021-09", "3", null, "投用", true));
    observations.add(report("late", "2021-06", "1", "2021-06-12", null, true));
    observations.add(report("silent", "2021-06", "1", "2021-06-12", null, false));
    observations.add(report("near", "2021-08", "1", null, "开工", true));
    observations.add(report("undated", "2021-04", "1", null, null, true));
    observations.add(report("unprinted_met", "2021-06", "1", "2021-06-28", null, true));
    observations.add(report("taken_back", "2021-02", "1", "2021-02-10", null, true));
    observations.add(report("taken_back", "2021-05", "0", null, null, true));
    observations.add(report("again", "2021-02", "1", "2021-02-10", "启动", true));
    observations.add(report("again", "2021-05", "0", null, null, true));
    observations.add(report("again", "2021-08", "1", "2021-08-20", null, true));
    observations.add(report("stated_later", "2021-04", "1", null, null, true));
    observations.add(report("stated_later", "2021-05", "1", "2021-05-12", null, true));
    observations.add(report("told_later", "2021-05", "1", null, "开工", true));
    observations.add(report("told_later", "2021-07", "3", "2021-06-28", "竣工", true));
    observations.add(report("told_later", "2021-09", "4", "2021-06-28", "投用", true));
    observations.add(report("told_later_late", "2021-08", "1", "2021-06-27", null, true));
    observations.add(report("told_later_undated", "2021-07", "1", null, null, true));
    observations.add(report("told_and_taken_back", "2021-07", "1", "2021-06-28", null, true));
    observations.add(report("told_and_taken_back", "2021-08", "0", null, null, true));
    observations.add(report("told_after_taken_back", "2021-05", "1", "2021-05-10", null, true));
    observations.add(report("told_after_taken_back", "2021-06", "0", null, null, true));
    observations.add(report("told_after_taken_back", "2021-07", "1", "2021-06-29", null, true));
    observations.add(report("dated_later", "2021-06", "1", null, "竣工", true));
    observations.add(report("dated_later", "2021-07", "1", "2021-06-12", "投用", true));
    for (Row row :
        Assess.milestoneProgress(
                TestSession.get().createDataFrame(observations, SCHEMA),
                new PlanFixture().catalog(milestones),
                AS_OF)
            .collectAsList()) {
      ROWS.put(
          row.<String>getAs("milestone_id")
              + "-"
              + row.<Integer>getAs("year")
              + "Q"
              + row.<Integer>getAs("quarter"),
          row);
    }
  }

  @Test
  void doneOnOrBeforeTheDayIsGreenFromThenOn() {
    assertRow("in_time-2021Q1", "green", null, null, "33.3333");
    assertRow("in_time-2021Q2", "green", "2021-06-20", 0, "100.0000");
    // A later report without a day does not move the day on which it was done.
    assertRow("in_time-2021Q3", "green", "2021-06-20", 0, "100.0000");
    assertThat(ROWS.get("in_time-2021Q3").<String>getAs("stage")).isEqualTo("投用");
  }

  @Test
  void aDeadlineInsideAQuarterIsJudgedOnTheDayOfTheEvidence() {
    assertRow("late-2021Q2", "red", "2021-06-12", 12, "100.0000");
    assertThat(ROWS.get("late-2021Q2").<String>getAs("lamp_reason")).contains("12 days late");
  }

  @Test
  void withoutEvidenceItIsGreyBeforeItsDayAndRedFromThenOn() {
    assertRow("silent-2021Q1", "grey", null, null, null);
    assertRow("silent-2021Q2", "red", null, 0, null);
    assertRow("silent-2021Q3", "red", null, 92, null);
  }

  /** 30 June is the day and the end of the quarter: "0 days ago" says nothing. */
  @Test
  void onItsDayTheReasonSaysSo() {
    assertThat(ROWS.get("silent-2021Q2").<String>getAs("lamp_reason"))
        .isEqualTo("到期当日未完成：2021-06-30 到期 / not done on its day: due 2021-06-30");
    assertThat(ROWS.get("silent-2021Q3").<String>getAs("lamp_reason"))
        .isEqualTo("到期未完成：2021-06-30 到期，已过 92 天 / not done: due 2021-06-30, 92 days ago");
  }

  @Test
  void notYetDoneIsYellowFromThirtyDaysBeforeItsDay() {
    // 30 September is 31 days before; the last row is judged on the as-of date, 12 October.
    assertRow("near-2021Q3", "green", null, null, "50.0000");
    assertRow("near-2021Q4", "yellow", null, null, "50.0000");
    // Of another nothing is reported, which is no excuse when its day is near.
    assertRow("quiet-2021Q3", "grey", null, null, null);
    assertRow("quiet-2021Q4", "yellow", null, null, null);
  }

  @Test
  void withoutADayTheEndOfTheReportedMonthCounts() {
    assertRow("undated-2021Q2", "green", "2021-04-30", 0, "100.0000");
  }

  @Test
  void aReportTakenBackIsNoLongerDone() {
    assertRow("taken_back-2021Q1", "green", "2021-02-10", 0, "100.0000");
    assertRow("taken_back-2021Q2", "green", null, null, "0.0000");
  }

  /** The day of the first time no longer counts: 51 days from 30 June to 20 August. */
  @Test
  void whatWasTakenBackIsDoneOnTheDayItWasDoneAgain() {
    assertRow("again-2021Q1", "green", "2021-02-10", 0, "100.0000");
    assertRow("again-2021Q2", "red", null, 0, "0.0000");
    assertRow("again-2021Q3", "red", "2021-08-20", 51, "100.0000");
  }

  @Test
  void aStatedDayCountsBeforeTheEndOfAnEarlierReportsMonth() {
    assertRow("stated_later-2021Q2", "red", "2021-05-12", 12, "100.0000");
  }

  /** July says that the third was done on 28 June; what September adds is September's. */
  @Test
  void aReportOfALaterQuarterCountsForTheQuarterOfItsDay() {
    assertRow("told_later-2021Q1", "grey", null, null, null);
    assertRow("told_later-2021Q2", "green", "2021-06-28", 0, "100.0000");
    assertRow("told_later-2021Q3", "green", "2021-06-28", 0, "133.3333");
    assertThat(ROWS.get("told_later-2021Q2").<String>getAs("stage")).isEqualTo("竣工");
    assertThat(ROWS.get("told_later-2021Q2").<String>getAs("evidence")).isEqualTo("told_later竣工");
    assertThat(ROWS.get("told_later-2021Q3").<String>getAs("stage")).isEqualTo("投用");
    // 27 June is 12 days after the 15th, not 15, as on the quarter's last day.
    assertRow("told_later_late-2021Q2", "red", "2021-06-27", 12, "100.0000");
  }

  @Test
  void withoutADayAReportCountsFromItsOwnQuarterOn() {
    assertRow("told_later_undated-2021Q2", "red", null, 0, null);
    assertRow("told_later_undated-2021Q3", "red", "2021-07-31", 31, "100.0000");
  }

  @Test
  void whatALaterReportTookBackCountsForNoEarlierQuarter() {
    assertRow("told_and_taken_back-2021Q2", "red", null, 0, null);
    assertRow("told_and_taken_back-2021Q3", "red", null, 92, "0.0000");
    // Taken back in June, and done again in June: 10 May no longer counts.
    assertRow("told_after_taken_back-2021Q2", "green", "2021-06-29", 0, "100.0000");
  }

  /** June's report without a day would be of 30 June, 15 days late; its stage stays June's. */
  @Test
  void aDayStatedInALaterQuarterCountsBeforeTheEndOfTheReportsMonth() {
    assertRow("dated_later-2021Q2", "green", "2021-06-12", 0, "100.0000");
    assertThat(ROWS.get("dated_later-2021Q2").<String>getAs("stage")).isEqualTo("竣工");
  }

  @Test
  void aReportThatNamesNoStageLeavesTheLastOneNamed() {
    assertThat(ROWS.get("again-2021Q3").<String>getAs("stage")).isEqualTo("启动");
  }

  @Test
  void whatThePlanDoesNotPrintIsNeverLate() {
    assertRow("unprinted-2021Q1", "grey", null, null, null);
    assertRow("unprinted-2021Q3", "grey", null, null, null);
    assertThat(ROWS.get("unprinted-2021Q3").<String>getAs("lamp_reason"))
        .contains("does not print");
    assertRow("unprinted_met-2021Q2", "green", "2021-06-28", 0, "100.0000");
  }

  @Test
  void theLastEvidenceNamedStandsBesideTheCount() {
    assertThat(ROWS.get("in_time-2021Q1").<String>getAs("evidence")).isEqualTo("in_time开工");
    assertThat(ROWS.get("in_time-2021Q3").<String>getAs("evidence")).isEqualTo("in_time投用");
    assertThat(ROWS.get("late-2021Q3").<String>getAs("evidence")).isNull();
    assertThat(ROWS.get("near-2021Q4").<String>getAs("evidence")).isEqualTo("near开工");
  }

  @Test
  void aMilestoneOfALaterYearHasOneGreyRow() {
    assertThat(ROWS.keySet().stream().filter(key -> key.startsWith("distant")))
        .containsExactly("distant-2035Q4");
    assertRow("distant-2035Q4", "grey", null, null, null);
    assertThat(ROWS.get("distant-2035Q4").<String>getAs("lamp_reason")).contains("due in 2035");
  }

  @Test
  void everyQuarterThatHasBegunHasARow() {
    assertThat(ROWS).hasSize(17 * 4 + 1);
    assertThat(ROWS.values())
        .allSatisfy(
            row ->
                assertThat(row.<String>getAs("lamp_reason")).contains(" / ").doesNotContain("{"));
  }

  static Dataset<Row> noReports() {
    return TestSession.get().createDataFrame(List.of(), SCHEMA);
  }

  private static void assertRow(
      String key, String lamp, String doneDate, Integer daysLate, String completion) {
    Row row = ROWS.get(key);
    assertThat(row).as(key).isNotNull();
    Date done = row.getAs("done_date");
    BigDecimal completed = row.getAs("completion_pct");
    assertThat(done == null ? null : done.toString()).as(key).isEqualTo(doneDate);
    assertThat(row.<Integer>getAs("days_late")).as(key).isEqualTo(daysLate);
    assertThat(completed == null ? null : completed.toPlainString()).as(key).isEqualTo(completion);
    assertThat(row.<String>getAs("lamp")).as(key).isEqualTo(lamp);
  }

  private static Milestone milestone(String id, int planned, LocalDate due) {
    BigDecimal count = BigDecimal.valueOf(planned);
    boolean aimPrinted = !id.startsWith("unprinted");
    return new Milestone(
        id,
        LocalDate.of(2021, 1, 1),
        due.getYear(),
        "节点",
        "milestone",
        count,
        due,
        DueBasis.PRINTED,
        id,
        aimPrinted,
        false);
  }

  static Row report(
      String milestone, String period, String count, String day, String stage, boolean inForce) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("milestone", milestone);
    attributes.put("done_date", day);
    attributes.put("stage", stage);
    attributes.put("evidence", stage == null ? null : milestone + stage);
    Object[] row = new Object[SCHEMA.size()];
    row[SCHEMA.fieldIndex(ObservationTable.FORM)] = "JD-1";
    row[SCHEMA.fieldIndex(ObservationTable.UNIT_KEY)] = milestone;
    row[SCHEMA.fieldIndex(ObservationTable.PERIOD)] = period;
    row[SCHEMA.fieldIndex(ObservationTable.ITEM)] = "done_count";
    row[SCHEMA.fieldIndex(ObservationTable.ATTRIBUTES)] = attributes;
    row[SCHEMA.fieldIndex(ObservationTable.VALUE)] = new BigDecimal(count).setScale(4);
    row[SCHEMA.fieldIndex(ObservationTable.IN_FORCE)] = inForce;
    return RowFactory.create(row);
  }
}
