package jindu.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.table.ColumnDefinition;
import jindu.table.PublishedTables;
import jindu.table.TableDefinition;

/**
 * {@code publication.json}: what a publication is, what its columns mean and when they are null,
 * and its files' hashes.
 */
final class Manifest {

  /** The publication that was in force until this one. */
  static final String FOLLOWS = "follows";

  static final String BATCHES = "batches";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Manifest() {}

  static String text(
      String publication,
      LocalDate asOf,
      Optional<String> follows,
      List<String> batches,
      Optional<Catalog.Notice> notice,
      List<PublishedTable> tables,
      List<PublishedDocument> documents) {
    ObjectNode root = JSON.createObjectNode();
    root.put("publication", publication);
    root.put("as_of", asOf.toString());
    follows.ifPresent(id -> root.put(FOLLOWS, id));
    batches.forEach(root.putArray(BATCHES)::add);
    root.put("schema_version", PublishedTables.SCHEMA_VERSION);
    notice.ifPresent(words -> root.putObject("notice").put("zh", words.zh()).put("en", words.en()));
    ArrayNode list = root.putArray("tables");
    tables.forEach(table -> describe(list.addObject(), table));
    ArrayNode looked = root.putArray("documents");
    documents.forEach(
        document ->
            looked.addObject().put("path", document.path()).put("sha256", document.sha256()));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of texts and numbers can always be written.", e);
    }
  }

  static String publication(String manifest) {
    return read(manifest).required("publication").asText();
  }

  static LocalDate asOf(String manifest) {
    return LocalDate.parse(read(manifest).required("as_of").asText());
  }

  /** The paths of a table's files, in order; none where the publication has no such table. */
  static List<String> files(String manifest, TableDefinition table) {
    List<String> paths = new ArrayList<>();
    for (JsonNode each : read(manifest).required("tables")) {
      if (each.required("name").asText().equals(table.name())) {
        each.required("files").forEach(file -> paths.add(file.required("path").asText()));
      }
    }
    return paths;
  }

  /** Path to SHA-256 of every file of a table that a manifest names. */
  static Map<String, String> tables(String manifest) {
    Map<String, String> hashes = new HashMap<>();
    read(manifest).required("tables").forEach(table -> add(hashes, table.required("files")));
    return hashes;
  }

  /** Path to SHA-256 of every file that a manifest names, tables and documents. */
  static Map<String, String> files(String manifest) {
    Map<String, String> hashes = tables(manifest);
    add(hashes, read(manifest).path("documents"));
    return hashes;
  }

  private static JsonNode read(String manifest) {
    try {
      return JSON.readTree(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot read publication.json: it is damaged.", e);
    }
  }

  private static void add(Map<String, String> hashes, JsonNode files) {
    files.forEach(
        file -> hashes.put(file.required("path").asText(), file.required("sha256").asText()));
  }

  private static void describe(ObjectNode node, PublishedTable table) {
    node.put("name", table.definition().name());
    node.put("rows", table.rows());
    table.definition().key().forEach(node.putArray("key")::add);
    ArrayNode columns = node.putArray("columns");
    for (ColumnDefinition column : table.definition().columns()) {
      columns
          .addObject()
          .put("name", column.name())
          .put("type", column.type().sql())
          .put("unit", column.unit())
          .put("meaning", column.meaning())
          .put("null_when", column.nullWhen());
    }
    ArrayNode files = node.putArray("files");
    for (PublishedTable.File file : table.files()) {
      files
          .addObject()
          .put("path", file.path())
          .put("rows", file.rows())
          .put("sha256", file.sha256());
    }
  }
}
