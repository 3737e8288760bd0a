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

/** What form JD-1 (节点进度) says of a milestone up to each quarter's end. */
final class Evidence {

  /** Whether there is any report. */
  static final String REPORTED = "reported";

  /** The day since which all of it is done, by the reports up to the quarter's end. */
  static final String FIRST_DONE = "first_done";

  private static final String LAST_INCOMPLETE = "last_incomplete";
  private static final String COMPLETE = "complete_reports";
  private static final String OF_PERIOD = "of_period";
  private static final String STATED = "stated_day";
  private static final String MONTH_END = "month_end";
  private static final String FORM = "JD-1";
  private static final String ITEM = "done_count";

  private Evidence() {}

  /** The milestones with the count and stage of the latest report, null without one. */
  static Dataset<Row> beside(Dataset<Row> milestones, Dataset<Row> observations) {
    // Several reports a milestone on the right: they are grouped again at once.
    Dataset<Row> upToQuarter =
        milestones.join(
            reports(observations),
            col(MilestoneProgressTable.MILESTONE_ID)
                .equalTo(col("reported_milestone"))
                .and(col("reported_period").leq(col(MilestoneRows.LAST_PERIOD))),
            "left");
    return upToQuarter
        .groupBy(columns(milestones))
        .agg(
            max_by(col("reported_count"), col("reported_period"))
                .as(MilestoneProgressTable.DONE_COUNT),
            lastNamed("reported_stage").as(MilestoneProgressTable.STAGE),
            lastNamed("reported_evidence").as(MilestoneProgressTable.EVIDENCE),
            max(when(not(isComplete()), col("reported_period"))).as(LAST_INCOMPLETE),
            collect_list(when(isComplete(), completeReport())).as(COMPLETE))
        .withColumn(COMPLETE, filter(col(COMPLETE), Evidence::isStanding))
        .withColumn(
            FIRST_DONE,
            coalesce(
                array_min(transform(col(COMPLETE), report -> report.getField(STATED))),
                array_min(transform(col(COMPLETE), report -> report.getField(MONTH_END)))))
        .drop(LAST_INCOMPLETE, COMPLETE)
        .withColumn(REPORTED, col(MilestoneProgressTable.DONE_COUNT).isNotNull());
  }

  private static Dataset<Row> reports(Dataset<Row> observations) {
    return observations
        .filter(col(ObservationTable.FORM).equalTo(FORM))
        .filter(col(ObservationTable.ITEM).equalTo(ITEM))
        .filter(col(ObservationTable.IN_FORCE))
        .select(
            Attribute.of("milestone").as("reported_milestone"),
            col(ObservationTable.PERIOD).as("reported_period"),
            col(ObservationTable.VALUE).as("reported_count"),
            Attribute.of("stage").as("reported_stage"),
            Attribute.of("evidence").as("reported_evidence"),
            Attribute.of("done_date").try_cast(Types.DAY).as("reported_day"));
  }

  private static Column isComplete() {
    return col("reported_count").geq(col(MilestoneProgressTable.PLANNED_COUNT));
  }

  /** What the latest report that fills the column says there. */
  private static Column lastNamed(String column) {
    return max_by(col(column), when(col(column).isNotNull(), col("reported_period")));
  }

  /** A stated day counts before the end of a report's month, which is no day still to come. */
  private static Column completeReport() {
    Column firstDay = concat(col("reported_period"), lit("-01")).try_cast(Types.DAY);
    return struct(
        col("reported_period").as(OF_PERIOD),
        col("reported_day").as(STATED),
        least(last_day(firstDay), col(MilestoneRows.JUDGED_ON)).as(MONTH_END));
  }

  /** What was taken back since is not done by it. */
  private static Column isStanding(Column report) {
    return col(LAST_INCOMPLETE).isNull().or(report.getField(OF_PERIOD).gt(col(LAST_INCOMPLETE)));
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
