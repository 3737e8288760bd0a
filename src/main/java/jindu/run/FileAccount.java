package jindu.run;

import java.time.LocalDate;

/**
 * The rows of one delivery by verdict. A file that could not be read counts as one row,
 * quarantined.
 *
 * @param rowsRead rows of the file as ingest stored them
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
    long quarantined) {

  /** Whether rows read = accepted + unchanged + quarantined. */
  public boolean balances() {
    return rowsRead == accepted + unchanged + quarantined;
  }
}
