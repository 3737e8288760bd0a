package jindu.benchmark;

import jindu.core.Code;

/** What can be measured. */
public enum Measure implements Code {
  /** From delivered files to a publication, on an empty lake, beside DuckDB. */
  REBUILD,
  /** One night with a day's deliveries, beside its {@link Floor}. */
  NIGHT,
  /** A BI tool's question to a published table, beside the same rows in one unsorted file. */
  QUESTION
}
