package jindu.lake;

import jindu.table.TableDefinition;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The Delta tables of a lake: read, replace, append; every commit bears the batch that made it. */
public final class DeltaTables {

  private final SparkSession spark;
  private final Lake lake;

  public DeltaTables(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** Whether the table was ever written. */
  public boolean exists(TableDefinition table) {
    return lake.exists(new Path(lake.zone(table.name()), "_delta_log"));
  }

  /** The rows of a table; none when it was never written. */
  public Dataset<Row> read(TableDefinition table) {
    if (!exists(table)) {
      return spark.createDataFrame(java.util.List.of(), table.schema());
    }
    return table.select(spark.read().format("delta").load(location(table)));
  }

  /** Puts {@code rows} in the place of all that the table held, in one commit. */
  public void replace(TableDefinition table, Dataset<Row> rows, String batch) {
    write(table, rows, batch, SaveMode.Overwrite);
  }

  /**
   * Adds {@code rows}; the same batch and {@code step} add nothing the second time, so that a batch
   * that is tried again after a crash does not write twice. A table of before a column was added
   * gets it.
   *
   * @param number the batch's number, growing
   */
  public void append(
      TableDefinition table, Dataset<Row> rows, String batch, String step, long number) {
    table
        .select(rows)
        .write()
        .format("delta")
        .mode(SaveMode.Append)
        .option("userMetadata", batch)
        .option("txnAppId", table.name() + "/" + step)
        .option("txnVersion", number)
        .option("mergeSchema", "true")
        .save(location(table));
  }

  private void write(TableDefinition table, Dataset<Row> rows, String batch, SaveMode mode) {
    table
        .select(rows)
        .write()
        .format("delta")
        .mode(mode)
        .option("userMetadata", batch)
        .option("overwriteSchema", "true")
        .save(location(table));
  }

  private String location(TableDefinition table) {
    return lake.zone(table.name()).toString();
  }
}
