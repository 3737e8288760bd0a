package jindu.aggregate;

import static jindu.aggregate.ResponseForms.SIZE_ITEM;
import static jindu.table.ObservationTable.EXPLANATION;
import static jindu.table.ObservationTable.FLAGS;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.IN_FORCE;
import static jindu.table.ObservationTable.ITEM;
import static jindu.table.ObservationTable.MONTH_VALUE;
import static jindu.table.ObservationTable.PERIOD;
import static jindu.table.ObservationTable.PREVIOUS;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.RECEIVED_DATE;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.VALUE;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import jindu.core.Quarter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a form, unit and period with a return in force: where it is from, when the first return
 * came, what was found in it, and the amount that makes the unit large or small.
 */
final class AnsweredPeriods {

  static final String ON_TIME = "is_on_time";
  static final String FLAGGED = "is_flagged";
  static final String EXPLAINED = "is_explained";

  /** Year to date of the form's {@link ResponseForms#SIZE_ITEM}; null where it is absent. */
  static final String SIZE = "size";

  private static final String FIRST_RECEIVED = "first_received";

  private AnsweredPeriods() {}

  /** The returns of every vintage, item by item, of forms that are due and quarters begun. */
  static Dataset<Row> returns(Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    return observations
        .where(FeedingReturns.isBegun(Quarter.of(asOf)))
        // Said of the form itself, so that no file of the register is opened for it.
        .where(col(FORM).isin(ResponseForms.codes(catalog)))
        // Unique by form.
        .join(
            broadcast(ResponseForms.of(observations.sparkSession(), catalog)),
            new String[] {FORM},
            "inner");
  }

  /** Partitioned by form and unit: its years meet without another exchange. */
  static Dataset<Row> of(Dataset<Row> returns, Catalog catalog) {
    Column inForce = col(IN_FORCE);
    Column isSize = inForce.and(col(ITEM).equalTo(col(SIZE_ITEM)));
    Column isFlagged = inForce.and(size(col(FLAGS)).gt(0));
    return returns
        .repartition(col(FORM), col(UNIT_KEY))
        .groupBy(col(FORM), col(UNIT_KEY), col(YEAR), col(QUARTER), col(PERIOD))
        .agg(
            bool_or(inForce).as(IN_FORCE),
            max(when(inForce, col(TOWNSHIP_CODE))).as(TOWNSHIP_CODE),
            // A return that was corrected or withdrawn later had come all the same.
            min(when(isReport(), col(RECEIVED_DATE))).as(FIRST_RECEIVED),
            isAny(isFlagged).as(FLAGGED),
            isAny(isFlagged.and(col(EXPLANATION).isNotNull())).as(EXPLAINED),
            max(when(isSize, col(VALUE))).as(SIZE))
        .where(col(IN_FORCE))
        .withColumn(ON_TIME, coalesce(col(FIRST_RECEIVED).leq(dueDay(catalog)), lit(false)))
        .drop(IN_FORCE, FIRST_RECEIVED);
  }

  /** A withdrawal has no amount at all. */
  private static Column isReport() {
    return coalesce(col(VALUE), col(PREVIOUS), col(MONTH_VALUE)).isNotNull();
  }

  private static Column isAny(Column claim) {
    return coalesce(bool_or(claim), lit(false));
  }

  /** Column twin of {@link jindu.core.Form#dueDay}. */
  private static Column dueDay(Catalog catalog) {
    Column lastDay = last_day(concat(col(PERIOD), lit("-01")).cast("date"));
    return date_add(lastDay, new FormTerms(catalog).dueDays());
  }
}
