package jindu.run;

import java.io.IOException;
import jindu.assess.QueryList;
import jindu.publish.QueryFiles;
import jindu.table.ObservationTable;
import jindu.table.QueryTable;
import org.apache.hadoop.fs.Path;

/** The query lists of a publication, in the lake's own zone: they never leave the bureau. */
final class QueryLists {

  private QueryLists() {}

  /**
   * Writes the lists of a publication that is about to be put in force. What an attempt that died
   * before the switch left under its id is replaced.
   */
  static void write(Night night, String publication) throws IOException {
    QueryFiles.write(
        new Path(night.lake().zone(QueryTable.DEFINITION.name()), publication),
        publication,
        night.asOf(),
        QueryList.of(night.tables().read(ObservationTable.DEFINITION), night.catalog()),
        night.catalog());
  }
}
