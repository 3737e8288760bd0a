package jindu.assess;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_multiply;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Indicator;
import jindu.core.Sector;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import jindu.table.WeakUnitTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The units that pull a weak target down most: each unit's change over the same period of last year
 * in points of the district's base, on the indicator's headline basis. Estimates bear no unit.
 *
 * <p>Units of indicators that have a pull: flows and stocks.
 */
final class WeakUnits {

  private static final String BASE = "district_base";
  private static final String TARGET_PLACE = "target_place";
  private static final String TARGET_SECTOR = "target_sector";
  private static final String[] QUARTER = {
    WeakUnitTable.INDICATOR, WeakUnitTable.YEAR, WeakUnitTable.QUARTER
  };

  private WeakUnits() {}

  /**
   * A few units of each target and quarter.
   *
   * @param plan unprotected
   * @param cells unprotected
   */
  static Dataset<Row> of(
      Dataset<Row> plan,
      Dataset<Row> cells,
      Dataset<Row> contributions,
      Catalog catalog,
      LocalDate asOf) {
    Dataset<Row> weak =
        WeakTargets.of(plan, catalog, asOf)
            .filter(IndicatorSet.that(catalog, of -> of.kind().isAdditive()))
            // One row a quarter of an indicator on the right: place and sector are fixed.
            .join(bases(cells, catalog), QUARTER, "inner")
            .select(
                col(WeakUnitTable.TARGET_ID),
                col(WeakUnitTable.INDICATOR),
                col(WeakUnitTable.YEAR),
                col(WeakUnitTable.QUARTER),
                col(PlanProgressTable.TOWNSHIP_CODE).as(TARGET_PLACE),
                col(PlanProgressTable.SECTOR_CODE).as(TARGET_SECTOR),
                col(PlanRow.SENSE),
                col(BASE));
    return contributions
        .filter(col(ContributionTable.UNIT_KEY).isNotNull().and(isHeadlineMeasure(catalog)))
        // Several targets an indicator: each has its own units.
        .join(broadcast(weak), QUARTER, "inner")
        .filter(isInPlace(catalog).and(isInSector()))
        .groupBy(
            col(WeakUnitTable.TARGET_ID),
            col(WeakUnitTable.INDICATOR),
            col(WeakUnitTable.YEAR),
            col(WeakUnitTable.QUARTER),
            col(PlanRow.SENSE),
            col(BASE),
            col(WeakUnitTable.FORM),
            col(WeakUnitTable.UNIT_KEY))
        .agg(
            sum(col(ContributionTable.VALUE_YTD)).as(WeakUnitTable.VALUE_YTD),
            sum(col(ContributionTable.PREVIOUS_YTD)).as(WeakUnitTable.PREVIOUS_YTD))
        .withColumn(WeakUnitTable.PULL_POINTS, pull())
        .filter(col(WeakUnitTable.PULL_POINTS).isNotNull())
        .withColumn(WeakUnitTable.UNIT_ORDER, turn())
        .filter(col(WeakUnitTable.UNIT_ORDER).leq(WeakTargets.PARTS_OF_A_KIND))
        .transform(WeakUnitTable.DEFINITION::select);
  }

  private static Dataset<Row> bases(Dataset<Row> cells, Catalog catalog) {
    return cells
        .filter(
            col(IndicatorTable.TOWNSHIP_CODE)
                .equalTo(catalog.district().code())
                .and(col(IndicatorTable.SECTOR_CODE).equalTo(Sector.ALL)))
        .select(
            col(IndicatorTable.INDICATOR),
            col(IndicatorTable.YEAR),
            col(IndicatorTable.QUARTER),
            when(
                    IndicatorSet.that(catalog, Indicator::comparable),
                    col(CellTable.COMPARABLE_PREVIOUS_YTD))
                .otherwise(col(IndicatorTable.PREVIOUS_YTD))
                .as(BASE));
  }

  /** Where one side is not there, there was or is nothing; where neither is, nothing is known. */
  private static Column pull() {
    Column now = col(WeakUnitTable.VALUE_YTD);
    Column before = col(WeakUnitTable.PREVIOUS_YTD);
    Column change =
        when(now.isNull(), before.multiply(lit(-1)))
            .when(before.isNull(), now)
            .otherwise(now.minus(before));
    return Exact.asPercent(Exact.percent(change.try_cast(Types.AMOUNT), col(BASE)));
  }

  private static Column turn() {
    return row_number()
        .over(
            Window.partitionBy(WeakUnitTable.TARGET_ID, WeakUnitTable.YEAR, WeakUnitTable.QUARTER)
                .orderBy(
                    try_multiply(col(WeakUnitTable.PULL_POINTS), col(PlanRow.SENSE)).asc(),
                    col(WeakUnitTable.FORM).asc(),
                    col(WeakUnitTable.UNIT_KEY).asc()));
  }

  private static Column isInPlace(Catalog catalog) {
    Column target = col(TARGET_PLACE);
    return target
        .equalTo(catalog.district().code())
        .or(target.equalTo(col(ContributionTable.TOWNSHIP_CODE)));
  }

  private static Column isInSector() {
    Column target = col(TARGET_SECTOR);
    return target
        .equalTo(Sector.ALL)
        .or(target.equalTo(col(ContributionTable.DIVISION)))
        .or(target.equalTo(col(ContributionTable.SECTION)))
        .or(target.equalTo(col(ContributionTable.STRATA)));
  }

  private static Column isHeadlineMeasure(Catalog catalog) {
    Column measure = col(ContributionTable.MEASURE);
    return when(
            IndicatorSet.that(catalog, Indicator::comparable),
            measure.equalTo(Feed.Measure.COMPARABLE.code()))
        .otherwise(measure.equalTo(Feed.Measure.NOMINAL.code()));
  }
}
