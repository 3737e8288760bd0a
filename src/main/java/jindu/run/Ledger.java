package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jindu.lake.DeltaTables;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What every batch did, one row each, appended and never changed. */
final class Ledger {

  static final String BATCH = "batch";
  static final String CATALOG = "catalog";
  static final String FILE = "file";
  static final String VERDICT = "verdict";
  static final String SLICE = "slice";
  static final String TABLE = "table";
  static final String STAGE = "stage";
  static final String PUBLICATION = "publication";
  static final String PATTERN = "pattern";
  static final String CHANGES_OF_FEW = "changes_of_few";
  static final String SWITCH = "switch";
  static final String REMOVAL = "removal";
  static final String STARTED = "started";
  static final String DONE = "done";
  static final String FAILED = "failed";

  /**
   * The ids of batches sort in time. Sorted here, because Spark would need two more jobs for it.
   */
  private static final Comparator<Row> IN_TIME =
      Comparator.comparing((Row row) -> row.<String>getAs(LedgerTable.BATCH_ID))
          .thenComparing(row -> row.<Timestamp>getAs(LedgerTable.RECORDED_AT));

  private final SparkSession spark;
  private final DeltaTables tables;
  private final Clock clock;

  Ledger(SparkSession spark, DeltaTables tables, Clock clock) {
    this.spark = spark;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * What earlier batches left, read in one job; the texts of their catalogs stay where they are.
   */
  History history() {
    List<Row> rows =
        tables
            .read(LedgerTable.DEFINITION)
            .filter(col(LedgerTable.ENTRY).isin(BATCH, CATALOG, FILE, TABLE, PATTERN, PUBLICATION))
            .withColumn(
                LedgerTable.DETAIL,
                when(col(LedgerTable.ENTRY).isin(FILE, PATTERN), col(LedgerTable.DETAIL)))
            .collectAsList();
    return History.of(rows.stream().sorted(IN_TIME).toList());
  }

  /** Every entry of some kinds, in time. */
  List<Row> entries(String... kinds) {
    return tables
        .read(LedgerTable.DEFINITION)
        .filter(col(LedgerTable.ENTRY).isin((Object[]) kinds))
        .collectAsList()
        .stream()
        .sorted(IN_TIME)
        .toList();
  }

  /** The time that an entry recorded now would have. */
  Instant now() {
    return clock.instant();
  }

  /** The full text of each file of the catalog that a batch used, by its path. */
  Map<String, String> catalogTexts(String batch) {
    return tables
        .read(LedgerTable.DEFINITION)
        .filter(col(LedgerTable.BATCH_ID).equalTo(batch))
        .filter(col(LedgerTable.ENTRY).equalTo(CATALOG))
        .select(LedgerTable.NAME, LedgerTable.DETAIL)
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  /**
   * Appends rows of a batch.
   *
   * @param step names this append within the batch, so that it is written once
   */
  void record(Batch batch, String step, List<LedgerEntry> entries) {
    append(batch, step, rows(batch, entries));
  }

  /**
   * Appends rows of a batch and changed verdicts, which may be as many as there are returns, in one
   * commit.
   *
   * @param changes rows of {@link VerdictChanges}
   */
  void record(Batch batch, String step, List<LedgerEntry> entries, Dataset<Row> changes) {
    Dataset<Row> changed =
        changes
            .withColumn(LedgerTable.BATCH_ID, lit(batch.id()))
            .withColumn(LedgerTable.RECORDED_AT, lit(Timestamp.from(clock.instant())));
    append(batch, step, rows(batch, entries).union(LedgerTable.DEFINITION.select(changed)));
  }

  private Dataset<Row> rows(Batch batch, List<LedgerEntry> entries) {
    Timestamp now = Timestamp.from(clock.instant());
    List<Row> rows = entries.stream().map(entry -> entry.row(batch.id(), now)).toList();
    return spark.createDataFrame(rows, LedgerTable.DEFINITION.schema()).coalesce(1);
  }

  private void append(Batch batch, String step, Dataset<Row> rows) {
    tables.append(LedgerTable.DEFINITION, rows, batch.id(), step, batch.number());
  }

  /** A batch: its number grows by one each time, its id sorts like its number. */
  record Batch(long number, LocalDate asOf) {
    String id() {
      return "B%06d".formatted(number);
    }
  }
}
