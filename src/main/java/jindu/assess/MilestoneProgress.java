package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import jindu.core.Messages;
import jindu.core.MilestoneStanding;
import jindu.table.MilestoneProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Milestones (节点) against their day, judged on the day of the evidence. */
final class MilestoneProgress {

  private static final String STANDING = "standing";
  private static final Column DUE = col(MilestoneProgressTable.DUE_DATE);
  private static final Column DONE = col(MilestoneProgressTable.DONE_DATE);
  private static final Column JUDGED_ON = col(MilestoneRows.JUDGED_ON);

  private MilestoneProgress() {}

  static Dataset<Row> of(Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    Dataset<Row> milestones = MilestoneRows.of(observations.sparkSession(), catalog, asOf);
    return Evidence.beside(milestones, observations)
        .withColumn(MilestoneProgressTable.DONE_DATE, doneDate())
        .withColumn(MilestoneProgressTable.COMPLETION_PCT, Exact.asPercent(completion()))
        .withColumn(MilestoneProgressTable.DAYS_LATE, daysLate())
        .withColumn(STANDING, standing())
        .withColumn(MilestoneProgressTable.LAMP, lamp())
        .withColumn(
            MilestoneProgressTable.LAMP_REASON, Sentence.bilingual(MilestoneProgress::reason))
        .transform(MilestoneProgressTable.DEFINITION::select);
  }

  /** Null while the latest count is below the planned one, or the day still to come. */
  private static Column doneDate() {
    Column complete =
        col(MilestoneProgressTable.DONE_COUNT).geq(col(MilestoneProgressTable.PLANNED_COUNT));
    Column day = col(Evidence.FIRST_DONE);
    return when(complete.and(day.leq(JUDGED_ON)), day);
  }

  private static Column completion() {
    return Exact.percent(
        col(MilestoneProgressTable.DONE_COUNT), col(MilestoneProgressTable.PLANNED_COUNT));
  }

  private static Column daysLate() {
    return when(col(MilestoneRows.WITHDRAWN), lit(null))
        .when(DONE.isNotNull(), greatest(datediff(DONE, DUE), lit(0)))
        .when(col(MilestoneRows.AIM_PRINTED).and(JUDGED_ON.geq(DUE)), datediff(JUDGED_ON, DUE));
  }

  /** Twin of {@link MilestoneStanding#of}, after what was withdrawn and what is of a later year. */
  static Column standing() {
    Column near = JUDGED_ON.geq(date_sub(DUE, MilestoneStanding.DAYS_OF_WARNING));
    return when(col(MilestoneRows.WITHDRAWN), is(MilestoneStanding.WITHDRAWN))
        .when(col(MilestoneRows.LATER_YEAR), is(MilestoneStanding.LATER_YEAR))
        .when(DONE.gt(DUE), is(MilestoneStanding.DONE_LATE))
        .when(DONE.isNotNull(), is(MilestoneStanding.DONE_IN_TIME))
        .when(not(col(MilestoneRows.AIM_PRINTED)), is(MilestoneStanding.NOT_PRINTED))
        .when(JUDGED_ON.geq(DUE), is(MilestoneStanding.OVERDUE))
        .when(near, is(MilestoneStanding.DUE_SOON))
        .when(col(Evidence.REPORTED).equalTo(false), is(MilestoneStanding.NO_EVIDENCE))
        .otherwise(is(MilestoneStanding.NOT_YET_DUE));
  }

  private static Column lamp() {
    Column lamp = null;
    for (MilestoneStanding standing : MilestoneStanding.values()) {
      Column colour = lit(standing.lamp().code());
      lamp = lamp == null ? when(stands(standing), colour) : lamp.when(stands(standing), colour);
    }
    return lamp;
  }

  private static Column reason(Messages messages) {
    Column template = null;
    for (MilestoneStanding standing : MilestoneStanding.values()) {
      Column text = Sentence.template(messages, standing.messageKey());
      template =
          template == null ? when(stands(standing), text) : template.when(stands(standing), text);
    }
    Column isOnItsDay = stands(MilestoneStanding.OVERDUE).and(JUDGED_ON.equalTo(DUE));
    template =
        when(isOnItsDay, Sentence.template(messages, "assess.milestone-due-on-the-day"))
            .otherwise(template);
    Column sentence =
        Sentence.filled(
            template,
            day(DUE),
            day(DONE),
            col(MilestoneProgressTable.DAYS_LATE).cast("string"),
            year(DUE).cast("string"));
    return concat(sentence, adjustment(messages));
  }

  /** By which version of the plan it is judged, where that moved, recounted or withdrew it. */
  private static Column adjustment(Messages messages) {
    Column replaced = col(MilestoneProgressTable.REPLACED_DUE_DATE);
    Column planned = col(MilestoneProgressTable.PLANNED_COUNT);
    Column replacedCount = col(MilestoneProgressTable.REPLACED_PLANNED_COUNT);
    Column isMoved = replaced.notEqual(DUE);
    Column isRecounted = replacedCount.notEqual(planned);
    Column template =
        when(
                col(MilestoneRows.WITHDRAWN),
                Sentence.template(messages, "assess.milestone-withdrawn-from"))
            .when(
                isMoved.and(isRecounted),
                Sentence.template(messages, "assess.milestone-moved-and-recounted"))
            .when(isMoved, Sentence.template(messages, "assess.milestone-moved"))
            .when(isRecounted, Sentence.template(messages, "assess.milestone-recounted"));
    Column filled =
        Sentence.filled(
            template,
            day(col(MilestoneProgressTable.PLAN_VERSION)),
            day(replaced),
            Sentence.plain(replacedCount),
            Sentence.plain(planned));
    return coalesce(filled, lit(""));
  }

  private static Column day(Column date) {
    return date_format(date, "yyyy-MM-dd");
  }

  private static Column stands(MilestoneStanding standing) {
    return col(STANDING).equalTo(standing.code());
  }

  private static Column is(MilestoneStanding standing) {
    return lit(standing.code());
  }
}
