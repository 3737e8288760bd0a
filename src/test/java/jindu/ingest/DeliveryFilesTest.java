package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file under {@code resources/ingest} yields what the {@code .expected} beside it says. */
final class DeliveryFilesTest {

  static final Path INBOX = Path.of("src/test/resources/ingest");

  private static final String EXPECTED = ".expected";

  @TestFactory
  Stream<DynamicTest> yieldsWhatIsExpectedOf() throws IOException {
    return deliveries().stream()
        .map(path -> DynamicTest.dynamicTest(path, () -> assertYieldsExpected(path)));
  }

  @Test
  void everyExpectationHasItsFile() throws IOException {
    List<String> deliveries = deliveries();
    assertThat(paths(EXPECTED))
        .map(path -> path.substring(0, path.length() - EXPECTED.length()))
        .hasSizeGreaterThan(40)
        .containsExactlyInAnyOrderElementsOf(deliveries);
  }

  static List<String> deliveries() throws IOException {
    return paths("").stream().filter(path -> !path.endsWith(EXPECTED)).toList();
  }

  private static List<String> paths(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(INBOX)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> INBOX.relativize(file).toString().replace('\\', '/'))
          .filter(path -> InboxPath.parse(path).isPresent() && path.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private static void assertYieldsExpected(String path) throws IOException {
    List<String> expected = Files.readAllLines(INBOX.resolve(path + EXPECTED), UTF_8);
    List<String> decoded = Decoded.lines(path, Files.readAllBytes(INBOX.resolve(path)));
    String first = expected.get(0);
    if (first.endsWith("*")) {
      // The rest is the reader's own wording.
      assertThat(decoded)
          .singleElement()
          .asString()
          .startsWith(first.substring(0, first.length() - 1));
    } else {
      assertThat(decoded).containsExactlyElementsOf(expected);
    }
  }
}
