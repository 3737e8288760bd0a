package jindu.benchmark;

import java.nio.file.Path;
import jindu.run.Sessions;
import jindu.table.CellTable;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Our cells as stored, unprotected, written down for an engine that knows no Delta. */
public final class StoredCells {

  private StoredCells() {}

  /** Writes the cells of the lake at {@code lake} as Parquet into the folder {@code target}. */
  public static void write(Path lake, Path target) {
    SparkSession spark = Sessions.start(null);
    spark
        .read()
        .format("delta")
        .load(lake.resolve(CellTable.DEFINITION.name()).toString())
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(target.toString());
  }
}
