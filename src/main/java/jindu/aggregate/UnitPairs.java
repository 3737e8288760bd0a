package jindu.aggregate;

import static jindu.aggregate.RegisteredUnits.REASON;
import static jindu.aggregate.Steps.ADMINISTRATIVE;
import static jindu.aggregate.Steps.AMOUNTS;
import static jindu.aggregate.Steps.DIVISION;
import static jindu.aggregate.Steps.IS_NAMED;
import static jindu.aggregate.Steps.KIND;
import static jindu.aggregate.Steps.LOST;
import static jindu.aggregate.Steps.LOWEST_PLACE;
import static jindu.aggregate.Steps.MEASURE;
import static jindu.aggregate.Steps.NOW;
import static jindu.aggregate.Steps.SECTION;
import static jindu.aggregate.Steps.SECTOR_DETAIL;
import static jindu.aggregate.Steps.STATE;
import static jindu.aggregate.Steps.STRATA;
import static jindu.table.ContributionTable.ESTIMATED;
import static jindu.table.ContributionTable.FORM;
import static jindu.table.ContributionTable.INDICATOR;
import static jindu.table.ContributionTable.PREVIOUS_YTD;
import static jindu.table.ContributionTable.QUARTER;
import static jindu.table.ContributionTable.REPORTED;
import static jindu.table.ContributionTable.STANDING;
import static jindu.table.ContributionTable.TOWNSHIP_CODE;
import static jindu.table.ContributionTable.UNIT_KEY;
import static jindu.table.ContributionTable.VALUE_YTD;
import static jindu.table.ContributionTable.YEAR;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import jindu.core.Feed.Measure;
import jindu.core.Indicator.Kind;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a unit, indicator and quarter: what counted for it then and in the same quarter of last
 * year, all its items together, each year in its own place and class; one of the two may be absent.
 *
 * <p>By unit, as the contributions lie: no exchange.
 */
final class UnitPairs {

  /** The same quarter of last year, in the shape of {@link Steps#NOW}. */
  static final String THEN = "then";

  /** Township, division, section and strata. */
  static final String PLACE = "place";

  /** Year to date; null where a part of it is not known. */
  static final String COUNTED = "counted";

  /** Whether all of it was returned, nothing stands and nothing is estimated. */
  static final String IS_REPORTED = "is_reported";

  /** Whether the same period is known that the unit itself reports, where that is the base. */
  static final String BASE_IS_KNOWN = "base_is_known";

  private static final String ROW = "row";
  private static final String IS_NOW = "is_now";
  private static final int BASE_IS_LOST = 1 << AMOUNTS.indexOf(PREVIOUS_YTD);

  private UnitPairs() {}

  static Dataset<Row> of(Dataset<Row> contributions) {
    Column isAdded =
        col(MEASURE)
            .equalTo(Measure.NOMINAL.code())
            .and(col(KIND).isin(Kind.FLOW.code(), Kind.STOCK.code()));
    return contributions
        .where(isAdded.and(col(STATE).isin(REPORTED, STANDING, ESTIMATED)))
        .withColumn(ROW, explode(array(row(true, col(YEAR)), row(false, col(YEAR).plus(1)))))
        .withColumn(IS_NOW, col(ROW).getField(IS_NOW))
        .withColumn(YEAR, col(ROW).getField(YEAR))
        .groupBy(
            FORM,
            UNIT_KEY,
            INDICATOR,
            YEAR,
            QUARTER,
            KIND,
            LOWEST_PLACE,
            SECTOR_DETAIL,
            ADMINISTRATIVE)
        .agg(counted(col(IS_NOW)).as(NOW), counted(not(col(IS_NOW))).as(THEN));
  }

  private static Column row(boolean isNow, Column year) {
    return struct(lit(isNow).as(IS_NOW), year.as(YEAR));
  }

  private static Column counted(Column isMeant) {
    Column place = struct(col(TOWNSHIP_CODE), col(DIVISION), col(SECTION), col(STRATA));
    Column isBaseKnown = col(LOST).bitwiseAND(BASE_IS_LOST).equalTo(0);
    Column counted =
        struct(
            max(when(isMeant, place)).as(PLACE),
            max(when(isMeant, col(UNIT_GROUP))).as(UNIT_GROUP),
            max(when(isMeant, col(REASON))).as(REASON),
            WholeSum.where(isMeant, col(VALUE_YTD)).as(COUNTED),
            bool_and(when(isMeant, col(STATE).equalTo(REPORTED))).as(IS_REPORTED),
            bool_and(when(isMeant, isBaseKnown)).as(BASE_IS_KNOWN),
            bool_and(when(isMeant, Steps.isNamedToDate())).as(IS_NAMED));
    return when(count_if(isMeant).gt(0), counted);
  }
}
