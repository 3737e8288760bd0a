package jindu.lake;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.util.Map;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.ContentSummary;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import scala.Console;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Keeps a table as quick to read as its rows allow, however many nights have written to it. No row
 * is changed by it; the lake must be held.
 */
public final class TableMaintenance {

  /** A file below it is put together with others of its folder. */
  private static final long SMALL = 64L << 20;

  /** Delta's own retention of logs: what lies longer behind the last sum is deleted. */
  private static final long LOG_DAYS = 30;

  private static final String KEPT = "delta.deletedFileRetentionDuration";
  private static final String LOGGED = "delta.logRetentionDuration";

  private final SparkSession spark;
  private final Lake lake;
  private final TableDefinition table;

  /** A table that is there. */
  public TableMaintenance(SparkSession spark, Lake lake, TableDefinition table) {
    this.spark = spark;
    this.lake = lake;
    this.table = table;
  }

  /** Files of the table and its log, and their bytes. */
  public record Size(long files, long bytes) {}

  /** What lies in the table's folder, whether the table still needs it or not. */
  public Size size() throws IOException {
    ContentSummary all = lake.files().getContentSummary(lake.zone(table.name()));
    return new Size(all.getFileCount(), all.getLength());
  }

  /** Puts the small files of each folder together; those they replace stay. */
  public void compact() {
    lake.requireHeld();
    spark.conf().set("spark.databricks.delta.optimize.minFileSize", SMALL);
    spark.conf().set("spark.databricks.delta.optimize.maxFileSize", SMALL);
    delta().optimize().executeCompaction();
  }

  /**
   * States how long files stay that were replaced, where the table states something else.
   *
   * @param days for who is still reading them
   */
  public void keep(int days) {
    lake.requireHeld();
    String stated = interval(days);
    Map<String, String> properties =
        CollectionConverters.asJava(log().update(false, none(), none()).metadata().configuration());
    if (!stated.equals(properties.get(KEPT))) {
      spark.sql(
          "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('%s' = '%s', '%s' = '%s')"
              .formatted(
                  location().replace("`", "``"),
                  KEPT,
                  stated,
                  LOGGED,
                  interval(Math.max(days, LOG_DAYS))));
    }
  }

  /** Deletes files that hold no row of the table any more, as {@link #keep} states. */
  public void vacuum() {
    lake.requireHeld();
    // Delta takes a week for the least, because it does not know who writes: here nobody else does.
    spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", false);
    // Two commits to tell of it would make every run a change.
    spark.conf().set("spark.databricks.delta.vacuum.logging.enabled", false);
    // It tells of itself on standard output, which is for results.
    Console.withOut(System.err, () -> delta().vacuum());
  }

  /** Sums the log up, and deletes commits that were summed up long ago. */
  public void sumUp() {
    lake.requireHeld();
    Snapshot now = log().update(false, none(), none());
    String sum = "%020d.checkpoint".formatted(now.version());
    Path folder = new Path(lake.zone(table.name()), DeltaTables.LOG);
    if (lake.names(folder).stream().anyMatch(name -> name.startsWith(sum))) {
      log().doLogCleanup(now, none());
    } else {
      log().checkpoint(now, none());
    }
  }

  private DeltaLog log() {
    return DeltaLog.forTable(spark, lake.zone(table.name()));
  }

  private static <T> Option<T> none() {
    return Option.empty();
  }

  private static String interval(long days) {
    return "interval %d days".formatted(days);
  }

  private String location() {
    return lake.zone(table.name()).toString();
  }

  private DeltaTable delta() {
    return DeltaTable.forPath(spark, location());
  }
}
