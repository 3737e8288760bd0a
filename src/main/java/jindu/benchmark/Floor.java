package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jindu.run.Sessions;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * What no night on this engine can do without: a session that reads what the night read and writes
 * what it wrote, each in one job, and computes nothing.
 *
 * <p>Read are tonight's files as text and every stored table as a whole. Written are, for each
 * stored table, the rows that the night added to it, as one commit; and of the publication and the
 * query lists every Parquet file with its rows, and the other files byte for byte.
 */
public final class Floor {

  private static final List<String> ZONES_OF_FILES = List.of("published", "queries");
  private static final String PARQUET = ".parquet";

  private final SparkSession spark = Sessions.start(null);
  private final Path target;

  private Floor(Path target) {
    this.target = target;
  }

  /**
   * Does it once.
   *
   * @param before the lake as the night found it
   * @param tonight what it received
   * @param after the lake as it left it
   * @param target a folder for what is written; must not exist
   */
  public static void run(Path before, Path tonight, Path after, Path target) throws IOException {
    Floor floor = new Floor(target);
    floor.read(before, tonight);
    floor.write(before, after);
  }

  private void read(Path before, Path tonight) throws IOException {
    nowhere(spark.read().option("recursiveFileLookup", "true").text(tonight.toString()).write());
    for (TableCommits table : TableCommits.of(before)) {
      nowhere(spark.read().format("delta").load(table.table().toString()).write());
    }
  }

  private static void nowhere(DataFrameWriter<Row> rows) {
    rows.format("noop").mode(SaveMode.Overwrite).save();
  }

  private void write(Path before, Path after) throws IOException {
    for (TableCommits table : TableCommits.of(after)) {
      List<Path> added = table.addedSince(new TableCommits(before.resolve(table.name())));
      if (!added.isEmpty()) {
        List<String> partition = table.partition();
        parquet(added)
            .format("delta")
            .partitionBy(partition.toArray(String[]::new))
            .save(target.resolve(table.name()).toString());
      }
    }
    for (String zone : ZONES_OF_FILES) {
      for (Path file : newFiles(before.resolve(zone), after.resolve(zone))) {
        Path copy = target.resolve(after.relativize(file).toString());
        if (file.toString().endsWith(PARQUET)) {
          parquet(List.of(file)).parquet(copy.toString());
        } else {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Files hold the columns by which their table lies in folders, too. */
  private DataFrameWriter<Row> parquet(List<Path> files) {
    String[] paths = files.stream().map(Path::toString).toArray(String[]::new);
    return spark.read().parquet(paths).coalesce(1).write();
  }

  /** Of a publication that is linked under a second name, the files once. */
  private static List<Path> newFiles(Path before, Path after) throws IOException {
    Set<Path> known = new HashSet<>(below(before));
    List<Path> files = new ArrayList<>();
    for (Path file : below(after)) {
      if (!known.contains(file)) {
        files.add(after.resolve(file));
      }
    }
    return files;
  }

  private static List<Path> below(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
