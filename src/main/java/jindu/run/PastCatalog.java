package jindu.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.run.History.PastBatch;

/** The catalog in force on a day, from the ledger (contracts.md section 3). */
final class PastCatalog {

  private PastCatalog() {}

  /**
   * The catalog that the request's day asks for. On the as-of day of the last batch and later it is
   * {@code reference/} as it is, which is what the next night will use; before the first batch too,
   * because the ledger knows no other.
   */
  static Catalog on(CheckRequest request, History history, Ledger ledger)
      throws CatalogException, IOException {
    Optional<LocalDate> last = history.last().map(PastBatch::asOf);
    Optional<LocalDate> past = request.asOf().filter(day -> last.filter(day::isBefore).isPresent());
    Optional<String> batch = past.flatMap(history::batchOn);
    return batch.isPresent() ? read(ledger.catalogTexts(batch.get())) : request.catalog();
  }

  private static Catalog read(Map<String, String> textsByPath)
      throws CatalogException, IOException {
    Path folder = Files.createTempDirectory("jindu-reference");
    try {
      for (Map.Entry<String, String> text : textsByPath.entrySet()) {
        Path file = folder.resolve(text.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.getValue());
      }
      return CatalogReader.read(folder);
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
