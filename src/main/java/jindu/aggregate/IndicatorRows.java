package jindu.aggregate;

import static jindu.aggregate.Steps.KIND;
import static jindu.aggregate.Steps.LOWEST_PLACE;
import static jindu.aggregate.Steps.SECTOR_DETAIL;
import static jindu.table.IndicatorTable.INDICATOR;
import static jindu.table.IndicatorTable.UNIT;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What the catalog says of each indicator; unique by code. */
final class IndicatorRows {

  /** Whether the headline growth is the one at comparable prices. */
  static final String COMPARABLE = "comparable";

  private static final StructType SCHEMA =
      new StructType()
          .add(INDICATOR, Types.TEXT)
          .add(UNIT, Types.TEXT)
          .add(KIND, Types.TEXT)
          .add(LOWEST_PLACE, Types.TEXT)
          .add(SECTOR_DETAIL, Types.TEXT)
          .add(COMPARABLE, Types.CLAIM);

  private IndicatorRows() {}

  static Dataset<Row> of(SparkSession spark, Catalog catalog) {
    List<Row> rows =
        catalog.indicators().values().stream()
            .map(
                indicator ->
                    RowFactory.create(
                        indicator.code(),
                        indicator.unit(),
                        indicator.kind().code(),
                        indicator.lowestPlace().code(),
                        indicator.sectorDetail().code(),
                        indicator.comparable()))
            .toList();
    return spark.createDataFrame(rows, SCHEMA);
  }
}
