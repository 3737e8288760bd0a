package jindu.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import jindu.catalog.Catalog;

/** SHA-256 of each catalog file, by which a night sees that the catalog changed. */
final class CatalogHashes {

  private CatalogHashes() {}

  static Map<String, String> of(Catalog catalog) {
    Map<String, String> hashes = new TreeMap<>();
    catalog.files().forEach((file, text) -> hashes.put(file, hash(text)));
    return hashes;
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
