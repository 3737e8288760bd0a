package jindu.lake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Snapshot;
import io.delta.kernel.SnapshotBuilder;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * The log of a Delta table, read without a Spark job: of a short command, the jobs that Delta needs
 * for it are the greater part.
 */
final class TableLog {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Engine engine = DefaultEngine.create(DeltaTables.settings());
  private final Path table;
  private final Snapshot snapshot;

  /**
   * @param version of the table, empty for the latest
   */
  TableLog(Path table, OptionalLong version) {
    this.table = table;
    SnapshotBuilder builder = TableManager.loadSnapshot(table.toString());
    this.snapshot =
        (version.isPresent() ? builder.atVersion(version.getAsLong()) : builder).build(engine);
  }

  /**
   * The rows of the files that a commit added: by the log, or where it does not say, by the files.
   */
  static long rowsAdded(Lake lake, TableDefinition table, long commit) throws IOException {
    long rows = 0;
    for (JsonNode action : actions(lake, table, commit)) {
      JsonNode add = action.path("add");
      if (!add.isMissingNode()) {
        JsonNode told = JSON.readTree(add.path("stats").asText("{}")).path("numRecords");
        rows += told.isNumber() ? told.asLong() : rowsOf(lake, table, add.path("path").asText());
      }
    }
    return rows;
  }

  private static long rowsOf(Lake lake, TableDefinition table, String file) throws IOException {
    Path path = new Path(lake.zone(table.name()), new Path(URI.create(file)));
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, DeltaTables.settings()))) {
      return reader.getRecordCount();
    }
  }

  private static List<JsonNode> actions(Lake lake, TableDefinition table, long commit)
      throws IOException {
    String path = "%s/%s/%020d.json".formatted(table.name(), DeltaTables.LOG, commit);
    List<JsonNode> actions = new ArrayList<>();
    for (String line : lake.text(path).orElse("").lines().toList()) {
      actions.add(JSON.readTree(line));
    }
    return actions;
  }

  /** Whether a commit put rows in or took rows out; to lay files out anew does neither. */
  static boolean changesRows(Lake lake, TableDefinition table, long commit) throws IOException {
    List<JsonNode> actions = actions(lake, table, commit);
    // One that is not there any more may have.
    return actions.isEmpty()
        || actions.stream()
            .flatMap(action -> Stream.of(action.path("add"), action.path("remove")))
            .anyMatch(file -> file.path("dataChange").asBoolean());
  }

  /** The batch that made a commit; empty text where it does not say. */
  static String batch(Lake lake, TableDefinition table, long commit) throws IOException {
    for (JsonNode action : actions(lake, table, commit)) {
      JsonNode batch = action.path("commitInfo").path("userMetadata");
      if (batch.isTextual()) {
        return batch.asText();
      }
    }
    return "";
  }

  /** The names of the table's columns. */
  List<String> columns() {
    return snapshot.getSchema().fieldNames();
  }

  /**
   * The files that hold the table's rows.
   *
   * @throws UncheckedIOException when rows of a file are deleted by a mark beside it, which nothing
   *     here writes: its other rows alone would be too many
   */
  List<String> files() {
    return status().stream().map(FileStatus::getPath).toList();
  }

  /** The same files, each with its size as the log tells it. */
  List<FileStatus> status() {
    List<FileStatus> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        snapshot.getScanBuilder().build().getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          while (rows.hasNext()) {
            files.add(file(rows.next()));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private FileStatus file(Row row) throws IOException {
    if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(row) != null) {
      throw new IOException(
          "Cannot read "
              + table
              + ": rows of it were deleted by another program, with deletion vectors."
              + " Purge them (Delta: REORG TABLE … APPLY (PURGE)), or rebuild the lake.");
    }
    return InternalScanFileUtils.getAddFileStatus(row);
  }
}
