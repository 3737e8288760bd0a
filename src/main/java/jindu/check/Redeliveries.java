package jindu.check;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What mended refused files, and refused rows of which unit or period could not be read: the file
 * delivered again on a later day under the same name, whatever the folder of its day, with every
 * return readable and of periods that had ended when the refused one was received (next month's
 * file often has the same name, and mends nothing). A row that says which return it is needs no
 * name; {@link Vintages} finds the return that resolves it.
 */
final class Redeliveries {

  private static final String NAME = "delivered_name";
  private static final String REDELIVERED_NAME = "redelivered_name";
  private static final String REDELIVERED = "redelivered";
  private static final String MENDED = "mended";
  private static final String IS_UNREADABLE = "is_unreadable";
  private static final String FOLDER_OF_A_DAY = "/[0-9]{4}-[0-9]{2}-[0-9]{2}/";

  private Redeliveries() {}

  /**
   * Left join on the name; one row a name on the right, which is grouped by it.
   *
   * @param refused quarantined rows of {@code verdicts}
   */
  static Dataset<Row> resolve(Dataset<Row> refused, Dataset<Row> verdicts) {
    return refused
        .withColumn(NAME, name())
        .join(readable(verdicts), col(NAME).equalTo(col(REDELIVERED_NAME)), "left")
        .withColumn(MENDED, when(not(Vintages.isKeyed()), firstThatMends()))
        .withColumns(
            Map.of(
                VerdictTable.RESOLVED_BY,
                coalesce(col(VerdictTable.RESOLVED_BY), mended(VerdictTable.PATH)),
                VerdictTable.RESOLVED_DATE,
                coalesce(col(VerdictTable.RESOLVED_DATE), mended(VerdictTable.RECEIVED_DATE))))
        .drop(NAME, REDELIVERED_NAME, REDELIVERED, MENDED);
  }

  /** The deliveries of each name in which every return could be read, in the order received. */
  private static Dataset<Row> readable(Dataset<Row> verdicts) {
    Column delivery =
        struct(col(VerdictTable.RECEIVED_DATE), col(VerdictTable.PATH), col(VerdictTable.PERIOD));
    return verdicts
        .groupBy(VerdictTable.PATH, VerdictTable.DELIVERY_ID)
        .agg(
            max(VerdictTable.RECEIVED_DATE).as(VerdictTable.RECEIVED_DATE),
            max(VerdictTable.PERIOD).as(VerdictTable.PERIOD),
            bool_or(not(Vintages.isKeyed())).as(IS_UNREADABLE))
        .where(not(col(IS_UNREADABLE)))
        .groupBy(name().as(REDELIVERED_NAME))
        .agg(sort_array(collect_list(delivery)).as(REDELIVERED));
  }

  private static Column name() {
    return regexp_replace(col(VerdictTable.PATH), FOLDER_OF_A_DAY, "/");
  }

  private static Column firstThatMends() {
    Column received = col(VerdictTable.RECEIVED_DATE);
    Column month = substring(received.cast("string"), 1, "2020-07".length());
    Column mending =
        filter(
            col(REDELIVERED),
            delivery ->
                delivery
                    .getField(VerdictTable.RECEIVED_DATE)
                    .gt(received)
                    .and(delivery.getField(VerdictTable.PERIOD).lt(month)));
    return try_element_at(mending, lit(1));
  }

  private static Column mended(String field) {
    return col(MENDED).getField(field);
  }
}
