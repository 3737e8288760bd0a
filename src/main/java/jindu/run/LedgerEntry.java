package jindu.run;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jindu.ingest.InboxPath;
import jindu.lake.DeltaTables;
import jindu.protect.pattern.Pattern;
import jindu.table.ColumnDefinition;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One row of the ledger.
 *
 * @param values by column; what does not apply to its kind is absent
 */
record LedgerEntry(Map<String, Object> values) {

  /**
   * @param took null while it runs
   * @param detail how it ended; null while it runs
   */
  static LedgerEntry batch(String state, LocalDate asOf, Duration took, String detail) {
    return of(Ledger.BATCH, "nightly", state)
        .with(LedgerTable.RECEIVED_DATE, Date.valueOf(asOf))
        .with(LedgerTable.SECONDS, seconds(took))
        .with(LedgerTable.DETAIL, detail);
  }

  /**
   * A batch that begins.
   *
   * @param agenda hash of what there is to do
   * @param owner who runs it
   * @param before what it carries on; null where it carries nothing on
   */
  static LedgerEntry start(LocalDate asOf, String agenda, String owner, String before) {
    return batch(Ledger.STARTED, asOf, null, before)
        .with(LedgerTable.CONTENT_HASH, agenda)
        .with(LedgerTable.OWNER, owner);
  }

  /**
   * A file of the catalog that a batch uses.
   *
   * @param text null where the ledger has it already, under the same hash
   */
  static LedgerEntry catalog(String file, String hash, String text) {
    return of(Ledger.CATALOG, file, Ledger.DONE)
        .with(LedgerTable.CONTENT_HASH, hash)
        .with(LedgerTable.DETAIL, text);
  }

  static LedgerEntry publication(String id, LocalDate asOf) {
    return of(Ledger.PUBLICATION, id, Ledger.DONE)
        .with(LedgerTable.RECEIVED_DATE, Date.valueOf(asOf));
  }

  /** How a pattern is called: one of an indicator and year. */
  static String block(String indicator, int year) {
    return indicator + "/" + year;
  }

  /**
   * @param text all of the pattern
   * @param took to choose and attack it
   */
  static LedgerEntry pattern(Pattern pattern, String text, Duration took) {
    return of(Ledger.PATTERN, block(pattern.indicator(), pattern.year()), Ledger.DONE)
        .with(LedgerTable.CONTENT_HASH, pattern.fingerprint())
        .with(LedgerTable.ROWS_IN, (long) pattern.counts().cells())
        .with(LedgerTable.ROWS_OUT, (long) pattern.counts().withheld())
        .with(LedgerTable.SECONDS, seconds(took))
        .with(LedgerTable.DETAIL, text);
  }

  /** Open cells of a block that one or two respondents changed. */
  static LedgerEntry changesOfFew(ChangesOfFew changes) {
    return of(Ledger.CHANGES_OF_FEW, block(changes.indicator(), changes.year()), Ledger.DONE)
        .with(LedgerTable.ROWS_OUT, (long) changes.cells().size())
        .with(LedgerTable.DETAIL, changes.text());
  }

  /** A publication that was removed. */
  static LedgerEntry removal(String publication, String why) {
    return of(Ledger.REMOVAL, publication, Ledger.DONE).with(LedgerTable.DETAIL, why);
  }

  static LedgerEntry switchedBack(String publication, String state, String reason) {
    return of(Ledger.SWITCH, publication, state).with(LedgerTable.DETAIL, reason);
  }

  /**
   * A stage that is done.
   *
   * @param used tables read and written, each with its version
   * @param handOver what it leaves to the later ones; null where tables are all
   */
  static LedgerEntry stage(
      String name,
      Night.Rows rows,
      Duration took,
      StageMeter meter,
      DeltaTables.Used used,
      String handOver) {
    return of(Ledger.STAGE, name, Ledger.DONE)
        .with(LedgerTable.ROWS_IN, rows.in())
        .with(LedgerTable.ROWS_OUT, rows.out())
        .with(LedgerTable.SECONDS, seconds(took))
        .with(LedgerTable.JOBS, meter.jobs())
        .with(LedgerTable.PEAK_MEMORY, meter.peakMemory())
        .with(LedgerTable.SLICES, rows.entries().stream().filter(LedgerEntry::isSlice).count())
        .with(LedgerTable.INPUTS, String.join(" ", used.read()))
        .with(LedgerTable.OUTPUTS, String.join(" ", used.written()))
        .with(LedgerTable.DETAIL, handOver);
  }

  private boolean isSlice() {
    return Ledger.SLICE.equals(values.get(LedgerTable.ENTRY));
  }

  /**
   * @param version the Delta version that the table then had
   */
  static LedgerEntry table(String name, long rows, long version) {
    return of(Ledger.TABLE, name, Ledger.DONE)
        .with(LedgerTable.ROWS_OUT, rows)
        .with(LedgerTable.VERSION, version);
  }

  /**
   * A table that was maintained: its rows are the same under a later version.
   *
   * @param version the Delta version that the table then had
   * @param detail how many files it had before
   */
  static LedgerEntry maintenance(String name, long version, String detail) {
    return of(Ledger.MAINTENANCE, name, Ledger.DONE)
        .with(LedgerTable.VERSION, version)
        .with(LedgerTable.DETAIL, detail);
  }

  /**
   * @param form null for cells of an indicator
   * @param why what made it be computed
   */
  static LedgerEntry slice(String name, String form, String why) {
    return of(Ledger.SLICE, name, Ledger.DONE)
        .with(LedgerTable.FORM, form)
        .with(LedgerTable.DETAIL, why);
  }

  /**
   * @param detail size and time of change, by which the next night knows the file
   */
  static LedgerEntry file(FileAccount account, String detail) {
    return of(Ledger.FILE, account.path(), Ledger.DONE)
        .with(LedgerTable.FORM, account.form())
        .with(LedgerTable.DELIVERY_ID, account.deliveryId())
        .with(LedgerTable.CONTENT_HASH, account.contentHash())
        .with(LedgerTable.RECEIVED_DATE, Date.valueOf(account.receivedDate()))
        .with(LedgerTable.FOLDER_DATE, folderDate(account.path()))
        .with(LedgerTable.ROWS_IN, account.rowsRead())
        .with(LedgerTable.ACCEPTED, account.accepted())
        .with(LedgerTable.UNCHANGED, account.unchanged())
        .with(LedgerTable.QUARANTINED, account.quarantined())
        .with(LedgerTable.EXCLUDED, account.excluded())
        .with(LedgerTable.SKIPPED_SHEETS, account.skippedSheets())
        .with(LedgerTable.UNKNOWN_HEADERS, account.unknownHeaders())
        .with(LedgerTable.DETAIL, detail);
  }

  /** What the entry is about. */
  String name() {
    return (String) values.get(LedgerTable.NAME);
  }

  /** Rows written, of an entry that says so. */
  long rowsOut() {
    return (Long) values.get(LedgerTable.ROWS_OUT);
  }

  /**
   * @param sequence null where a Spark job writes the row
   */
  Row row(String batch, Long sequence, Timestamp recordedAt) {
    LedgerEntry complete =
        with(LedgerTable.BATCH_ID, batch)
            .with(LedgerTable.SEQUENCE, sequence)
            .with(LedgerTable.RECORDED_AT, recordedAt);
    return RowFactory.create(
        LedgerTable.DEFINITION.columns().stream()
            .map(ColumnDefinition::name)
            .map(complete.values()::get)
            .toArray());
  }

  private static LedgerEntry of(String entry, String name, String state) {
    return new LedgerEntry(
        Map.of(LedgerTable.ENTRY, entry, LedgerTable.NAME, name, LedgerTable.STATE, state));
  }

  private LedgerEntry with(String column, Object value) {
    Map<String, Object> more = new HashMap<>(values);
    more.put(column, value);
    return new LedgerEntry(more);
  }

  private static Date folderDate(String path) {
    return InboxPath.parse(path).flatMap(InboxPath::receivedDate).map(Date::valueOf).orElse(null);
  }

  private static BigDecimal seconds(Duration took) {
    return took == null ? null : BigDecimal.valueOf(took.toMillis(), 3);
  }
}
