package jindu.run;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import jindu.publish.dashboard.Dashboard;
import jindu.publish.workbook.PublicationWorkbook;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A publication, as its readers see it; found without Spark. */
public final class Publication {

  private final String id;
  private final Lake lake;
  private final PublishedZone zone;

  private Publication(Lake lake, String id) {
    this.id = id;
    this.lake = lake;
    this.zone = new PublishedZone(lake);
  }

  /** The publication in force of the lake at {@code location}. */
  public static Publication inForce(String location) throws IOException, RunException {
    Lake lake = Lake.toRead(location);
    return new Publication(
        lake,
        new PublishedZone(lake)
            .current()
            .orElseThrow(() -> new RunException(RunException.Kind.NOTHING_PUBLISHED, location)));
  }

  /**
   * An earlier one, or the one in force.
   *
   * @throws RunException when there is none with the id
   */
  public static Publication withId(String location, String id) throws IOException, RunException {
    Lake lake = Lake.toRead(location);
    return new Publication(lake, Publications.of(lake).withId(id).id());
  }

  /**
   * The last one as of the day or before.
   *
   * @throws RunException when there is none
   */
  public static Publication asOf(String location, LocalDate day) throws IOException, RunException {
    Lake lake = Lake.toRead(location);
    return new Publication(lake, Publications.of(lake).on(day).id());
  }

  /**
   * Where readers find what is in force.
   *
   * @param tables the folder of its tables
   */
  public record Places(String tables, String workbook, String dashboard) {}

  /** Where readers of the lake at {@code location} find what is in force. */
  public static Places places(String location) {
    Path current = new Path(location, "published/current");
    return new Places(
        current.toString(),
        new Path(current, PublicationWorkbook.NAME).toString(),
        new Path(current, Dashboard.NAME).toString());
  }

  /** A publication that was made, in force or not. */
  static Publication of(Lake lake, String id) {
    return new Publication(lake, id);
  }

  public String id() {
    return id;
  }

  /** The folder of a table; empty where the publication was made before there was such a table. */
  public Optional<Path> folder(TableDefinition table) throws IOException {
    return zone.has(id + "/" + table.name())
        ? Optional.of(new Path(zone.folder(id), table.name()))
        : Optional.empty();
  }

  /**
   * Where it stands among the others.
   *
   * @param inForce the one in force now
   * @param inItsPlace what {@code publish --back} put in the place of this one, if it did
   */
  public record Standing(LocalDate asOf, String inForce, Optional<String> inItsPlace) {}

  /** Where it stands among the others, by what lies in {@code published/}. */
  public Standing standing() throws IOException, RunException {
    Publications all = Publications.of(lake);
    Publications.Made own = all.withId(id);
    return new Standing(own.asOf(), all.current().orElse(id), all.inPlaceOf(own));
  }

  /**
   * The rows of a published table.
   *
   * @throws RunException when the publication was made before there was such a table
   */
  public Dataset<Row> read(SparkSession spark, TableDefinition table)
      throws IOException, RunException {
    Path folder =
        folder(table)
            .orElseThrow(
                () -> new RunException(RunException.Kind.NOT_IN_PUBLICATION, id, table.name()));
    return spark.read().schema(table.schema()).parquet(folder.toString());
  }
}
