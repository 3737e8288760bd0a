package jindu.aggregate;

import static jindu.aggregate.Steps.BEFORE;
import static jindu.aggregate.Steps.ESTIMATED;
import static jindu.aggregate.Steps.EXPECTED;
import static jindu.aggregate.Steps.LATEST;
import static jindu.aggregate.Steps.NOW;
import static jindu.aggregate.Steps.ON_DUE;
import static jindu.aggregate.Steps.RECEIVED;
import static jindu.aggregate.Steps.RETURNED;
import static jindu.aggregate.Steps.STATE;
import static jindu.table.ContributionTable.ABSENT;
import static jindu.table.ContributionTable.REPORTED;
import static jindu.table.ContributionTable.STANDING;
import static jindu.table.ObservationTable.ATTRIBUTES;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.ITEM;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.SECTOR_CODE;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import jindu.catalog.Catalog;
import jindu.table.ContributionTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What counts for the unit in each quarter (method.md section 4): its return, else the estimate,
 * else the value then counted for the quarter before, which stands. A household of a survey counts
 * only where it answered.
 */
final class CountedQuarters {

  private static final String OWN_VALUE = "own_value";
  private static final String IS_ESTIMATED = "is_estimated";
  private static final String ROW = "row";
  private static final WindowSpec YEAR_TO_DATE =
      Window.partitionBy(FORM, UNIT_KEY, ITEM, YEAR).orderBy(QUARTER);

  private CountedQuarters() {}

  static Dataset<Row> of(Dataset<Row> quarters, Catalog catalog) {
    Column isSurvey = new FormTerms(catalog).isSurvey();
    Column standing = last(col(OWN_VALUE), true).over(YEAR_TO_DATE);
    Column received = last(col(RETURNED), true).over(YEAR_TO_DATE);
    Column isEstimated = when(col(OWN_VALUE).isNotNull(), col(RETURNED).isNull());
    return quarters
        .withColumn(OWN_VALUE, coalesce(col(RETURNED), col(ESTIMATED)))
        .withColumn(IS_ESTIMATED, last(isEstimated, true).over(YEAR_TO_DATE))
        .withColumn(NOW, when(isSurvey, col(RETURNED)).otherwise(standing))
        .withColumn(RECEIVED, when(isSurvey, col(RETURNED)).otherwise(received))
        .withColumns(Map.of(BEFORE, lag(NOW, 1).over(YEAR_TO_DATE), STATE, state()))
        .transform(CountedQuarters::places)
        .drop(OWN_VALUE, IS_ESTIMATED, RETURNED, ESTIMATED);
  }

  /** An estimate that stands is an estimate still: no value of the unit's own. */
  private static Column state() {
    return when(col(NOW).isNull(), ABSENT)
        .when(col(RETURNED).isNotNull(), REPORTED)
        .when(col(IS_ESTIMATED), ContributionTable.ESTIMATED)
        .otherwise(STANDING);
  }

  /**
   * A second row where the unit was in another cell on the due day: the value known then counts
   * there, and nothing else does.
   */
  private static Dataset<Row> places(Dataset<Row> counted) {
    Column now = col(LATEST);
    Column then = col(ON_DUE);
    Column isThere =
        now.getField(TOWNSHIP_CODE)
            .eqNullSafe(then.getField(TOWNSHIP_CODE))
            .and(now.getField(SECTOR_CODE).eqNullSafe(then.getField(SECTOR_CODE)));
    Column stayed = struct(lit(true).as(NOW), now.as(LATEST), when(isThere, then).as(ON_DUE));
    Column placeThen =
        struct(
            then.getField(TOWNSHIP_CODE).as(TOWNSHIP_CODE),
            then.getField(SECTOR_CODE).as(SECTOR_CODE),
            now.getField(UNIT_GROUP).as(UNIT_GROUP),
            now.getField(ATTRIBUTES).as(ATTRIBUTES));
    Column moved =
        when(
            then.isNotNull().and(not(isThere)),
            struct(lit(false).as(NOW), placeThen.as(LATEST), then.as(ON_DUE)));
    Column isHere = col(ROW).getField(NOW);
    return counted
        .withColumn(ROW, explode(array(stayed, moved)))
        .where(col(ROW).isNotNull())
        .withColumns(
            Map.of(
                LATEST, col(ROW).getField(LATEST),
                ON_DUE, col(ROW).getField(ON_DUE),
                NOW, when(isHere, col(NOW)),
                BEFORE, when(isHere, col(BEFORE)),
                RECEIVED, when(isHere, col(RECEIVED)),
                STATE, when(isHere, col(STATE)).otherwise(ABSENT),
                EXPECTED, when(isHere, col(EXPECTED))))
        .where(col(NOW).isNotNull().or(col(EXPECTED)).or(col(ON_DUE).isNotNull()))
        .drop(ROW);
  }
}
