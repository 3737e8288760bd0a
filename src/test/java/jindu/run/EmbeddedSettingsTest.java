package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spark is set to, and where that is said. */
class EmbeddedSettingsTest {

  private static final String FILE = "jindu.settings";
  private static final String KNOWN = "spark.jindu.known";

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    List.of(FILE, KNOWN).forEach(System::clearProperty);
  }

  @Test
  void withoutALauncherTheSettingsAreThoseOfTheShippedFile() throws IOException {
    Properties shipped = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of("jobs", "conf", "embedded.conf"))) {
      shipped.load(reader);
    }
    assertThat(shipped).isNotEmpty();
    assertThat(EmbeddedSettings.read()).containsAllEntriesOf(asText(shipped));
  }

  @Test
  void theFileThatIsNamedCountsAndASystemPropertyGoesBefore() throws IOException {
    Path file = folder.resolve("embedded.conf");
    Files.writeString(file, "# why\nspark.ui.enabled  true \n" + KNOWN + " file\n");
    System.setProperty(FILE, file.toString());
    assertThat(EmbeddedSettings.read()).containsEntry("spark.ui.enabled", "true");
    assertThat(EmbeddedSettings.read()).containsEntry(KNOWN, "file");

    System.setProperty(KNOWN, "property");
    assertThat(EmbeddedSettings.read()).doesNotContainKey(KNOWN).hasSizeGreaterThan(1);
  }

  /** An operator changes a line only where he can read what it is for. */
  @ParameterizedTest
  @ValueSource(strings = {"embedded", "standalone", "yarn", "kubernetes"})
  void everySettingStandsBelowItsReason(String engine) throws IOException {
    String text = Files.readString(Path.of("jobs", "conf", engine + ".conf"));
    List<String> blocks = List.of(text.split("\n\n", -1));
    assertThat(blocks).hasSizeGreaterThan(4).allMatch(block -> block.startsWith("# "));
  }

  private static Map<String, String> asText(Properties properties) {
    Map<String, String> text = new TreeMap<>();
    properties.stringPropertyNames().forEach(name -> text.put(name, properties.getProperty(name)));
    return text;
  }
}
