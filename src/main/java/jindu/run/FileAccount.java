package jindu.run;

import java.time.LocalDate;

/**
 * The rows of one delivery by verdict. A file that could not be read counts as one row,
 * quarantined.
 *
 * @param rowsRead rows of the file as ingest stored them
 * @param excluded those of the quarantined that the bureau left out ({@code exclusions.csv})
 * @param skippedSheets sheets of a workbook that were not read, and why; null where there are none
 * @param unknownHeaders headers that name no column of the form; null where there are none
 */
public record FileAccount(
    String deliveryId,
    String form,
    String path,
    String contentHash,
    LocalDate receivedDate,
    long rowsRead,
    long accepted,
    long unchanged,
    long quarantined,
    long excluded,
    String skippedSheets,
    String unknownHeaders) {

  /** A file as ingest read it, before it is judged. */
  static FileAccount read(
      String deliveryId,
      String form,
      String path,
      String contentHash,
      LocalDate receivedDate,
      long rowsRead,
      String skippedSheets,
      String unknownHeaders) {
    return new FileAccount(
        deliveryId,
        form,
        path,
        contentHash,
        receivedDate,
        rowsRead,
        0,
        0,
        0,
        0,
        skippedSheets,
        unknownHeaders);
  }

  /** The same file as it was received on another day. */
  FileAccount receivedOn(LocalDate day) {
    return new FileAccount(
        deliveryId,
        form,
        path,
        contentHash,
        day,
        rowsRead,
        accepted,
        unchanged,
        quarantined,
        excluded,
        skippedSheets,
        unknownHeaders);
  }

  /** The same file with other verdicts on its rows. */
  FileAccount judged(long nowAccepted, long nowUnchanged, long nowQuarantined, long nowExcluded) {
    return new FileAccount(
        deliveryId,
        form,
        path,
        contentHash,
        receivedDate,
        rowsRead,
        nowAccepted,
        nowUnchanged,
        nowQuarantined,
        nowExcluded,
        skippedSheets,
        unknownHeaders);
  }

  /** Whether rows read = accepted + unchanged + quarantined. */
  public boolean balances() {
    return rowsRead == accepted + unchanged + quarantined;
  }
}
