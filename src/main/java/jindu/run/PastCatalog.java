package jindu.run;

import java.time.LocalDate;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.run.History.PastBatch;

/** The catalog in force on a day, from the ledger (contracts.md section 3). */
final class PastCatalog {

  private PastCatalog() {}

  /**
   * The catalog that the day given asks for. On the as-of day of the last batch and later it is
   * {@code reference/} as it is, which is what the next night will use; before the first batch too,
   * because the ledger knows no other.
   */
  static Catalog on(Optional<LocalDate> asOf, Catalog reference, History history, Ledger ledger)
      throws CatalogException {
    Optional<LocalDate> last = history.last().map(PastBatch::asOf);
    Optional<LocalDate> past = asOf.filter(day -> last.filter(day::isBefore).isPresent());
    Optional<String> batch = past.flatMap(history::batchOn);
    return batch.isPresent() ? CatalogReader.read(ledger.catalogTexts(batch.get())) : reference;
  }
}
