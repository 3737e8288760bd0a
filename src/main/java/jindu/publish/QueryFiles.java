package jindu.publish;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Messages;
import jindu.core.Place;
import jindu.table.QueryTable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Query lists as files, {@code <township>.xlsx} and {@code <township>.parquet}; none for a township
 * with nothing to ask. They hold single respondents' figures and must stay in the bureau.
 */
public final class QueryFiles {

  /** Lines of one sheet: more than a township can ask about, few enough to hold in memory. */
  static final int SHEET_LINES = 20_000;

  private static final Messages MESSAGES = Messages.CHINESE;

  private final Path folder;
  private final FileSystem files;
  private final String publication;
  private final LocalDate asOf;
  private final Catalog catalog;

  private QueryFiles(Path folder, String publication, LocalDate asOf, Catalog catalog)
      throws IOException {
    this.folder = folder;
    this.files = folder.getFileSystem(new Configuration());
    this.publication = publication;
    this.asOf = asOf;
    this.catalog = catalog;
  }

  /**
   * Writes the lists of a publication in the place of all that {@code folder} held.
   *
   * @param queries rows of {@link QueryTable}
   */
  public static void write(
      Path folder, String publication, LocalDate asOf, Dataset<Row> queries, Catalog catalog)
      throws IOException {
    new QueryFiles(folder, publication, asOf, catalog).write(queries);
  }

  private void write(Dataset<Row> queries) throws IOException {
    files.delete(folder, true);
    files.mkdirs(folder);
    List<PublishedTable.File> written =
        new ParquetFiles(folder)
            .write(QueryTable.DEFINITION, queries, col(QueryTable.TOWNSHIP_CODE), folder);
    if (!written.isEmpty()) {
      // From the files just written, so that the list is worked out once and both say the same.
      sheets(
          queries
              .sparkSession()
              .read()
              .schema(QueryTable.DEFINITION.schema())
              .parquet(paths(written))
              .sort(QueryTable.TOWNSHIP_CODE, QueryTable.RANK)
              .toLocalIterator());
    }
  }

  /** File by file: Spark takes a folder that is still being built for none of its business. */
  private String[] paths(List<PublishedTable.File> written) {
    return written.stream()
        .map(file -> new Path(folder, new Path(file.path()).getName()).toString())
        .toArray(String[]::new);
  }

  /** One township after the other; no more than one is held. */
  private void sheets(Iterator<Row> lines) throws IOException {
    List<Row> shown = new ArrayList<>();
    String township = null;
    long total = 0;
    while (lines.hasNext()) {
      Row line = lines.next();
      String next = line.getAs(QueryTable.TOWNSHIP_CODE);
      if (township != null && !next.equals(township)) {
        sheet(township, shown, total);
        shown.clear();
        total = 0;
      }
      township = next;
      total++;
      if (shown.size() < SHEET_LINES) {
        shown.add(line);
      }
    }
    sheet(township, shown, total);
  }

  private void sheet(String township, List<Row> shown, long total) throws IOException {
    String name = township + ".xlsx";
    try (OutputStream out = files.create(new Path(folder, name), true)) {
      out.write(QuerySheet.bytes(titles(township, shown.size(), total), shown, asOf));
    }
    // Hadoop leaves a checksum of its own beside a local file, which means nothing to a reader.
    files.delete(new Path(folder, "." + name + ".crc"), false);
  }

  private List<String> titles(String township, int shown, long total) {
    List<String> titles = new ArrayList<>();
    titles.add(title(township));
    String counted =
        MESSAGES.text("query.publication", publication, asOf.toString(), Long.toString(total));
    titles.add(
        shown == total
            ? counted
            : counted + MESSAGES.text("query.shortened", Integer.toString(shown)));
    titles.add(MESSAGES.text("query.how"));
    catalog.notice().ifPresent(notice -> titles.add(notice.zh()));
    return titles;
  }

  private String title(String township) {
    Place district = catalog.district();
    String name =
        catalog.places().stream()
            .filter(place -> place.code().equals(township))
            .map(Place::nameZh)
            .findFirst()
            .orElse(township);
    return MESSAGES.text(
        "query.title", district.nameZh(), district.code().equals(township) ? "" : name);
  }
}
