package jindu.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Rows that are computed once in a stage and read many times: what Spark remembers of how they are
 * made ends here. Where rows are only held in memory, each table made from others carries the plans
 * of them all, and a driver's memory goes to plans.
 *
 * <p>The folder is the owner's alone, no table of the lake, and gone when it is closed; what a
 * batch that died left is gone when the next one begins.
 */
public final class Staging implements AutoCloseable {

  private static final String FOLDER = "_staging";

  private final SparkSession spark;
  private final Lake lake;
  private boolean isBegun;

  public Staging(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * Writes the rows and returns them as they are stored.
   *
   * @param name given once
   */
  public Dataset<Row> write(String name, Dataset<Row> rows) throws IOException {
    lake.requireHeld();
    if (!isBegun) {
      lake.files().delete(lake.zone(FOLDER), true);
      lake.ownersFolder(FOLDER);
      isBegun = true;
    }
    String folder = new Path(lake.zone(FOLDER), name).toString();
    rows.write().mode(SaveMode.ErrorIfExists).parquet(folder);
    return spark.read().schema(rows.schema()).parquet(folder);
  }

  /**
   * Deletes the rows; what cannot be deleted waits for the next that stages. Who lost the lake
   * leaves them: by now the folder may be another's.
   */
  @Override
  public void close() {
    if (!isBegun) {
      return;
    }
    isBegun = false;
    try {
      lake.requireHeld();
      lake.files().delete(lake.zone(FOLDER), true);
    } catch (IOException | UncheckedIOException | LostLockException waits) {
      // What there was to do is done, or has failed with an error of its own. The next one stages
      // only where it can delete this.
    }
  }
}
