package jindu.run;

import java.io.IOException;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The publication in force, as its readers see it. */
public final class Publication {

  private final Path folder;

  private Publication(Path folder) {
    this.folder = folder;
  }

  /** The publication in force of the lake at {@code location}. */
  public static Publication inForce(String location) throws IOException, RunException {
    PublishedZone zone = new PublishedZone(Lake.toRead(location));
    return new Publication(
        zone.folder(
            zone.current()
                .orElseThrow(
                    () -> new RunException(RunException.Kind.NOTHING_PUBLISHED, location))));
  }

  /** A publication that was made, in force or not. */
  static Publication of(Lake lake, String id) {
    return new Publication(new PublishedZone(lake).folder(id));
  }

  /** The rows of a published table. */
  public Dataset<Row> read(SparkSession spark, TableDefinition table) {
    return spark.read().schema(table.schema()).parquet(new Path(folder, table.name()).toString());
  }
}
