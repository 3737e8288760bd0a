package jindu.aggregate;

import static jindu.aggregate.Steps.ADMINISTRATIVE;
import static jindu.aggregate.Steps.BASE;
import static jindu.aggregate.Steps.DIVISION;
import static jindu.aggregate.Steps.KIND;
import static jindu.aggregate.Steps.LOWEST_PLACE;
import static jindu.aggregate.Steps.MEASURE;
import static jindu.aggregate.Steps.SECTION;
import static jindu.aggregate.Steps.SECTOR_DETAIL;
import static jindu.aggregate.Steps.STRATA;
import static jindu.table.IndicatorTable.INDICATOR;
import static jindu.table.IndicatorTable.SECTOR_CODE;
import static jindu.table.IndicatorTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Indicator.Kind;
import jindu.core.Indicator.LowestPlace;
import jindu.core.Indicator.SectorDetail;
import jindu.core.Place;
import jindu.core.Sector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every level of place and sector that a contribution counts in (method.md section 5).
 *
 * <p>Sectors: division and section, division and P1 to P3, and ALL. Places: its own, where the
 * indicator goes that low, and the district. A place that is not of the district, the city's or a
 * peer's, stands for itself alone.
 */
final class Levels {

  /** What this step and the sums after it need of a contribution. */
  static final List<String> NEEDED =
      List.of(
          INDICATOR,
          MEASURE,
          BASE,
          ADMINISTRATIVE,
          KIND,
          LOWEST_PLACE,
          SECTOR_DETAIL,
          TOWNSHIP_CODE,
          UNIT_GROUP,
          DIVISION,
          SECTION,
          STRATA);

  private Levels() {}

  static Dataset<Row> of(Dataset<Row> quarters, Catalog catalog) {
    return quarters
        .withColumn(TOWNSHIP_CODE, explode(places(catalog)))
        .withColumn(SECTOR_CODE, explode(sectors()))
        .drop(KIND, LOWEST_PLACE, SECTOR_DETAIL, DIVISION, SECTION, STRATA);
  }

  /** The place that a delivered level is about: the district's own comes under its remainder. */
  static Column placeOfLevel(Column place, Catalog catalog) {
    return when(place.isin(codes(catalog, Place.Kind.REMAINDER)), lit(catalog.district().code()))
        .otherwise(place);
  }

  private static Column places(Catalog catalog) {
    Column own = col(TOWNSHIP_CODE);
    Column district = lit(catalog.district().code());
    Column isPart =
        own.isin(codes(catalog, Place.Kind.TOWNSHIP))
            .or(own.isin(codes(catalog, Place.Kind.REMAINDER)));
    Column isDistrictOnly = col(LOWEST_PLACE).equalTo(LowestPlace.DISTRICT.code());
    Column isLevel = col(KIND).equalTo(Kind.LEVEL.code());
    return when(isPart.and(isDistrictOnly), array(district))
        .when(isLevel, array(placeOfLevel(own, catalog)))
        .when(isPart, array(own, district))
        .otherwise(array(own));
  }

  private static Column sectors() {
    Column detail = col(SECTOR_DETAIL);
    Column isDetailed = detail.notEqual(SectorDetail.NONE.code());
    return array_compact(
        array(
            lit(Sector.ALL),
            when(isDetailed, col(STRATA)),
            when(isDetailed, col(SECTION)),
            when(detail.equalTo(SectorDetail.DIVISION.code()), col(DIVISION))));
  }

  private static Object[] codes(Catalog catalog, Place.Kind kind) {
    return catalog.places().stream()
        .filter(place -> place.kind() == kind)
        .map(Place::code)
        .toArray();
  }
}
