package jindu.benchmark;

import java.nio.file.Path;
import java.util.List;
import jindu.run.Sessions;
import jindu.table.CellTable;
import jindu.table.PlanProgressTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** Our figures as stored, unprotected, written down for an engine that knows no Delta. */
public final class StoredCells {

  /** Cells, and how much of the plan is done. */
  private static final List<TableDefinition> TABLES =
      List.of(CellTable.DEFINITION, PlanProgressTable.UNPROTECTED);

  private StoredCells() {}

  /**
   * Writes the tables of the lake at {@code lake} as Parquet into the folder {@code target}, a
   * folder a table.
   */
  public static void write(Path lake, Path target) {
    SparkSession spark = Sessions.start(null);
    for (TableDefinition table : TABLES) {
      spark
          .read()
          .format("delta")
          .load(lake.resolve(table.name()).toString())
          .coalesce(1)
          .write()
          .mode(SaveMode.Overwrite)
          .parquet(target.resolve(table.name()).toString());
    }
  }

  /** The files of the cells below {@code target}. */
  static Path cells(Path target) {
    return target.resolve(CellTable.DEFINITION.name()).resolve("*.parquet");
  }

  /** The files of the plan's progress below {@code target}. */
  static Path progress(Path target) {
    return target.resolve(PlanProgressTable.UNPROTECTED.name()).resolve("*.parquet");
  }
}
