package jindu.run;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Returns to verdicts: {@link jindu.check.Check#verdicts}, and a faulty one where that is tried.
 */
@FunctionalInterface
interface Judging {

  /**
   * Judges each row.
   *
   * @param returns rows received by the as-of day
   * @return rows of {@link jindu.table.VerdictTable}, one for each row
   */
  Dataset<Row> verdicts(Dataset<Row> returns, Catalog catalog, LocalDate asOf);
}
