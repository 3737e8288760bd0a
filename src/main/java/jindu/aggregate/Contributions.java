package jindu.aggregate;

import static jindu.aggregate.FeedRows.INDICATOR_ATTRIBUTE;
import static jindu.aggregate.FeedRows.WHERE_ATTRIBUTE;
import static jindu.aggregate.FeedRows.WHERE_VALUES;
import static jindu.aggregate.Steps.BASE_FACTOR;
import static jindu.aggregate.Steps.BEFORE;
import static jindu.aggregate.Steps.DIVISION;
import static jindu.aggregate.Steps.LAST_YEAR;
import static jindu.aggregate.Steps.LATEST;
import static jindu.aggregate.Steps.MONTHS;
import static jindu.aggregate.Steps.MONTHS_ALONE;
import static jindu.aggregate.Steps.NOW;
import static jindu.aggregate.Steps.ON_DUE;
import static jindu.aggregate.Steps.ON_DUE_YTD;
import static jindu.aggregate.Steps.RECEIVED;
import static jindu.aggregate.Steps.RECEIVED_YTD;
import static jindu.aggregate.Steps.SAME_PERIOD;
import static jindu.aggregate.Steps.SIZE;
import static jindu.aggregate.Steps.SOURCE_INDICATOR;
import static jindu.aggregate.Steps.STRATA;
import static jindu.aggregate.Steps.YTD;
import static jindu.aggregate.Steps.before;
import static jindu.table.ObservationTable.ATTRIBUTES;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.ITEM;
import static jindu.table.ObservationTable.SECTOR_CODE;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.try_element_at;

import java.math.BigDecimal;
import java.util.Map;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What each unit brings to each indicator: its year to date at the end of the quarter and of the
 * one before, and what is told beside it.
 */
final class Contributions {

  private Contributions() {}

  static Dataset<Row> of(Dataset<Row> countedQuarters, Catalog catalog) {
    return countedQuarters
        .transform(rows -> fed(rows, catalog))
        .transform(rows -> placed(rows, catalog))
        .transform(rows -> withFactors(rows, catalog))
        .transform(Contributions::converted);
  }

  /** The right side has a row for each indicator that the item feeds: rows multiply on purpose. */
  private static Dataset<Row> fed(Dataset<Row> quarters, Catalog catalog) {
    Dataset<Row> feeds = FeedRows.of(quarters.sparkSession(), catalog);
    Column sameItem =
        quarters
            .col(FORM)
            .equalTo(feeds.col(FORM))
            .and(quarters.col(ITEM).equalTo(feeds.col(ITEM)));
    Column named =
        col(INDICATOR_ATTRIBUTE)
            .isNull()
            .or(attribute(INDICATOR_ATTRIBUTE).equalTo(col(SOURCE_INDICATOR)));
    Column selected =
        col(WHERE_ATTRIBUTE)
            .isNull()
            .or(array_contains(col(WHERE_VALUES), attribute(WHERE_ATTRIBUTE)));
    return quarters
        .join(broadcast(feeds), sameItem.and(named).and(selected), "inner")
        .drop(feeds.col(FORM))
        .drop(feeds.col(ITEM));
  }

  private static Column attribute(String nameColumn) {
    return try_element_at(col(LATEST).getField(ATTRIBUTES), col(nameColumn));
  }

  /** Where the return itself states 三次产业, as HS-1 does, its word counts. */
  private static Dataset<Row> placed(Dataset<Row> rows, Catalog catalog) {
    Column stated = col(LATEST).getField(ATTRIBUTES).getItem(STRATA);
    // Unique by sector code: one row an entry of the catalog.
    return rows.withColumns(
            Map.of(
                TOWNSHIP_CODE, col(LATEST).getField(TOWNSHIP_CODE),
                SECTOR_CODE, col(LATEST).getField(SECTOR_CODE),
                UNIT_GROUP, col(LATEST).getField(UNIT_GROUP)))
        .join(broadcast(SectorRows.of(rows.sparkSession(), catalog)), column(SECTOR_CODE), "left")
        .withColumn(STRATA, coalesce(stated, col(STRATA)));
  }

  private static String[] column(String... names) {
    return names;
  }

  /** Both right sides are unique by their join columns: see {@link FactorRows}. */
  private static Dataset<Row> withFactors(Dataset<Row> rows, Catalog catalog) {
    SparkSession spark = rows.sparkSession();
    return rows.join(
            broadcast(FactorRows.divisions(spark, catalog)), column(DIVISION, YEAR), "left")
        .join(broadcast(FactorRows.bases(spark, catalog)), column(SOURCE_INDICATOR, YEAR), "left")
        .withColumn(
            BASE_FACTOR, coalesce(col(BASE_FACTOR), lit(BigDecimal.ONE).cast(FactorRows.FACTOR)));
  }

  private static Dataset<Row> converted(Dataset<Row> rows) {
    return rows.withColumns(
        Map.of(
            YTD,
            Conversions.current(NOW),
            before(YTD),
            Conversions.current(BEFORE),
            SAME_PERIOD,
            Conversions.samePeriod(NOW),
            before(SAME_PERIOD),
            Conversions.samePeriod(BEFORE),
            RECEIVED_YTD,
            Conversions.current(RECEIVED),
            ON_DUE_YTD,
            Conversions.current(ON_DUE),
            MONTHS_ALONE,
            Conversions.months(MONTHS),
            SIZE,
            Conversions.samePeriod(LAST_YEAR)));
  }
}
