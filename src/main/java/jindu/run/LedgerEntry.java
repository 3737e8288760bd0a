package jindu.run;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row of the ledger; what does not apply to its kind is null. */
record LedgerEntry(
    String entry,
    String name,
    String state,
    String form,
    String deliveryId,
    String contentHash,
    LocalDate day,
    Long rowsIn,
    Long rowsOut,
    Long accepted,
    Long unchanged,
    Long quarantined,
    Duration took,
    String detail) {

  static LedgerEntry batch(String state, LocalDate asOf, Duration took, String detail) {
    return of(Ledger.BATCH, "nightly", state, null, asOf, took, detail);
  }

  static LedgerEntry catalog(String file, String hash, String text) {
    return of(Ledger.CATALOG, file, Ledger.DONE, hash, null, null, text);
  }

  static LedgerEntry publication(String id, LocalDate asOf) {
    return of(Ledger.PUBLICATION, id, Ledger.DONE, null, asOf, null, null);
  }

  static LedgerEntry stage(String name, long rowsIn, long rowsOut, Duration took) {
    return new LedgerEntry(
        Ledger.STAGE,
        name,
        Ledger.DONE,
        null,
        null,
        null,
        null,
        rowsIn,
        rowsOut,
        null,
        null,
        null,
        took,
        null);
  }

  /**
   * @param detail size and time of change, by which the next night knows the file
   */
  static LedgerEntry file(FileAccount account, String detail) {
    return new LedgerEntry(
        Ledger.FILE,
        account.path(),
        Ledger.DONE,
        account.form(),
        account.deliveryId(),
        account.contentHash(),
        account.receivedDate(),
        account.rowsRead(),
        null,
        account.accepted(),
        account.unchanged(),
        account.quarantined(),
        null,
        detail);
  }

  private static LedgerEntry of(
      String entry,
      String name,
      String state,
      String hash,
      LocalDate day,
      Duration took,
      String detail) {
    return new LedgerEntry(
        entry, name, state, null, null, hash, day, null, null, null, null, null, took, detail);
  }

  Row row(String batch, Timestamp recordedAt) {
    return RowFactory.create(
        batch,
        entry,
        name,
        recordedAt,
        state,
        form,
        deliveryId,
        contentHash,
        day == null ? null : Date.valueOf(day),
        rowsIn,
        rowsOut,
        accepted,
        unchanged,
        quarantined,
        took == null ? null : BigDecimal.valueOf(took.toMillis(), 3),
        detail);
  }
}
