package jindu.benchmark;

import java.util.EnumSet;
import java.util.Set;
import jindu.core.Code;

/** What can be measured. */
public enum Measure implements Code {
  /** From delivered files to a publication, on an empty lake, beside DuckDB. */
  REBUILD,
  /**
   * The same beside Polars: needs Python 3 with venv and, the first time, the network. Where it
   * cannot be set up that is told, and the other measures go on.
   */
  POLARS,
  /** One night with a day's deliveries, beside its {@link Floor}. */
  NIGHT,
  /** A BI tool's question to a published table, beside the same rows in one unsorted file. */
  QUESTION,
  /** Reading alone, of each format, beside readers that only read. */
  INGEST,
  /** One night with more and more years before it, beside the one with a year. */
  HISTORY,
  /** A rebuild on one worker, beside the same on two. */
  WORKERS,
  /** The smallest heap with which a rebuild passes: several rebuilds, and only where asked for. */
  HEAP;

  /**
   * What is measured where nothing is named.
   *
   * @param quick only what stays under ten minutes
   */
  public static Set<Measure> unnamed(boolean quick) {
    return quick ? EnumSet.of(REBUILD, NIGHT, QUESTION) : EnumSet.complementOf(EnumSet.of(HEAP));
  }
}
