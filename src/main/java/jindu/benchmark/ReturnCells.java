package jindu.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Form;

/**
 * The size of an inbox in return cells: a cell is one number that one unit delivers, in one item
 * and one of its columns (本年累计, 上年同期, 本月), for one period.
 */
final class ReturnCells {

  private ReturnCells() {}

  /** Counts the cells of all plain files below {@code inbox}, whatever becomes of their rows. */
  static long count(Catalog catalog, Path inbox) throws IOException {
    long cells = 0;
    for (Form form : catalog.forms().values()) {
      Set<String> headers =
          form.items().stream()
              .flatMap(
                  item ->
                      item.columns().stream()
                          .flatMap(column -> CatalogFiles.headers(item, column).stream()))
              .collect(Collectors.toSet());
      for (Path file : files(inbox.resolve(form.code()))) {
        cells += count(file, headers);
      }
    }
    return cells;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static long count(Path file, Set<String> headers) throws IOException {
    long cells = 0;
    try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
      Iterator<CsvRecord> records = rows.iterator();
      List<String> header = records.next().getFields();
      List<Integer> places = new ArrayList<>();
      for (int place = 0; place < header.size(); place++) {
        if (headers.contains(header.get(place))) {
          places.add(place);
        }
      }
      while (records.hasNext()) {
        CsvRecord row = records.next();
        cells += places.stream().filter(place -> !row.getField(place).isEmpty()).count();
      }
    }
    return cells;
  }
}
