package jindu.publish;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.core.ContentHash;
import jindu.table.TableDefinition;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetOutputFormat;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * One table as plain Parquet: {@code <table>/<year>.parquet}, or {@code <table>/all.parquet} where
 * there is no year; sorted by the table's key, so that a reader can skip.
 */
final class ParquetFiles {

  /** Names a row's file beside the table's own columns, none of which begins so. */
  private static final String FILE = "_file";

  private static final String EVERYTHING = "all";

  /** Readers skip by row groups. A year of a district is a few of these, and an indicator one. */
  private static final int ROWS_OF_A_GROUP = 4096;

  private final Path folder;
  private final FileSystem files;

  /**
   * @param folder the folder of a publication
   */
  ParquetFiles(Path folder) throws IOException {
    this.folder = folder;
    this.files = folder.getFileSystem(new Configuration());
  }

  /** Writes the table in one Spark job and says what was written. */
  PublishedTable write(TableDefinition table, Dataset<Row> rows) throws IOException {
    Column file = table.isByYear() ? col("year") : lit(EVERYTHING);
    return new PublishedTable(table, write(table, rows, file, new Path(folder, table.name())));
  }

  /**
   * Writes a table into {@code target} in one Spark job, as one file for each value of {@code
   * file}, which names it; the files' paths are told as below the target's parent.
   */
  List<PublishedTable.File> write(
      TableDefinition table, Dataset<Row> rows, Column file, Path target) throws IOException {
    Path aside = new Path(folder, "_" + table.name());
    // Sorted by file first, so that Spark's own sort by it finds the order already there.
    Column[] order =
        Stream.concat(Stream.of(FILE), table.key().stream())
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    table
        .select(rows)
        .withColumn(FILE, file)
        .coalesce(1)
        .sortWithinPartitions(order)
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .option(ParquetOutputFormat.BLOCK_ROW_COUNT_LIMIT, ROWS_OF_A_GROUP)
        .partitionBy(FILE)
        .parquet(aside.toString());
    List<PublishedTable.File> written = collect(aside, target);
    files.delete(aside, true);
    return written;
  }

  private List<PublishedTable.File> collect(Path aside, Path target) throws IOException {
    files.mkdirs(target);
    List<PublishedTable.File> written = new ArrayList<>();
    for (FileStatus part : files.globStatus(new Path(aside, FILE + "=*/part-*.parquet"))) {
      String name = part.getPath().getParent().getName().substring(FILE.length() + 1) + ".parquet";
      Path file = new Path(target, name);
      if (!files.rename(part.getPath(), file)) {
        throw new IOException("Cannot rename " + part.getPath() + " to " + file + ".");
      }
      files.delete(new Path(target, "." + name + ".crc"), false);
      written.add(
          new PublishedTable.File(target.getName() + "/" + name, rowCount(file), hash(file)));
    }
    written.sort(Comparator.comparing(PublishedTable.File::path));
    return written;
  }

  /**
   * Files of the folder that are missing or have another hash, in order.
   *
   * @param hashes by path below the folder
   */
  List<String> unlike(Map<String, String> hashes) throws IOException {
    List<String> unlike = new ArrayList<>();
    for (Map.Entry<String, String> file : new TreeMap<>(hashes).entrySet()) {
      Path path = new Path(folder, file.getKey());
      if (!files.exists(path) || !hash(path).equals(file.getValue())) {
        unlike.add(file.getKey());
      }
    }
    return unlike;
  }

  private static long rowCount(Path file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, new Configuration()))) {
      return reader.getRecordCount();
    }
  }

  private String hash(Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return ContentHash.of(in);
    }
  }
}
