package jindu.assess;

import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import jindu.table.MilestoneProgressTable;
import jindu.table.ObservationTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What form JD-1 (节点进度) says of a milestone up to each quarter's end: the reports up to the
 * quarter's last month, and of later ones what they say was done by the day on which the quarter is
 * judged.
 */
final class Evidence {

  /** Whether there is any report. */
  static final String REPORTED = "reported";

  /** The day since which all of it is done, by the reports that count. */
  static final String FIRST_DONE = "first_done";

  private static final String OWN_INCOMPLETE = "own_incomplete";
  private static final String LAST_INCOMPLETE = "last_incomplete";
  private static final String COMPLETE = "complete_reports";
  private static final String COMPLETED_BY = "completed_by";
  private static final String OF_PERIOD = "of_period";
  private static final String IS_OWN = "is_own";
  private static final String STATED = "stated_day";
  private static final String MONTH_END = "month_end";
  private static final String COUNT = "reported_count";
  private static final String STAGE = "reported_stage";
  private static final String EVIDENCE = "reported_evidence";
  private static final String PERIOD = "reported_period";
  private static final String DAY = "reported_day";
  private static final String FORM = "JD-1";
  private static final String ITEM = "done_count";

  private Evidence() {}

  /** The milestones with the count and stage of the latest report, null without one. */
  static Dataset<Row> beside(Dataset<Row> milestones, Dataset<Row> observations) {
    // Several reports a milestone on the right: they are grouped again at once.
    Dataset<Row> reported =
        milestones.join(
            reports(observations),
            col(MilestoneProgressTable.MILESTONE_ID).equalTo(col("reported_milestone")),
            "left");
    return reported
        .groupBy(columns(milestones))
        .agg(
            lastOwn(COUNT).as(MilestoneProgressTable.DONE_COUNT),
            lastOwn(STAGE).as(MilestoneProgressTable.STAGE),
            lastOwn(EVIDENCE).as(MilestoneProgressTable.EVIDENCE),
            max(when(isOwn().and(not(isComplete())), col(PERIOD))).as(OWN_INCOMPLETE),
            max(when(not(isComplete()), col(PERIOD))).as(LAST_INCOMPLETE),
            collect_list(when(isComplete().and(counts()), completeReport())).as(COMPLETE))
        .withColumn(COMPLETE, filter(col(COMPLETE), Evidence::isStanding))
        .withColumn(
            FIRST_DONE,
            coalesce(
                array_min(transform(col(COMPLETE), report -> report.getField(STATED))),
                array_min(transform(col(COMPLETE), report -> report.getField(MONTH_END)))))
        .withColumn(COMPLETED_BY, completedBy())
        .withColumn(
            MilestoneProgressTable.DONE_COUNT,
            completedByOr(COUNT, MilestoneProgressTable.DONE_COUNT))
        .withColumn(
            MilestoneProgressTable.STAGE, completedByOr(STAGE, MilestoneProgressTable.STAGE))
        .withColumn(
            MilestoneProgressTable.EVIDENCE,
            completedByOr(EVIDENCE, MilestoneProgressTable.EVIDENCE))
        .drop(OWN_INCOMPLETE, LAST_INCOMPLETE, COMPLETE, COMPLETED_BY)
        .withColumn(REPORTED, col(MilestoneProgressTable.DONE_COUNT).isNotNull());
  }

  private static Dataset<Row> reports(Dataset<Row> observations) {
    return observations
        .filter(col(ObservationTable.FORM).equalTo(FORM))
        .filter(col(ObservationTable.ITEM).equalTo(ITEM))
        .filter(col(ObservationTable.IN_FORCE))
        .select(
            Attribute.of("milestone").as("reported_milestone"),
            col(ObservationTable.PERIOD).as(PERIOD),
            col(ObservationTable.VALUE).as(COUNT),
            Attribute.of("stage").as(STAGE),
            Attribute.of("evidence").as(EVIDENCE),
            Attribute.of("done_date").try_cast(Types.DAY).as(DAY));
  }

  private static Column isComplete() {
    return col(COUNT).geq(col(MilestoneProgressTable.PLANNED_COUNT));
  }

  /** Whether the report is of a month up to the quarter's end. */
  private static Column isOwn() {
    return col(PERIOD).leq(col(MilestoneRows.LAST_PERIOD));
  }

  /** A later report counts for what it says was done by then; without a day it says nothing. */
  private static Column counts() {
    return isOwn().or(col(DAY).leq(col(MilestoneRows.JUDGED_ON)));
  }

  /** What the quarter's latest report that fills the column says there. */
  private static Column lastOwn(String column) {
    return max_by(col(column), when(isOwn().and(col(column).isNotNull()), col(PERIOD)));
  }

  /** A stated day counts before the end of a report's month, which is no day still to come. */
  private static Column completeReport() {
    Column firstDay = concat(col(PERIOD), lit("-01")).try_cast(Types.DAY);
    return struct(
        col(PERIOD).as(OF_PERIOD),
        isOwn().as(IS_OWN),
        col(DAY).as(STATED),
        least(last_day(firstDay), col(MilestoneRows.JUDGED_ON)).as(MONTH_END),
        col(COUNT),
        col(STAGE),
        col(EVIDENCE));
  }

  /**
   * What was taken back since is not done by it: a report of the quarter by what was reported up to
   * its end, a later one by all that is known.
   */
  private static Column isStanding(Column report) {
    Column takenBack =
        when(report.getField(IS_OWN), col(OWN_INCOMPLETE)).otherwise(col(LAST_INCOMPLETE));
    return takenBack.isNull().or(report.getField(OF_PERIOD).gt(takenBack));
  }

  /** The first later report by which it is done, where the quarter's own do not say so. */
  private static Column completedBy() {
    Column isDoneByOwn =
        col(MilestoneProgressTable.DONE_COUNT).geq(col(MilestoneProgressTable.PLANNED_COUNT));
    return when(
        not(coalesce(isDoneByOwn, lit(false))),
        array_min(filter(col(COMPLETE), report -> not(report.getField(IS_OWN)))));
  }

  private static Column completedByOr(String reported, String own) {
    return coalesce(col(COMPLETED_BY).getField(reported), col(own));
  }

  private static Column[] columns(Dataset<Row> rows) {
    String[] names = rows.columns();
    Column[] columns = new Column[names.length];
    for (int i = 0; i < names.length; i++) {
      columns[i] = col(names[i]);
    }
    return columns;
  }
}
