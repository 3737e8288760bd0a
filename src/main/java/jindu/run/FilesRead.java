package jindu.run;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.sql.Date;
import java.util.HashMap;
import java.util.Map;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What ingest made of each file, counted before anything else is done with the rows. */
final class FilesRead {

  private FilesRead() {}

  /**
   * The files by delivery id, not yet judged.
   *
   * @param decoded rows of {@link ReturnTable}
   */
  static Map<String, FileAccount> of(Dataset<Row> decoded) {
    Map<String, FileAccount> read = new HashMap<>();
    for (Row row :
        decoded
            .groupBy(
                ReturnTable.DELIVERY_ID,
                ReturnTable.FORM,
                ReturnTable.PATH,
                ReturnTable.CONTENT_HASH,
                ReturnTable.RECEIVED_DATE)
            .agg(count(lit(1)), max(ReturnTable.SKIPPED_SHEETS), max(ReturnTable.UNKNOWN_HEADERS))
            .collectAsList()) {
      read.put(
          row.getString(0),
          FileAccount.read(
              row.getString(0),
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.<Date>getAs(4).toLocalDate(),
              row.getLong(5),
              row.getString(6),
              row.getString(7)));
    }
    return read;
  }
}
