package jindu.ingest;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rows of a delimited text that are not blank (RFC 4180; rows of any length). */
final class CsvRows implements AutoCloseable {

  /** Appended as the last row: it stands alone there, unless an open quote has swallowed it. */
  private static final String END = "\u0000";

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  private final CloseableIterator<CsvRecord> records;
  private CsvRecord last;

  CsvRows(String text, char separator) {
    records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text + "\n" + END)
            .iterator();
  }

  /**
   * The next row, or empty after the last.
   *
   * @throws UnusableFileException when quotes are broken, with the row where that begins
   */
  Optional<SourceRow> next() throws UnusableFileException {
    for (CsvRecord record = record(); record != null; record = record()) {
      last = record;
      SourceRow row = SourceRow.of((int) record.getStartingLineNumber(), record.getFields());
      if (!row.isBlank() && !isEnd(record)) {
        return Optional.of(row);
      }
    }
    if (!isEnd(last)) {
      throw malformed((int) last.getStartingLineNumber());
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close a text in memory.", e);
    }
  }

  private CsvRecord record() throws UnusableFileException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException | UncheckedIOException e) {
      throw malformed(last == null ? 1 : (int) last.getStartingLineNumber() + lines(last));
    }
  }

  private static boolean isEnd(CsvRecord record) {
    return record.getFieldCount() == 1 && record.getField(0).equals(END);
  }

  private static int lines(CsvRecord record) {
    return 1
        + record.getFields().stream()
            .mapToInt(field -> (int) LINE_BREAK.matcher(field).results().count())
            .sum();
  }

  private static UnusableFileException malformed(int row) {
    return new UnusableFileException(Refusal.MALFORMED_CSV, "row=" + row);
  }
}
