package jindu.run;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What every stage of one night shares. */
record Night(
    SparkSession spark,
    Lake lake,
    DeltaTables tables,
    Ledger ledger,
    Catalog catalog,
    Ledger.Batch batch) {

  LocalDate asOf() {
    return batch.asOf();
  }

  /** Replaces a table and returns the rows written, counted in the same pass. */
  long replace(TableDefinition table, Dataset<Row> rows) {
    Observation written = new Observation();
    tables.replace(table, rows.observe(written, count(lit(1)).as("rows")), batch.id());
    return rows(written);
  }

  /** Appends to a table, once a batch, and returns the rows written. */
  long append(TableDefinition table, Dataset<Row> rows, String step) {
    Observation written = new Observation();
    tables.append(
        table, rows.observe(written, count(lit(1)).as("rows")), batch.id(), step, batch.number());
    return rows(written);
  }

  private static long rows(Observation observation) {
    try {
      return (Long) observation.getAsJava().get("rows");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while rows were counted; run again.", e);
    }
  }

  /** Rows into and out of a stage. */
  record Rows(long in, long out) {}
}
