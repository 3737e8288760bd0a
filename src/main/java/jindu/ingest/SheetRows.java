package jindu.ingest;

import java.util.Optional;

/** The rows of one sheet, from the top, one at a time. */
interface SheetRows extends AutoCloseable {

  /**
   * The next row that is not blank, or empty after the last.
   *
   * @throws UnusableFileException when the file cannot be read on
   */
  Optional<SourceRow> next() throws UnusableFileException;

  @Override
  void close();
}
