package jindu.run;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that are worked out once, before the queries that read them: what follows is planned without
 * the plan by which they were made.
 */
final class SettledRows {

  private SettledRows() {}

  /**
   * The same rows, held by the executors.
   *
   * <p>By nothing else: who loses them cannot make them again. So on a cluster two executors hold
   * each of them, and of a lost one Spark copies what it held to another.
   */
  static Dataset<Row> of(Dataset<Row> rows) {
    return rows.sparkSession().sparkContext().isLocal()
        ? rows.localCheckpoint()
        : rows.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK_2());
  }
}
