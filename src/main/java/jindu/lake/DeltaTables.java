package jindu.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jindu.table.ColumnDefinition;
import jindu.table.TableDefinition;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The Delta tables of a lake: read, as they are or were, replace wholly or in part, append; every
 * commit bears the batch that made it.
 */
public final class DeltaTables {

  static final String LOG = "_delta_log";

  /** Names of commits in a table's log. */
  static final Pattern COMMIT = Pattern.compile("\\d{20}\\.json");

  /** Read once: it takes longer than to read the log of a table. */
  private static final Configuration SETTINGS = readSettings();

  private final SparkSession spark;
  private final Lake lake;
  private final Set<String> read = new TreeSet<>();
  private final Set<String> written = new TreeSet<>();

  public DeltaTables(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /** Settings of this machine for who reads and writes Delta tables without Spark. */
  static Configuration settings() {
    return SETTINGS;
  }

  private static Configuration readSettings() {
    Configuration settings = new Configuration();
    settings.set(DurableLogStore.KERNEL_SETTING, DurableLogStore.class.getName());
    return settings;
  }

  /**
   * Whether the table was ever written: one whose first commit was not made has a log all the same.
   */
  public boolean exists(TableDefinition table) {
    return version(table).isPresent();
  }

  /**
   * The rows of a table; none when it was never written. Its log is read here: Delta would run a
   * Spark job or two for each query.
   */
  public Dataset<Row> read(TableDefinition table) {
    read.add(named(table, version(table)));
    return exists(table) ? listed(table, OptionalLong.empty()) : none(table);
  }

  /**
   * The rows of a table as they were after a commit.
   *
   * @param version as {@link #version} told it then
   */
  public Dataset<Row> read(TableDefinition table, long version) {
    read.add(named(table, OptionalLong.of(version)));
    return listed(table, OptionalLong.of(version));
  }

  /**
   * The Parquet files that hold the rows of a table.
   *
   * @param version as {@link #version} told it, empty for the latest
   */
  public List<String> files(TableDefinition table, OptionalLong version) {
    return new TableLog(lake.zone(table.name()), version).files();
  }

  /** The values of partition columns stand in the names of folders, below {@code basePath}. */
  private Dataset<Row> listed(TableDefinition table, OptionalLong version) {
    List<String> files = files(table, version);
    return files.isEmpty()
        ? none(table)
        : table.select(
            spark
                .read()
                .schema(table.schema())
                .option("basePath", location(table))
                .parquet(files.toArray(String[]::new)));
  }

  /**
   * The number of the last commit of a table, empty when it was never written; read off the names
   * of the log, which costs no job.
   */
  public OptionalLong version(TableDefinition table) {
    return version(table.name());
  }

  /** The same of the table with the name. */
  public OptionalLong version(String table) {
    return lake.names(new Path(lake.zone(table), LOG)).stream()
        .filter(name -> COMMIT.matcher(name).matches())
        .mapToLong(name -> Long.parseLong(name.substring(0, name.indexOf('.'))))
        .max();
  }

  /**
   * Whether the stored table has the columns of its definition. One of an earlier version of the
   * program has not, and can only be replaced as a whole.
   */
  public boolean hasShape(TableDefinition table) {
    return exists(table)
        && columnsOf(table).equals(table.columns().stream().map(ColumnDefinition::name).toList());
  }

  /** No row of the table. */
  public Dataset<Row> none(TableDefinition table) {
    return spark.createDataFrame(List.of(), table.schema());
  }

  private List<String> columnsOf(TableDefinition table) {
    return new TableLog(lake.zone(table.name()), OptionalLong.empty()).columns();
  }

  /** Adds the columns that a table of an earlier version of the program has not. */
  public void widen(TableDefinition table) {
    none(table)
        .write()
        .format("delta")
        .mode(SaveMode.Append)
        .option("mergeSchema", "true")
        .save(location(table));
  }

  /** Takes the table to append to it without Spark jobs; who took it before is refused then. */
  public FencedTable take(TableDefinition table) {
    return FencedTable.take(lake, table, exists(table));
  }

  /** What keeps a table that is there quick to read. */
  public TableMaintenance maintenance(TableDefinition table) {
    return new TableMaintenance(spark, lake, table);
  }

  /** Who changed rows after a version, as each of those commits says. */
  public Set<String> batchesSince(TableDefinition table, long version) throws IOException {
    Set<String> batches = new TreeSet<>();
    long last = version(table).orElse(version);
    for (long commit = version + 1; commit <= last; commit++) {
      if (TableLog.changesRows(lake, table, commit)) {
        batches.add(TableLog.batch(lake, table, commit));
      }
    }
    return batches;
  }

  /**
   * The rows that the commits after a version added; none where there is no such commit.
   *
   * @param version -1 for all there are
   */
  public long rowsSince(TableDefinition table, long version) {
    long rows = 0;
    try {
      for (long commit = version + 1; commit <= version(table).orElse(version); commit++) {
        rows += TableLog.rowsAdded(lake, table, commit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The tables read and written since the last time this was asked. */
  public Used used() {
    Used used = new Used(List.copyOf(read), List.copyOf(written));
    read.clear();
    written.clear();
    return used;
  }

  /**
   * Tables used, each with its version.
   *
   * @param read {@code name@version}; without a version where there was no table
   */
  public record Used(List<String> read, List<String> written) {

    /** The versions in a text of names with versions, separated by spaces; null is an empty one. */
    public static Map<String, Long> versions(String names) {
      Map<String, Long> versions = new TreeMap<>();
      for (String name : names == null ? new String[0] : names.split(" ", -1)) {
        int at = name.indexOf('@');
        if (at > 0) {
          versions.put(name.substring(0, at), Long.parseLong(name.substring(at + 1)));
        }
      }
      return versions;
    }
  }

  private String named(TableDefinition table, OptionalLong version) {
    return version.isPresent() ? table.name() + "@" + version.getAsLong() : table.name();
  }

  /** Puts {@code rows} in the place of all that the table held, in one commit. */
  public void replace(TableDefinition table, Dataset<Row> rows, String batch) {
    lake.requireHeld();
    overwrite(table, rows, batch).option("overwriteSchema", "true").save(location(table));
    written.add(named(table, version(table)));
  }

  /**
   * Puts {@code rows} in the place of those for which {@code part} holds, in one commit; the files
   * of the others stay as they are.
   *
   * @param part on partition columns only; every row fulfils it, or nothing is written
   */
  public void replace(TableDefinition table, Dataset<Row> rows, String part, String batch) {
    lake.requireHeld();
    overwrite(table, rows, batch).option("replaceWhere", part).save(location(table));
    written.add(named(table, version(table)));
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
    lake.requireHeld();
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
    written.add(named(table, version(table)));
  }

  /** One file a folder, its rows in the order of the key, so that a unit's lie side by side. */
  private static DataFrameWriter<Row> overwrite(
      TableDefinition table, Dataset<Row> rows, String batch) {
    Dataset<Row> selected = table.select(rows);
    Dataset<Row> laidOut =
        table.partition().isEmpty()
            ? selected
            : selected
                .repartition(columns(table.partition().stream()))
                .sortWithinPartitions(
                    columns(Stream.concat(table.partition().stream(), table.key().stream())));
    return laidOut
        .write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .partitionBy(table.partition().toArray(String[]::new))
        .option("userMetadata", batch);
  }

  private static Column[] columns(Stream<String> names) {
    return names.distinct().map(functions::col).toArray(Column[]::new);
  }

  private String location(TableDefinition table) {
    return lake.zone(table.name()).toString();
  }
}
