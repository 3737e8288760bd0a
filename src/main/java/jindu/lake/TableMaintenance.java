package jindu.lake;

import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.time.Duration;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.ContentSummary;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * Keeps a table as quick to read as its rows allow, however many nights have written to it. No row
 * is changed by it; the lake must be held.
 */
public final class TableMaintenance {

  /** Below it a file is put together with others: reading so much takes as long as opening it. */
  private static final long SMALL = 64L << 20;

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
   * Deletes files that hold no row of the table any more.
   *
   * @param kept of files that were replaced, those of so long ago stay for who is still reading
   *     them
   */
  public void vacuum(Duration kept) {
    lake.requireHeld();
    // Delta takes a week for the least, because it does not know who writes: here nobody else does.
    spark.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", false);
    delta().vacuum((double) kept.toMinutes() / Duration.ofHours(1).toMinutes());
  }

  /**
   * Sums the log up, and deletes commits that are summed up for longer than Delta's own retention
   * of logs, thirty days.
   */
  public void sumUp() {
    lake.requireHeld();
    DeltaLog log = DeltaLog.forTable(spark, lake.zone(table.name()));
    log.checkpoint(
        log.update(false, scala.Option.empty(), scala.Option.empty()), scala.Option.empty());
  }

  private DeltaTable delta() {
    return DeltaTable.forPath(spark, lake.zone(table.name()).toString());
  }
}
