package jindu.benchmark;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_values;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.nio.file.Path;
import jindu.catalog.Catalog;
import jindu.run.InboxRows;
import jindu.run.Sessions;
import jindu.table.ReturnTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** An inbox by this project's ingest, its rows going nowhere. */
final class OurReading {

  private OurReading() {}

  static Reading of(Catalog catalog, Path inbox) throws IOException {
    SparkSession spark = Sessions.start(null);
    Dataset<Row> rows = InboxRows.of(spark, inbox, catalog.forms());
    ReadingClock clock = ReadingClock.start();
    rows.write().format("noop").mode(SaveMode.Overwrite).save();
    Reading read = clock.stop();
    // Each action reads again, so that what is counted is in nobody's seconds.
    Column texts = map_values(col(ReturnTable.CELLS));
    Row found =
        rows.where(col(ReturnTable.REFUSAL).isNull())
            .agg(count(lit(1)), sum(size(texts)), sum(length(array_join(texts, ""))))
            .head();
    return read.and(found.getLong(0), total(found, 1), total(found, 2));
  }

  /** The sum of no rows is null. */
  private static long total(Row found, int column) {
    return found.isNullAt(column) ? 0 : found.getLong(column);
  }
}
