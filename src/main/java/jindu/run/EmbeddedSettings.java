package jindu.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The settings of a Spark in this process: {@code jobs/conf/embedded.conf}, whose lines say why,
 * and what follows from the machine. A system property of the same name goes before.
 */
final class EmbeddedSettings {

  /** The system property that names the file; without it, the one that was built in is read. */
  private static final String FILE = "jindu.settings";

  private static final String BUILT_IN = "/jindu/embedded.conf";

  private EmbeddedSettings() {}

  /** By name; nothing that a system property says. */
  static Map<String, String> read() {
    Properties lines = new Properties();
    try (Reader reader = open()) {
      lines.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the settings of the embedded Spark: " + e, e);
    }
    Map<String, String> settings = new TreeMap<>(ofTheMachine());
    lines
        .stringPropertyNames()
        .forEach(name -> settings.put(name, lines.getProperty(name).strip()));
    settings.keySet().removeIf(name -> System.getProperty(name) != null);
    return settings;
  }

  /** One task a core: at a district's size a task costs more than its rows. */
  private static Map<String, String> ofTheMachine() {
    String cores = Integer.toString(Runtime.getRuntime().availableProcessors());
    return Map.of(
        "spark.sql.shuffle.partitions", cores,
        "spark.sql.sources.parallelPartitionDiscovery.parallelism", cores);
  }

  private static Reader open() throws IOException {
    String file = System.getProperty(FILE);
    if (file != null) {
      return Files.newBufferedReader(Path.of(file));
    }
    InputStream builtIn = EmbeddedSettings.class.getResourceAsStream(BUILT_IN);
    return new InputStreamReader(builtIn, StandardCharsets.UTF_8);
  }
}
