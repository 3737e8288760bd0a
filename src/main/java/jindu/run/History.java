package jindu.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;

/**
 * What earlier batches left in the ledger.
 *
 * @param lastNumber number of the last batch, 0 before the first
 * @param lastFinished whether the last batch ended; one that did not is carried on by the next
 * @param files the latest account of each delivery, by delivery id
 * @param catalog hash of each catalog file of the last finished batch
 * @param publications as-of date of each publication, in the order they were made
 * @param batches ids of the batches that finished
 */
record History(
    long lastNumber,
    boolean lastFinished,
    Map<String, KnownFile> files,
    Map<String, String> catalog,
    Map<String, LocalDate> publications,
    List<String> batches) {

  /** A delivery as it was last recorded. */
  record KnownFile(FileAccount account, String detail) {}

  static History of(List<Row> rows) {
    long lastNumber = 0;
    Map<String, String> state = new TreeMap<>();
    Map<String, KnownFile> files = new HashMap<>();
    Map<String, Map<String, String>> catalogs = new TreeMap<>();
    Map<String, LocalDate> publications = new java.util.LinkedHashMap<>();
    for (Row row : rows) {
      String batch = row.getAs(LedgerTable.BATCH_ID);
      String name = row.getAs(LedgerTable.NAME);
      switch (row.<String>getAs(LedgerTable.ENTRY)) {
        case Ledger.BATCH -> {
          state.put(batch, row.getAs(LedgerTable.STATE));
          lastNumber = Math.max(lastNumber, Long.parseLong(batch.substring(1)));
        }
        case Ledger.FILE ->
            files.put(
                row.getAs(LedgerTable.DELIVERY_ID),
                new KnownFile(account(row), row.getAs(LedgerTable.DETAIL)));
        case Ledger.CATALOG ->
            catalogs
                .computeIfAbsent(batch, key -> new TreeMap<>())
                .put(name, row.getAs(LedgerTable.CONTENT_HASH));
        default -> publications.put(name, day(row));
      }
    }
    List<String> finished = new ArrayList<>();
    state.forEach(
        (batch, last) -> {
          if (last.equals(Ledger.DONE)) {
            finished.add(batch);
          }
        });
    String last = finished.isEmpty() ? "" : finished.get(finished.size() - 1);
    return new History(
        lastNumber,
        state.isEmpty() || last.equals("B%06d".formatted(lastNumber)),
        files,
        catalogs.getOrDefault(last, Map.of()),
        publications,
        finished);
  }

  /** The deliveries that came under a path; more than one when its content changed. */
  List<KnownFile> at(String path) {
    return files.values().stream().filter(file -> file.account().path().equals(path)).toList();
  }

  /** The latest as-of date of a publication. */
  Optional<LocalDate> publishedAsOf() {
    return publications.values().stream().max(LocalDate::compareTo);
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
        row.<Long>getAs(LedgerTable.QUARANTINED));
  }

  private static LocalDate day(Row row) {
    return row.<java.sql.Date>getAs(LedgerTable.RECEIVED_DATE).toLocalDate();
  }
}
