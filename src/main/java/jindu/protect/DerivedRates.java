package jindu.protect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.table.IndicatorTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** A ratio says as much as its sums: it is withheld where one of them is. */
final class DerivedRates {

  private static final String RATE = "rate";
  private static final String CLOSED_BY_SUM = "closed_by_sum";
  private static final StructType SCHEMA =
      new StructType().add(IndicatorTable.INDICATOR, Types.TEXT).add(RATE, Types.TEXT);

  private DerivedRates() {}

  /** The rows with {@link IndicatorTable#WITHHELD} also true for the rates of withheld sums. */
  static Dataset<Row> withheldWithTheirSums(Dataset<Row> rows, Catalog catalog) {
    Dataset<Row> rates = rows.sparkSession().createDataFrame(parts(catalog), SCHEMA);
    Dataset<Row> closed =
        rows.filter(col(IndicatorTable.WITHHELD))
            // A sum may stand in several rates: one row for each is meant.
            .join(broadcast(rates), IndicatorTable.INDICATOR)
            .select(cell(col(RATE).as(IndicatorTable.INDICATOR)))
            .distinct()
            .withColumn(CLOSED_BY_SUM, lit(true));
    Column withheld = col(IndicatorTable.WITHHELD).or(coalesce(col(CLOSED_BY_SUM), lit(false)));
    return rows
        // One row a cell on the right: distinct over the columns of the join.
        .join(closed, IndicatorTable.DEFINITION.key().toArray(String[]::new), "left")
        .withColumn(IndicatorTable.WITHHELD, withheld);
  }

  private static List<Row> parts(Catalog catalog) {
    List<Row> parts = new ArrayList<>();
    for (Indicator rate : Respondents.rates(catalog)) {
      parts.add(RowFactory.create(rate.numerator(), rate.code()));
      parts.add(RowFactory.create(rate.denominator(), rate.code()));
    }
    return parts;
  }

  private static Column[] cell(Column indicator) {
    return new Column[] {
      indicator,
      col(IndicatorTable.TOWNSHIP_CODE),
      col(IndicatorTable.SECTOR_CODE),
      col(IndicatorTable.YEAR),
      col(IndicatorTable.QUARTER)
    };
  }
}
