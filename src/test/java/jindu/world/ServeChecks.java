package jindu.world;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jindu.core.ContentHash;
import jindu.run.DuckDb;

/**
 * The server of a lake as its clients meet it: each a process of its own, on its own class path.
 */
final class ServeChecks implements AutoCloseable {

  private static final Path EXAMPLES = Path.of("docs", "examples", "serve");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a statement is told that only Delta's own grammar knows, which is not there. */
  private static final String NO_GRAMMAR = "PARSE_SYNTAX_ERROR";

  /** The same of files under their path, which are no tables. */
  private static final String NO_TABLE = "TABLE_OR_VIEW_NOT_FOUND";

  private final Path lake;
  private final Path said;
  private final Process server;
  private final BufferedReader results;
  private final String address;

  /** Starts the server of a lake at a port that is free. */
  ServeChecks(Path lake) throws IOException {
    this.lake = lake;
    this.said = Files.createTempFile("serve", ".txt");
    this.server =
        new ProcessBuilder(
                "jobs/jindu", "serve", "--lake", lake.toString(), "--port", "0", "--lang", "en")
            .redirectError(said.toFile())
            .start();
    this.results = server.inputReader(StandardCharsets.UTF_8);
    this.address = results.readLine();
    assertThat(address).as(Files.readString(said)).matches("sc://127\\.0\\.0\\.1:\\d+");
  }

  void saysHowToConnectAndWhoMayRead() throws IOException {
    assertThat(results.readLine()).startsWith("Python: ").contains(address);
    assertThat(results.readLine()).startsWith("Java: ").contains(address);
    assertThat(said).content().contains("for the bureau only", "There is no password");
  }

  void aJavaClientReadsWhatTheFilesHold() throws Exception {
    WorldProcess.run(
        "mvn", "-q", "-f", EXAMPLES.resolve("pom.xml").toString(), "dependency:copy-dependencies");
    String read =
        WorldProcess.results(
            "java",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "-cp",
            EXAMPLES.resolve("target").resolve("dependency") + "/*",
            EXAMPLES.resolve("ReadLake.java").toString(),
            address);
    assertThat(read.lines()).containsExactlyElementsOf(held());
  }

  void aPythonClientReadsWhatTheFilesHold() throws Exception {
    String read = python(EXAMPLES.resolve("read_lake.py"), address);
    assertThat(read.lines()).containsExactlyElementsOf(held());
  }

  void refusesWhateverIsNoReading() throws Exception {
    Map<String, String> before = files();
    Path script = Path.of("src", "test", "python", "write_through_serve.py");
    List<String> tried = new ArrayList<>();
    for (String line :
        python(script, address, lake.toString(), script.toString()).lines().toList()) {
      JsonNode attempt = JSON.readTree(line);
      String what = attempt.required("tried").asText();
      tried.add(what);
      String refusal = attempt.required("refusal").asText();
      if (what.matches("(OPTIMIZE|VACUUM|RESTORE) .*")) {
        assertThat(refusal).as(what).contains(NO_GRAMMAR);
      } else if (what.contains("text.`")) {
        assertThat(refusal).as(what).contains(NO_TABLE);
      } else {
        assertThat(refusal)
            .as(what)
            .contains("只读取数据湖的表")
            .contains("This server only reads the tables of the lake");
      }
    }
    assertThat(tried).hasSizeGreaterThan(60);
    assertThat(files()).isEqualTo(before);
  }

  void endsWhenItIsInterrupted() throws Exception {
    server.destroy();
    assertThat(server.waitFor()).as(Files.readString(said)).isZero();
  }

  @Override
  public void close() throws IOException {
    server.destroyForcibly();
    Files.deleteIfExists(said);
  }

  /** What the examples print, read by DuckDB from the files. */
  private List<String> held() throws Exception {
    List<String> lines = new ArrayList<>();
    try (DuckDb duck = DuckDb.open()) {
      Path published = lake.resolve("published").resolve("current").toRealPath();
      lines.addAll(
          lines(
              "headline",
              duck.rows(
                  """
                  FROM read_parquet('%s/headline/*.parquet') SELECT indicator, display_value, lamp
                  WHERE (year, quarter) IN (
                    FROM read_parquet('%1$s/headline/*.parquet')
                    SELECT year, quarter ORDER BY year DESC, quarter DESC LIMIT 1)
                  ORDER BY line
                  """
                      .formatted(published))));
      lines.addAll(
          lines(
              "output",
              duck.rows(
                  """
                  FROM read_parquet([%s], hive_partitioning = true)
                  SELECT township_code, count(*) AS returns, sum(value) AS yuan
                  WHERE form = 'B204-1' AND item = 'gross_output' AND in_force AND period = '2021-06'
                  GROUP BY township_code ORDER BY township_code
                  """
                      .formatted(
                          committed("observations").stream()
                              .map(file -> "'" + file + "'")
                              .collect(joining(", "))))));
    }
    assertThat(lines).anyMatch(line -> line.startsWith("headline\tgrp\t360.0000"));
    assertThat(lines.stream().filter(line -> line.startsWith("output"))).hasSizeGreaterThan(5);
    return lines;
  }

  private static List<String> lines(String what, List<Map<String, Object>> rows) {
    return rows.stream()
        .map(
            row ->
                row.values().stream().map(String::valueOf).collect(joining("\t", what + "\t", "")))
        .toList();
  }

  /** The files of a Delta table, by the lines of its log. */
  private Set<Path> committed(String table) throws IOException {
    Set<Path> files = new TreeSet<>();
    Path folder = lake.resolve(table);
    try (Stream<Path> log = Files.list(folder.resolve("_delta_log"))) {
      for (Path commit : log.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
        for (String line : Files.readAllLines(commit)) {
          JsonNode action = JSON.readTree(line);
          if (action.has("add")) {
            files.add(folder.resolve(action.path("add").required("path").asText()));
          } else if (action.has("remove")) {
            files.remove(folder.resolve(action.path("remove").required("path").asText()));
          }
        }
      }
    }
    return files;
  }

  /** Every file of the lake, each with the hash of its bytes. */
  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(lake)) {
      for (Path file : all.toList()) {
        if (Files.isRegularFile(file)) {
          try (InputStream in = Files.newInputStream(file)) {
            files.put(lake.relativize(file).toString(), ContentHash.of(in));
          }
        } else {
          files.put(lake.relativize(file).toString(), "");
        }
      }
    }
    return files;
  }

  private static String python(Path script, String... arguments) throws Exception {
    Path home = WorldProcess.python("world-connect", EXAMPLES.resolve("requirements.txt"));
    List<String> command = new ArrayList<>(List.of(home.toString(), script.toString()));
    command.addAll(List.of(arguments));
    return WorldProcess.results(command.toArray(String[]::new));
  }
}
