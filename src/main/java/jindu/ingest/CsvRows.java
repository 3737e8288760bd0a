package jindu.ingest;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.io.input.SequenceReader;

/** The rows of a delimited text that are not blank (RFC 4180; rows of any length). */
final class CsvRows implements SheetRows {

  /** Appended as the last row: it stands alone there, unless an open quote has swallowed it. */
  private static final String END = "\u0000";

  /** A quote that is never closed would else take in the whole file. */
  private static final int LONGEST_ROW = 4 << 20;

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  private final CloseableIterator<CsvRecord> records;
  private CsvRecord last;

  CsvRows(Reader text, char separator) {
    records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(LONGEST_ROW)
            .build(
                CsvRecordHandler.of(
                    limits -> limits.maxFieldSize(LONGEST_ROW).maxRecordSize(LONGEST_ROW)),
                new SequenceReader(text, new StringReader("\n" + END)))
            .iterator();
  }

  @Override
  public Optional<SourceRow> next() throws UnusableFileException {
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
      throw new UncheckedIOException("Cannot close the text of a delivery.", e);
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
