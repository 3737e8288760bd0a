package jindu.run;

import java.io.IOException;
import jindu.assess.QueryList;
import jindu.publish.QueryFiles;
import jindu.table.ObservationTable;
import jindu.table.QueryTable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The query lists of a publication, in the lake's own zone: they never leave the bureau. */
final class QueryLists {

  private final Night night;
  private final FileSystem files;

  private QueryLists(Night night) throws IOException {
    this.night = night;
    this.files = zone().getFileSystem(new Configuration());
  }

  /**
   * Writes the lists as of the night, in the place of those that lie under the publication's id.
   * They are built aside in a folder that no reader takes for one, so that nobody sees a mixture.
   *
   * @param publication about to be put in force, or in force already where no published row changed
   */
  static void write(Night night, String publication) throws IOException {
    new QueryLists(night).write(publication);
  }

  private void write(String publication) throws IOException {
    Path built = new Path(zone(), "_building-" + publication);
    QueryFiles.write(
        built,
        publication,
        night.asOf(),
        QueryList.of(night.tables().read(ObservationTable.DEFINITION), night.catalog()),
        night.catalog());
    putInPlace(built, new Path(zone(), publication), new Path(zone(), "_replaced-" + publication));
  }

  private Path zone() {
    return night.lake().zone(QueryTable.DEFINITION.name());
  }

  private void putInPlace(Path built, Path lists, Path replaced) throws IOException {
    files.delete(replaced, true);
    if (files.exists(lists)) {
      rename(lists, replaced);
    }
    rename(built, lists);
    files.delete(replaced, true);
  }

  private void rename(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("Cannot rename " + from + " to " + to + ".");
    }
  }
}
