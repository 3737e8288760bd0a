package jindu.run;

import java.time.LocalDate;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Dataset;
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

  /** Replaces a table and returns what the ledger says of it. */
  LedgerEntry replace(TableDefinition table, Dataset<Row> rows) {
    long before = version(table);
    tables.replace(table, rows, batch.id());
    return entry(table, before);
  }

  /**
   * Replaces a part of a table.
   *
   * @param part a condition on partition columns
   */
  LedgerEntry replace(TableDefinition table, Dataset<Row> rows, String part) {
    long before = version(table);
    tables.replace(table, rows, part, batch.id());
    return entry(table, before);
  }

  /** Appends to a table, once a batch, and returns the rows written. */
  long append(TableDefinition table, Dataset<Row> rows, String step) {
    long before = version(table);
    tables.append(table, rows, batch.id(), step, batch.number());
    return tables.rowsSince(table, before);
  }

  /**
   * Told by the table's log and not by Spark's observation of the query: where Delta repeats a
   * commit that a disk refused once, nobody is told of that, and who waits for it waits for ever.
   */
  private LedgerEntry entry(TableDefinition table, long before) {
    return LedgerEntry.table(table.name(), tables.rowsSince(table, before), version(table));
  }

  private long version(TableDefinition table) {
    return tables.version(table).orElse(-1);
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
