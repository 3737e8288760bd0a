package jindu.run;

import static org.apache.spark.sql.functions.col;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jindu.lake.DeltaTables;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What every batch did, one row each, appended and never changed. */
final class Ledger {

  static final String BATCH = "batch";
  static final String CATALOG = "catalog";
  static final String FILE = "file";
  static final String STAGE = "stage";
  static final String PUBLICATION = "publication";
  static final String STARTED = "started";
  static final String DONE = "done";
  static final String FAILED = "failed";

  private final SparkSession spark;
  private final DeltaTables tables;
  private final Clock clock;

  Ledger(SparkSession spark, DeltaTables tables, Clock clock) {
    this.spark = spark;
    this.tables = tables;
    this.clock = clock;
  }

  /** What earlier batches left, read in one job. */
  History history() {
    List<Row> rows =
        tables
            .read(LedgerTable.DEFINITION)
            .filter(col(LedgerTable.ENTRY).isin(BATCH, CATALOG, FILE, PUBLICATION))
            .orderBy(LedgerTable.RECORDED_AT)
            .collectAsList();
    return History.of(rows);
  }

  /**
   * Appends rows of a batch.
   *
   * @param step names this append within the batch, so that it is written once
   */
  void record(Batch batch, String step, List<LedgerEntry> entries) {
    Timestamp now = Timestamp.from(clock.instant());
    List<Row> rows = new ArrayList<>();
    for (LedgerEntry entry : entries) {
      rows.add(entry.row(batch.id(), now));
    }
    tables.append(
        LedgerTable.DEFINITION,
        spark.createDataFrame(rows, LedgerTable.DEFINITION.schema()).coalesce(1),
        batch.id(),
        step,
        batch.number());
  }

  /** A batch: its number grows by one each time, its id sorts like its number. */
  record Batch(long number, LocalDate asOf) {
    String id() {
      return "B%06d".formatted(number);
    }
  }
}
