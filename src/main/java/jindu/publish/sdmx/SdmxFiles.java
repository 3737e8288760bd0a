package jindu.publish.sdmx;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.publish.PublishedRows;

/** What statistical offices fetch. */
public final class SdmxFiles {

  private static final String FOLDER = "sdmx/";

  private SdmxFiles() {}

  /**
   * The files, by their paths below the publication: {@code sdmx/structure.xml} and one for the
   * data of each table.
   *
   * @param rows what the tables of the publication say
   * @param notice what must be said wherever figures are shown
   */
  public static Map<String, byte[]> of(PublishedRows rows, Optional<Catalog.Notice> notice)
      throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(FOLDER + "structure.xml", StructureMessage.of(rows, notice));
    for (SdmxTable table : SdmxTable.ALL) {
      files.put(FOLDER + table.table().name() + ".csv", DataFile.of(table, rows));
    }
    return files;
  }
}
