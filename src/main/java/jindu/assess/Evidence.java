package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
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

  /** Day of the first report, up to the quarter's end, by which all of it is done. */
  static final String FIRST_DONE = "first_done";

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
            max_by(col("reported_stage"), col("reported_period")).as(MilestoneProgressTable.STAGE),
            max_by(
                    col("reported_evidence"),
                    when(col("reported_evidence").isNotNull(), col("reported_period")))
                .as(MilestoneProgressTable.EVIDENCE),
            min(when(isComplete(), evidenceDay())).as(FIRST_DONE))
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

  /** The reported day; without one the end of the report's month, but no day still to come. */
  private static Column evidenceDay() {
    Column firstDay = concat(col("reported_period"), lit("-01")).try_cast(Types.DAY);
    return coalesce(col("reported_day"), least(last_day(firstDay), col(MilestoneRows.JUDGED_ON)));
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
