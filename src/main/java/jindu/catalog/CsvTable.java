package jindu.catalog;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A CSV file with a header row; lines that begin with {@code #} are comments. */
final class CsvTable {

  private final List<CsvRow> rows;
  private final List<CsvRow> misshapen;
  private final boolean readable;

  private CsvTable(List<CsvRow> rows, List<CsvRow> misshapen, boolean readable) {
    this.rows = rows;
    this.misshapen = misshapen;
    this.readable = readable;
  }

  /** A table that could not be read; the mistake is already known. */
  static CsvTable unreadable() {
    return new CsvTable(List.of(), List.of(), false);
  }

  /** Reads the rows of a table that has exactly these columns, in any order. */
  static CsvTable read(ReferenceFile file, List<String> columns, Mistakes mistakes) {
    return read(file, columns, List.of(), mistakes);
  }

  /**
   * Reads the rows of a table that has these columns, in any order.
   *
   * @param optional columns that it may lack; their cells are then empty
   */
  static CsvTable read(
      ReferenceFile file, List<String> columns, List<String> optional, Mistakes mistakes) {
    List<CsvRecord> records = records(file, mistakes);
    if (records.isEmpty()) {
      mistakes.add(file.at(0), "no-header", String.join(", ", columns));
      return unreadable();
    }
    List<String> header = records.get(0).getFields().stream().map(String::strip).toList();
    int headerLine = line(records.get(0));
    if (!mistakes.isSound(
        () -> checkHeader(file.at(headerLine), header, columns, optional, mistakes))) {
      return unreadable();
    }
    List<CsvRow> rows = new ArrayList<>();
    List<CsvRow> misshapen = new ArrayList<>();
    for (CsvRecord record : records.subList(1, records.size())) {
      Location at = file.at(line(record));
      int count = record.getFieldCount();
      Map<String, String> cells = new HashMap<>();
      optional.forEach(column -> cells.put(column, ""));
      for (int column = 0; column < Math.min(count, header.size()); column++) {
        cells.put(header.get(column), record.getField(column));
      }
      if (count == header.size()) {
        rows.add(new CsvRow(mistakes, at, cells));
      } else {
        mistakes.add(at, "cell-count", count, header.size());
        misshapen.add(new CsvRow(mistakes, at, cells));
      }
    }
    return new CsvTable(rows, misshapen, true);
  }

  boolean isReadable() {
    return readable;
  }

  /** The rows that have a cell for every column. */
  List<CsvRow> rows() {
    return rows;
  }

  /** The texts of a column, for references to it; those of misshapen rows are known as well. */
  KnownCodes codes(String column) {
    if (!readable) {
      return KnownCodes.unreadable();
    }
    Set<String> codes = new LinkedHashSet<>();
    rows.forEach(row -> codes.add(row.field(column).text()));
    misshapen.forEach(row -> codes.add(row.field(column).text()));
    return KnownCodes.of(codes);
  }

  /** Adds a mistake for each row whose columns together repeat those of an earlier row. */
  void requireUnique(String... columns) {
    Map<String, Integer> lines = new HashMap<>();
    for (CsvRow row : rows) {
      List<String> key = new ArrayList<>();
      for (String column : columns) {
        key.add(row.field(column).text());
      }
      String text = String.join(" ", key);
      Integer first = lines.putIfAbsent(text, row.at().line());
      if (first != null && !text.isBlank()) {
        row.wrong("duplicate", String.join(" ", columns), text, first);
      }
    }
  }

  private static List<CsvRecord> records(ReferenceFile file, Mistakes mistakes) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(file.content())) {
      reader.forEach(records::add);
    } catch (CsvParseException broken) {
      int lastGood = records.isEmpty() ? 0 : line(records.get(records.size() - 1));
      mistakes.add(file.at(lastGood), "broken-csv", broken.getMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return records;
  }

  private static void checkHeader(
      Location at,
      List<String> header,
      List<String> columns,
      List<String> optional,
      Mistakes mistakes) {
    List<String> known = Stream.concat(columns.stream(), optional.stream()).toList();
    String expected = String.join(", ", known);
    columns.stream()
        .filter(column -> !header.contains(column))
        .forEach(column -> mistakes.add(at, "missing-column", column));
    Set<String> seen = new LinkedHashSet<>();
    for (String column : header) {
      if (!known.contains(column)) {
        mistakes.add(at, "unknown-column", column, expected);
      } else if (!seen.add(column)) {
        mistakes.add(at, "duplicate-column", column);
      }
    }
  }

  private static int line(CsvRecord record) {
    return Math.toIntExact(record.getStartingLineNumber());
  }
}
