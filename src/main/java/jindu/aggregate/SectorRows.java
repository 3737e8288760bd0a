package jindu.aggregate;

import static jindu.aggregate.Steps.DIVISION;
import static jindu.aggregate.Steps.SECTION;
import static jindu.aggregate.Steps.STRATA;
import static jindu.table.ObservationTable.SECTOR_CODE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Sector;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * For every sector its division, its section, and its division's place in 三次产业; unique by code. A
 * section has no division, and so no P1 to P3 (method.md section 5).
 */
final class SectorRows {

  private static final StructType SCHEMA =
      new StructType()
          .add(SECTOR_CODE, Types.TEXT)
          .add(DIVISION, Types.TEXT)
          .add(SECTION, Types.TEXT)
          .add(STRATA, Types.TEXT);

  private SectorRows() {}

  static Dataset<Row> of(SparkSession spark, Catalog catalog) {
    List<Row> rows = new ArrayList<>();
    for (Sector sector : catalog.sectors().values()) {
      Sector division = division(sector, catalog.sectors());
      rows.add(
          RowFactory.create(
              sector.code(),
              division == null ? null : division.code(),
              sector.section(),
              division == null || division.strata().isEmpty() ? null : division.strata()));
    }
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static Sector division(Sector sector, Map<String, Sector> sectors) {
    Sector ancestor = sector;
    while (ancestor != null && ancestor.level() != Sector.Level.DIVISION) {
      ancestor = sectors.get(ancestor.parent());
    }
    return ancestor;
  }
}
