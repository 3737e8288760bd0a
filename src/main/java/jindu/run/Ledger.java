package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jindu.lake.DeltaTables;
import jindu.lake.FencedTable;
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
  static final String MAINTENANCE = "maintenance";
  static final String SWITCH = "switch";
  static final String REMOVAL = "removal";
  static final String STARTED = "started";
  static final String DONE = "done";
  static final String FAILED = "failed";

  /**
   * The ids of batches sort in time, and so do the commits of one; the clock may go back. Sorted
   * here, because Spark would need two more jobs for it.
   */
  private static final Comparator<Row> IN_TIME =
      Comparator.comparing((Row row) -> row.<String>getAs(LedgerTable.BATCH_ID))
          .thenComparing(
              row -> row.<Long>getAs(LedgerTable.SEQUENCE),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(row -> row.<Timestamp>getAs(LedgerTable.RECORDED_AT));

  private final SparkSession spark;
  private final DeltaTables tables;
  private final Clock clock;
  private FencedTable taken;

  Ledger(SparkSession spark, DeltaTables tables, Clock clock) {
    this.spark = spark;
    this.tables = tables;
    this.clock = clock;
  }

  /** What earlier batches left. */
  History history() {
    return History.of(past());
  }

  /**
   * The entries of which a {@link History} is made, in time, read in one job; the texts of catalogs
   * stay where they are.
   */
  List<Row> past() {
    return tables
        .read(LedgerTable.DEFINITION)
        .filter(
            col(LedgerTable.ENTRY)
                .isin(BATCH, CATALOG, FILE, TABLE, MAINTENANCE, STAGE, PATTERN, PUBLICATION))
        .withColumn(
            LedgerTable.DETAIL,
            when(col(LedgerTable.ENTRY).isin(BATCH, FILE, STAGE, PATTERN), col(LedgerTable.DETAIL)))
        .collectAsList()
        .stream()
        .sorted(IN_TIME)
        .toList();
  }

  /** The same as if a batch had not begun; what it withholds stays known. */
  static List<Row> without(String batch, List<Row> past) {
    return past.stream().filter(row -> !isOf(batch, row) || isOf(row, PATTERN)).toList();
  }

  /** The same as if some batches had told of no file. */
  static List<Row> withoutFiles(Set<String> batches, List<Row> past) {
    return past.stream()
        .filter(
            row -> !batches.contains(row.<String>getAs(LedgerTable.BATCH_ID)) || !isOf(row, FILE))
        .toList();
  }

  private static boolean isOf(String batch, Row row) {
    return batch.equals(row.getAs(LedgerTable.BATCH_ID));
  }

  private static boolean isOf(Row row, String kind) {
    return kind.equals(row.getAs(LedgerTable.ENTRY));
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
    Map<String, String> used = new TreeMap<>();
    Dataset<Row> entries =
        tables
            .read(LedgerTable.DEFINITION)
            .filter(col(LedgerTable.ENTRY).equalTo(CATALOG))
            .select(
                LedgerTable.BATCH_ID,
                LedgerTable.NAME,
                LedgerTable.CONTENT_HASH,
                LedgerTable.DETAIL);
    for (Row entry : entries.filter(col(LedgerTable.BATCH_ID).equalTo(batch)).collectAsList()) {
      used.put(entry.getString(1), entry.getString(2));
    }
    Map<String, String> texts = new HashMap<>();
    // A ledger of an earlier version of the program has each text once a batch.
    for (Row entry :
        entries
            .filter(col(LedgerTable.CONTENT_HASH).isin(used.values().toArray()))
            .filter(col(LedgerTable.DETAIL).isNotNull())
            .dropDuplicates(LedgerTable.CONTENT_HASH)
            .collectAsList()) {
      texts.put(entry.getString(2), entry.getString(3));
    }
    used.replaceAll(
        (file, hash) ->
            Optional.ofNullable(texts.get(hash))
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "The ledger has lost the text of %s that batch %s used; restore it from a backup."
                                .formatted(file, batch))));
    return used;
  }

  /**
   * Appends rows of a batch, without a Spark job.
   *
   * @throws jindu.lake.LostLockException when another batch has taken the lake since the first rows
   *     were appended
   */
  void record(Batch batch, List<LedgerEntry> entries) throws IOException {
    take();
    Timestamp now = Timestamp.from(clock.instant());
    long sequence = taken.next();
    taken.append(
        entries.stream().map(entry -> entry.row(batch.id(), sequence, now)).toList(), batch.id());
  }

  /** A ledger of an earlier version of the program gets the columns that it has not. */
  private void take() {
    if (taken != null) {
      return;
    }
    if (tables.exists(LedgerTable.DEFINITION) && !tables.hasShape(LedgerTable.DEFINITION)) {
      tables.widen(LedgerTable.DEFINITION);
    }
    taken = tables.take(LedgerTable.DEFINITION);
  }

  /**
   * Appends rows of a batch and changed verdicts, which may be as many as there are returns, in one
   * commit and once a batch.
   *
   * @param changes rows of {@link VerdictChanges}
   */
  void record(Batch batch, List<LedgerEntry> entries, Dataset<Row> changes) {
    Timestamp now = Timestamp.from(clock.instant());
    Dataset<Row> changed =
        changes
            .withColumn(LedgerTable.BATCH_ID, lit(batch.id()))
            .withColumn(LedgerTable.RECORDED_AT, lit(now));
    List<Row> rows = entries.stream().map(entry -> entry.row(batch.id(), null, now)).toList();
    tables.append(
        LedgerTable.DEFINITION,
        spark
            .createDataFrame(rows, LedgerTable.DEFINITION.schema())
            .coalesce(1)
            .union(LedgerTable.DEFINITION.select(changed)),
        batch.id(),
        VERDICT,
        batch.number());
  }

  /** A batch: its number grows by one each time, its id sorts like its number. */
  record Batch(long number, LocalDate asOf) {
    /** The batch with the id. */
    static Batch of(String id, LocalDate asOf) {
      return new Batch(Long.parseLong(id.substring(1)), asOf);
    }

    String id() {
      return "B%06d".formatted(number);
    }
  }
}
