package jindu.run;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.lake.DeltaTables;
import jindu.run.History.KnownFile;
import jindu.run.History.PastBatch;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;

/** Reads a {@link History} off the ledger, entry by entry. */
final class HistoryReader {

  private final TreeMap<String, PastBatch> batches = new TreeMap<>();
  private final Map<String, KnownFile> files = new HashMap<>();
  private final Map<String, Map<String, String>> catalogs = new HashMap<>();
  private final Map<String, LocalDate> publications = new LinkedHashMap<>();
  private final Map<String, String> publishers = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> versions = new HashMap<>();
  private final TreeMap<String, Map<String, String>> patterns = new TreeMap<>();

  /**
   * @param rows of the ledger, in the order in which they were recorded
   */
  History read(List<Row> rows) {
    rows.forEach(this::add);
    return new History(batches, files, catalogs, publications, publishers, versions, patterns);
  }

  private void add(Row row) {
    String batch = row.getAs(LedgerTable.BATCH_ID);
    String name = row.getAs(LedgerTable.NAME);
    switch (row.<String>getAs(LedgerTable.ENTRY)) {
      case Ledger.BATCH -> addBatch(batch, row);
      case Ledger.STAGE -> addStage(batch, row);
      case Ledger.FILE ->
          files.put(
              row.getAs(LedgerTable.DELIVERY_ID),
              new KnownFile(account(row), row.getAs(LedgerTable.DETAIL)));
      case Ledger.CATALOG -> of(catalogs, batch).put(name, row.getAs(LedgerTable.CONTENT_HASH));
      case Ledger.TABLE, Ledger.MAINTENANCE ->
          of(versions, batch).put(name, row.getAs(LedgerTable.VERSION));
      case Ledger.PATTERN -> of(patterns, batch).put(name, row.getAs(LedgerTable.DETAIL));
      default -> {
        publications.put(name, day(row));
        publishers.put(name, batch);
      }
    }
  }

  private void addBatch(String batch, Row row) {
    if (beginsAnew(row)) {
      // A try that carries nothing on: what earlier ones did is not relied on any more.
      batches.computeIfPresent(batch, (id, before) -> before.withoutStages());
      versions.remove(batch);
    }
    batches.merge(
        batch,
        new PastBatch(
            day(row),
            Ledger.DONE.equals(row.getAs(LedgerTable.STATE)),
            row.getAs(LedgerTable.CONTENT_HASH),
            new TreeMap<>()),
        PastBatch::then);
  }

  private void addStage(String batch, Row row) {
    if (batches.containsKey(batch)) {
      batches.get(batch).stages().put(row.getAs(LedgerTable.NAME), row.getAs(LedgerTable.DETAIL));
    }
    Map<String, Long> left = DeltaTables.Used.versions(row.getAs(LedgerTable.OUTPUTS));
    // The ledger goes on after it said where it was, so that nobody left it there.
    left.remove(LedgerTable.DEFINITION.name());
    of(versions, batch).putAll(left);
  }

  private static <V> Map<String, V> of(Map<String, Map<String, V>> byBatch, String batch) {
    return byBatch.computeIfAbsent(batch, key -> new TreeMap<>());
  }

  private static boolean beginsAnew(Row row) {
    return Ledger.STARTED.equals(row.getAs(LedgerTable.STATE))
        && row.isNullAt(row.fieldIndex(LedgerTable.DETAIL));
  }

  private static FileAccount account(Row row) {
    return new FileAccount(
        row.getAs(LedgerTable.DELIVERY_ID),
        row.getAs(LedgerTable.FORM),
        row.getAs(LedgerTable.NAME),
        row.getAs(LedgerTable.CONTENT_HASH),
        day(row),
        row.<Long>getAs(LedgerTable.ROWS_IN),
        row.<Long>getAs(LedgerTable.ACCEPTED),
        row.<Long>getAs(LedgerTable.UNCHANGED),
        row.<Long>getAs(LedgerTable.QUARANTINED),
        excluded(row),
        row.getAs(LedgerTable.SKIPPED_SHEETS),
        row.getAs(LedgerTable.UNKNOWN_HEADERS));
  }

  /** Null in entries of before there were exclusions. */
  private static long excluded(Row row) {
    Long excluded = row.getAs(LedgerTable.EXCLUDED);
    return excluded == null ? 0 : excluded;
  }

  private static LocalDate day(Row row) {
    return row.<java.sql.Date>getAs(LedgerTable.RECEIVED_DATE).toLocalDate();
  }
}
