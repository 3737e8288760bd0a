package jindu.protect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import jindu.catalog.Catalog;
import jindu.core.Sector;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;

/**
 * How fine a cell is: the district or a part of it, by all sectors, a stratum, a section or a
 * division. Whoever subtracts, subtracts cells of one level from a coarser one.
 */
final class DetailLevel {

  private DetailLevel() {}

  /** The level of a row with place and sector. */
  static Column of(Catalog catalog) {
    Column place = col(IndicatorTable.TOWNSHIP_CODE);
    Column sector = col(IndicatorTable.SECTOR_CODE);
    Object[] sections = catalog.sectorCodes(Sector.Level.SECTION).toArray();
    return concat(
        when(place.equalTo(catalog.district().code()), lit("district ")).otherwise(lit("part ")),
        when(sector.equalTo(Sector.ALL), lit("all"))
            .when(sector.isin(Sector.STRATA.toArray()), lit("stratum"))
            .when(sector.isin(sections), lit("section"))
            .otherwise(lit("division")));
  }
}
