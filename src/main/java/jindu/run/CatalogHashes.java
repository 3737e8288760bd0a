package jindu.run;

import java.util.Map;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.core.ContentHash;

/** SHA-256 of each catalog file, by which a night sees that the catalog changed. */
final class CatalogHashes {

  private CatalogHashes() {}

  static Map<String, String> of(Catalog catalog) {
    Map<String, String> hashes = new TreeMap<>();
    catalog.files().forEach((file, text) -> hashes.put(file, ContentHash.of(text)));
    return hashes;
  }
}
