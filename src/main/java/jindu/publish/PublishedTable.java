package jindu.publish;

import java.util.List;
import jindu.table.TableDefinition;

/** A table as it was written: its definition and its files. */
public record PublishedTable(TableDefinition definition, List<File> files) {

  /**
   * One file of a table.
   *
   * @param path below the publication's folder
   * @param sha256 of the bytes, in hex
   */
  public record File(String path, long rows, String sha256) {}

  /** Rows in all files together. */
  public long rows() {
    return files.stream().mapToLong(File::rows).sum();
  }
}
