package jindu.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the log of a stored table says of single commits (Delta's protocol, {@code _delta_log}). */
record TableCommits(Path table) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOG = "_delta_log";
  private static final String COMMIT = "[0-9]{20}\\.json";

  /** Every table of a lake, in the order of their names. */
  static List<TableCommits> of(Path lake) throws IOException {
    try (Stream<Path> folders = Files.list(lake)) {
      return folders
          .filter(folder -> Files.isDirectory(folder.resolve(LOG)))
          .sorted()
          .map(TableCommits::new)
          .toList();
    }
  }

  String name() {
    return table.getFileName().toString();
  }

  /** The files with rows that this table has got since it was as {@code before} is. */
  List<Path> addedSince(TableCommits before) throws IOException {
    Set<Path> known = before.commits();
    List<Path> added = new ArrayList<>();
    for (Path commit : commits()) {
      if (!known.contains(commit)) {
        added.addAll(added(table.resolve(commit)));
      }
    }
    return added.stream().filter(Files::exists).toList();
  }

  /** Below the table's folder, in their order; none where there is no table. */
  private Set<Path> commits() throws IOException {
    Path log = table.resolve(LOG);
    if (!Files.isDirectory(log)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(log)) {
      Set<Path> commits = new LinkedHashSet<>();
      files
          .filter(file -> file.getFileName().toString().matches(COMMIT))
          .sorted()
          .forEach(file -> commits.add(table.relativize(file)));
      return commits;
    }
  }

  private List<Path> added(Path commit) throws IOException {
    List<Path> added = new ArrayList<>();
    for (String line : Files.readAllLines(commit, StandardCharsets.UTF_8)) {
      JsonNode path = JSON.readTree(line).path("add").path("path");
      if (path.isTextual()) {
        // The protocol writes the path as part of a URI, in which a plus is a plus.
        String escaped = path.asText().replace("+", "%2B");
        added.add(table.resolve(URLDecoder.decode(escaped, StandardCharsets.UTF_8)));
      }
    }
    return added;
  }

  /** The columns by whose values the table lies in folders. */
  List<String> partition() throws IOException {
    List<String> columns = new ArrayList<>();
    for (Path commit : commits()) {
      for (String line : Files.readAllLines(table.resolve(commit), StandardCharsets.UTF_8)) {
        JsonNode meta = JSON.readTree(line).path("metaData").path("partitionColumns");
        if (meta.isArray()) {
          columns.clear();
          meta.forEach(column -> columns.add(column.asText()));
        }
      }
    }
    return columns;
  }
}
