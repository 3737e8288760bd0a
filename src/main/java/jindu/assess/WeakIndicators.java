package jindu.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Indicator.SectorDetail;
import jindu.core.Sector;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.WeakIndicatorTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The weak list (薄弱指标): each weak target with the townships and sectors that pull it down most, the
 * least pull first; where less is better, the largest first.
 *
 * <p>Sectors are the finest that the indicator has, of targets for all sectors; townships are those
 * of the target's sector. A township's own target has the sections of the township beside it: finer
 * cells of a township never leave.
 */
final class WeakIndicators {

  private static final String PART = "part";
  private static final String PART_SECTOR = "part_sector";
  private static final String PART_PLACE = "part_place";
  private static final String PART_ORDER = "part_order";
  private static final String TARGET_PLACE = "target_place";

  private static final String[] QUARTER = {
    WeakIndicatorTable.INDICATOR, WeakIndicatorTable.YEAR, WeakIndicatorTable.QUARTER
  };
  private static final String[] WEAK = {
    WeakIndicatorTable.TARGET_ID, WeakIndicatorTable.YEAR, WeakIndicatorTable.QUARTER
  };

  private WeakIndicators() {}

  /**
   * The list of every quarter.
   *
   * @param plan what may be published
   * @param indicators what may be published: a withheld part is not named
   */
  static Dataset<Row> of(
      Dataset<Row> plan, Dataset<Row> indicators, Catalog catalog, LocalDate asOf) {
    Dataset<Row> weak = WeakTargets.of(plan, catalog, asOf);
    return weak
        // A few parts a target on the right: it is meant to become one row for each.
        .join(parts(weak, indicators, catalog), WEAK, "left")
        .withColumn(WeakIndicatorTable.PLACE_ORDER, placeOrder())
        .withColumn(WeakIndicatorTable.WITHHELD, lit(false))
        .transform(WeakIndicatorTable.DEFINITION::select);
  }

  private static Dataset<Row> parts(Dataset<Row> weak, Dataset<Row> indicators, Catalog catalog) {
    Column turn =
        row_number()
            .over(
                Window.partitionBy(append(WEAK, WeakIndicatorTable.PART_KIND))
                    .orderBy(
                        col(WeakIndicatorTable.PULL_POINTS).multiply(col(PlanRow.SENSE)).asc(),
                        col(WeakIndicatorTable.PART_CODE).asc()));
    Dataset<Row> wanted =
        weak.select(
            col(WeakIndicatorTable.TARGET_ID),
            col(WeakIndicatorTable.INDICATOR),
            col(WeakIndicatorTable.YEAR),
            col(WeakIndicatorTable.QUARTER),
            col(PlanProgressTable.TOWNSHIP_CODE).as(TARGET_PLACE),
            col(PlanProgressTable.SECTOR_CODE),
            col(PlanRow.SENSE));
    return candidates(indicators, catalog)
        // Several targets an indicator: each has its own parts.
        .join(broadcast(wanted), QUARTER, "inner")
        .filter(col(PART_SECTOR).equalTo(col(PlanProgressTable.SECTOR_CODE)))
        .filter(col(PART_PLACE).equalTo(col(TARGET_PLACE)))
        .withColumn(PART_ORDER, turn)
        .filter(col(PART_ORDER).leq(WeakTargets.PARTS_OF_A_KIND))
        .select(
            col(WeakIndicatorTable.TARGET_ID),
            col(WeakIndicatorTable.YEAR),
            col(WeakIndicatorTable.QUARTER),
            col(WeakIndicatorTable.PART_KIND),
            col(WeakIndicatorTable.PART_CODE),
            col(WeakIndicatorTable.PULL_POINTS),
            col(PART_ORDER));
  }

  /** Cells that are a part of a target, with the place and sector of which they are part. */
  private static Dataset<Row> candidates(Dataset<Row> indicators, Catalog catalog) {
    Column ofTownship =
        part(
            WeakIndicatorTable.TOWNSHIP,
            col(IndicatorTable.TOWNSHIP_CODE),
            col(IndicatorTable.SECTOR_CODE),
            lit(catalog.district().code()));
    Column ofSector =
        part(
            WeakIndicatorTable.SECTOR,
            col(IndicatorTable.SECTOR_CODE),
            lit(Sector.ALL),
            col(IndicatorTable.TOWNSHIP_CODE));
    Column open =
        col(IndicatorTable.PULL_POINTS)
            .isNotNull()
            .and(not(coalesce(col(IndicatorTable.WITHHELD), lit(false))));
    Column parts =
        array(when(Ranks.isTownship(catalog), ofTownship), when(isNamed(catalog), ofSector));
    return indicators
        .filter(open)
        .select(
            col(IndicatorTable.INDICATOR),
            col(IndicatorTable.YEAR),
            col(IndicatorTable.QUARTER),
            col(IndicatorTable.PULL_POINTS),
            explode(array_compact(parts)).as(PART))
        .select(col("*"), col(PART + ".*"))
        .drop(PART);
  }

  private static Column part(String kind, Column code, Column sector, Column place) {
    return struct(
        lit(kind).as(WeakIndicatorTable.PART_KIND),
        code.as(WeakIndicatorTable.PART_CODE),
        sector.as(PART_SECTOR),
        place.as(PART_PLACE));
  }

  /** Of the district the finest sectors that the indicator has, of a township its sections. */
  private static Column isNamed(Catalog catalog) {
    Column byDivision =
        IndicatorSet.that(catalog, of -> of.sectorDetail() == SectorDetail.DIVISION);
    Column bySection = IndicatorSet.that(catalog, of -> of.sectorDetail() == SectorDetail.SECTION);
    Column isDivision = isAtLevel(catalog, Sector.Level.DIVISION);
    Column isSection = isAtLevel(catalog, Sector.Level.SECTION);
    Column isFinest = byDivision.and(isDivision).or(bySection.and(isSection));
    return when(col(IndicatorTable.TOWNSHIP_CODE).equalTo(catalog.district().code()), isFinest)
        .otherwise(Ranks.isTownship(catalog).and(byDivision.or(bySection)).and(isSection));
  }

  private static Column isAtLevel(Catalog catalog, Sector.Level level) {
    return col(IndicatorTable.SECTOR_CODE).isin(catalog.sectorCodes(level).toArray());
  }

  private static Column placeOrder() {
    Column[] worst = WeakTargets.worstFirst();
    Column[] order =
        Stream.concat(
                Arrays.stream(worst),
                Stream.of(
                    col(WeakIndicatorTable.PART_KIND).desc_nulls_last(), col(PART_ORDER).asc()))
            .toArray(Column[]::new);
    return row_number()
        .over(
            Window.partitionBy(WeakIndicatorTable.YEAR, WeakIndicatorTable.QUARTER).orderBy(order));
  }

  private static Column[] append(String[] names, String last) {
    return Stream.concat(Arrays.stream(names), Stream.of(last))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }
}
