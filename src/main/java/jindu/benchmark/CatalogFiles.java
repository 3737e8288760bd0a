package jindu.benchmark;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.CommonColumn;
import jindu.core.Feed;
import jindu.core.Form;

/**
 * What the files of the forms say, as CSV for engines that read no YAML: facts, and nothing
 * computed.
 *
 * <p>Beside {@code forms.csv}, {@code feeds.csv} and {@code feed_selections.csv} there is {@code
 * headers/<form>.csv} for each form: all headers that a plain delivery may have, and no row.
 */
final class CatalogFiles {

  private CatalogFiles() {}

  /** Writes the files into {@code folder}, which is made. */
  static void write(Catalog catalog, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("headers"));
    for (Form form : catalog.forms().values()) {
      Path file = folder.resolve("headers").resolve(form.code() + ".csv");
      try (CsvWriter writer = open(file)) {
        writer.writeRecord(headers(form));
      }
    }
    try (CsvWriter forms = open(folder.resolve("forms.csv"))) {
      forms.writeRecord("form", "registered", "estimates");
      for (Form form : catalog.forms().values()) {
        record(forms, form.code(), form.registered(), form.estimates());
      }
    }
    writeFeeds(catalog, folder);
  }

  private static void writeFeeds(Catalog catalog, Path folder) throws IOException {
    try (CsvWriter feeds = open(folder.resolve("feeds.csv"));
        CsvWriter selections = open(folder.resolve("feed_selections.csv"))) {
      feeds.writeRecord(
          "feed",
          "form",
          "indicator",
          "indicator_from",
          "item",
          "measure",
          "conversion",
          "base",
          "where_attribute");
      selections.writeRecord("feed", "selected");
      int number = 0;
      for (Form form : catalog.forms().values()) {
        for (Feed feed : form.feeds()) {
          number++;
          record(
              feeds,
              number,
              form.code(),
              feed.indicator(),
              feed.indicatorFrom(),
              feed.item(),
              feed.measure().code(),
              feed.conversion().code(),
              form.base(feed).code(),
              feed.whereAttribute());
          for (String selected : feed.whereValues()) {
            record(selections, number, selected);
          }
        }
      }
    }
  }

  /** All that a plain file of the form may have; the common columns always. */
  private static List<String> headers(Form form) {
    return Stream.of(
            Stream.of(CommonColumn.values()).flatMap(column -> column.headers().stream().limit(1)),
            unitHeaders(form).stream(),
            form.attributes().stream().map(Form.Attribute::header),
            form.items().stream().flatMap(CatalogFiles::headers))
        .flatMap(each -> each)
        .distinct()
        .toList();
  }

  /** Of an item with headers of its own for a column, each of them may come. */
  private static Stream<String> headers(Form.Item item) {
    return item.columns().stream().flatMap(column -> headers(item, column).stream());
  }

  /** The headers under which a plain file has the column of the item. */
  static List<String> headers(Form.Item item, Form.ValueColumn column) {
    List<String> own = item.headers().getOrDefault(column, List.of());
    return own.isEmpty() ? List.of(item.header() + column.suffix()) : own;
  }

  /** The headers under which a plain file has the unit's code; none where units have no code. */
  static List<String> unitHeaders(Form form) {
    return Stream.concat(Stream.of(form.unitHeader()), form.unitAliases().stream())
        .filter(header -> !header.isEmpty())
        .toList();
  }

  private static CsvWriter open(Path file) throws IOException {
    return CsvWriter.builder().build(file, StandardCharsets.UTF_8);
  }

  private static void record(CsvWriter writer, Object... values) {
    writer.writeRecord(Arrays.stream(values).map(Objects::toString).toList());
  }
}
