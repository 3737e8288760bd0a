package jindu.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Looks at a table before a night relies on it: whether its log ends whole, and whether the files
 * that hold its rows are there, as long as the log says, and end as Parquet files end.
 */
public final class TableInspection {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Pattern CHECKPOINT = Pattern.compile("\\d{20}\\.checkpoint.*\\.parquet");

  /** The last bytes of every Parquet file. */
  private static final byte[] END = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private static final String TORN = "_torn-";

  private final Lake lake;
  private final TableDefinition table;
  private final Path log;

  /** The table need not be there. */
  public TableInspection(Lake lake, TableDefinition table) {
    this.lake = lake;
    this.table = table;
    this.log = new Path(lake.zone(table.name()), DeltaTables.LOG);
  }

  /**
   * Takes back a last commit, and checkpoints, that a power cut left half written: nobody can have
   * read them. They stay under another name.
   *
   * @return the name of the commit; empty where the log ends whole
   */
  public Optional<String> takeBackTorn() throws IOException {
    for (String name : names(CHECKPOINT)) {
      if (!endsWhole(new Path(log, name))) {
        rename(name);
      }
    }
    List<String> commits = names(DeltaTables.COMMIT);
    if (commits.isEmpty()) {
      return Optional.empty();
    }
    String last = commits.get(commits.size() - 1);
    if (isWhole(last)) {
      return Optional.empty();
    }
    if (commits.size() == 1) {
      // Nothing was ever written, and there is no table.
      Path aside = new Path(log.getParent(), TORN + DeltaTables.LOG);
      lake.files().delete(aside, true);
      move(log, aside);
    } else {
      rename(last);
      // Delta's sum of what the table was after it.
      String sum = last.replace(".json", ".crc");
      if (lake.exists(new Path(log, sum))) {
        rename(sum);
      }
    }
    return Optional.of(last);
  }

  /** The files with the table's rows that are missing or damaged. */
  public List<String> damagedFiles() throws IOException {
    List<String> damaged = new ArrayList<>();
    if (names(DeltaTables.COMMIT).isEmpty()) {
      return damaged;
    }
    for (FileStatus file : new TableLog(lake.zone(table.name()), OptionalLong.empty()).status()) {
      Path path = new Path(file.getPath());
      if (!isAsLong(path, file.getSize()) || !endsWhole(path)) {
        damaged.add(file.getPath());
      }
    }
    return damaged;
  }

  /** Puts the table aside, where nobody reads it, for whoever wants to look at it. */
  public void putAside() throws IOException {
    Path aside = new Path(lake.ownersFolder("_damaged"), table.name());
    lake.files().delete(aside, true);
    move(lake.zone(table.name()), aside);
  }

  private void rename(String name) throws IOException {
    Path aside = new Path(log, TORN + name);
    lake.files().delete(aside, false);
    move(new Path(log, name), aside);
  }

  private void move(Path from, Path to) throws IOException {
    if (!lake.files().rename(from, to)) {
      throw new IOException("Cannot rename " + from + " to " + to + ".");
    }
  }

  private List<String> names(Pattern pattern) {
    return lake.names(log).stream()
        .filter(name -> pattern.matcher(name).matches())
        .sorted()
        .toList();
  }

  private boolean isWhole(String commit) throws IOException {
    String text = lake.text(table.name() + "/" + DeltaTables.LOG + "/" + commit).orElse("");
    try {
      for (String line : text.lines().toList()) {
        JSON.readTree(line);
      }
    } catch (JsonProcessingException torn) {
      return false;
    }
    return !text.isBlank();
  }

  private boolean isAsLong(Path file, long size) throws IOException {
    try {
      return lake.files().getFileStatus(file).getLen() == size;
    } catch (FileNotFoundException missing) {
      return false;
    }
  }

  private boolean endsWhole(Path file) throws IOException {
    FileSystem files = lake.files();
    long length = files.getFileStatus(file).getLen();
    if (length < END.length) {
      return false;
    }
    byte[] end = new byte[END.length];
    try (FSDataInputStream in = files.open(file)) {
      in.readFully(length - END.length, end);
    }
    return Arrays.equals(end, END);
  }
}
