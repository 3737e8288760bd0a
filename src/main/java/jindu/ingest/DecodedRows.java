package jindu.ingest;

import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of one file, at least one, on their way out; closes itself after the last. */
final class DecodedRows implements Iterator<DecodedRow>, AutoCloseable {

  /** Gives the next row. */
  interface Source {
    DecodedRow next() throws IOException;
  }

  /** Deletes what was kept for the rows. */
  interface End {
    void close() throws IOException;
  }

  private final Source source;
  private final End end;
  private long left;
  private boolean isClosed;

  DecodedRows(long rows, Source source, End end) {
    this.left = rows;
    this.source = source;
    this.end = end;
  }

  static DecodedRows refused(UnusableFileException unusable) {
    DecodedRow refusal = DecodedRow.refused(unusable);
    return new DecodedRows(1, () -> refusal, () -> {});
  }

  @Override
  public boolean hasNext() {
    if (left == 0) {
      close();
    }
    return left > 0;
  }

  @Override
  public DecodedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    left--;
    try {
      return source.next();
    } catch (IOException e) {
      throw Spool.noSpace(e);
    }
  }

  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    left = 0;
    try {
      end.close();
    } catch (IOException e) {
      throw Spool.noSpace(e);
    }
  }
}
