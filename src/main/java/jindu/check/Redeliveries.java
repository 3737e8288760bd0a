package jindu.check;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What mended refused files, and refused rows of which unit or period could not be read: the same
 * path delivered again, without such rows. A row that says which return it is needs no path; {@link
 * Vintages} finds the return that resolves it.
 */
final class Redeliveries {

  private static final String PATH = "redelivered_path";
  private static final String DATE = "redelivered_date";
  private static final String IS_UNREADABLE = "is_unreadable";

  private Redeliveries() {}

  /**
   * Left join on the path; one row a path on the right, which is grouped by it.
   *
   * @param refused quarantined rows of {@code verdicts}
   */
  static Dataset<Row> resolve(Dataset<Row> refused, Dataset<Row> verdicts) {
    Column isResolved = not(Vintages.isKeyed()).and(col(DATE).geq(col(VerdictTable.RECEIVED_DATE)));
    return refused
        .join(readable(verdicts), col(VerdictTable.PATH).equalTo(col(PATH)), "left")
        .withColumns(
            Map.of(
                VerdictTable.RESOLVED_BY,
                coalesce(col(VerdictTable.RESOLVED_BY), when(isResolved, col(PATH))),
                VerdictTable.RESOLVED_DATE,
                coalesce(col(VerdictTable.RESOLVED_DATE), when(isResolved, col(DATE)))))
        .drop(PATH, DATE);
  }

  /** The latest day on which each path brought a file of which every return could be read. */
  private static Dataset<Row> readable(Dataset<Row> verdicts) {
    return verdicts
        .groupBy(VerdictTable.PATH, VerdictTable.DELIVERY_ID)
        .agg(
            max(VerdictTable.RECEIVED_DATE).as(DATE),
            bool_or(not(Vintages.isKeyed())).as(IS_UNREADABLE))
        .where(not(col(IS_UNREADABLE)))
        .groupBy(col(VerdictTable.PATH).as(PATH))
        .agg(max(DATE).as(DATE));
  }
}
