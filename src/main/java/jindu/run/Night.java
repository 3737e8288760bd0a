package jindu.run;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.List;
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

  /** Replaces a table and returns what the ledger says of it, rows counted in the same pass. */
  LedgerEntry replace(TableDefinition table, Dataset<Row> rows) {
    Observation written = new Observation();
    tables.replace(table, rows.observe(written, count(lit(1)).as("rows")), batch.id());
    return entry(table, written);
  }

  /**
   * Replaces a part of a table.
   *
   * @param part a condition on partition columns
   */
  LedgerEntry replace(TableDefinition table, Dataset<Row> rows, String part) {
    Observation written = new Observation();
    tables.replace(table, rows.observe(written, count(lit(1)).as("rows")), part, batch.id());
    return entry(table, written);
  }

  private LedgerEntry entry(TableDefinition table, Observation written) {
    return LedgerEntry.table(table.name(), rows(written), tables.version(table).orElseThrow());
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
      // Of a plan that Spark finds to be empty it leaves nothing to observe.
      return (Long) observation.getAsJava().getOrDefault("rows", 0L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while rows were counted; run again.", e);
    }
  }

  /**
   * Rows into and out of a stage.
   *
   * @param entries what else the ledger is to say of it: tables written, slices computed
   */
  record Rows(long in, long out, List<LedgerEntry> entries) {

    Rows(long in, long out) {
      this(in, out, List.of());
    }
  }
}
