package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentTest {

  private static final int BEYOND_MEMORY = 5 << 20;

  @Test
  void hashesAFileBeyondTheLimitAndRefusesIt() throws IOException {
    byte[] bytes = "0123456789".getBytes(UTF_8);
    try (Content content = Content.read(new ByteArrayInputStream(bytes), 9)) {
      // printf 0123456789 | sha256sum
      assertThat(content.hash())
          .isEqualTo("84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882");
      List<DecodedRow> rows =
          Decoded.all(
              new DeliveryDecoder(SampleForms.ALL).decode("B204-1/a.csv", "B204-1", content));
      assertThat(rows).singleElement().extracting(DecodedRow::refusal).isEqualTo("file-too-large");
      assertThat(rows.get(0).detail()).isEqualTo("size=10 limit=9");
    }
    assertThat(Content.LARGEST).isEqualTo(2L * 1024 * 1024 * 1024);
  }

  @Test
  void keepsALargeFileOutsideMemoryUntilItIsClosed() throws IOException {
    byte[] bytes = new byte[BEYOND_MEMORY];
    bytes[BEYOND_MEMORY - 1] = 1;
    Content content = Content.read(new ByteArrayInputStream(bytes), BEYOND_MEMORY);
    File file = content.bytes().file().orElseThrow();
    assertThat(content.isTooLarge()).isFalse();
    try (InputStream stream = content.open()) {
      assertThat(Arrays.equals(stream.readAllBytes(), bytes)).isTrue();
    }
    content.close();
    assertThat(file).doesNotExist();
  }

  @Test
  void keepsNothingOfAFileThatTheStorageFailsToGive() throws IOException {
    InputStream failing =
        new SequenceInputStream(
            new ByteArrayInputStream(new byte[BEYOND_MEMORY]),
            new BrokenInputStream(() -> new IOException("gone")));
    Set<Path> before = kept();
    assertThatThrownBy(() -> Content.read(failing)).hasMessage("gone");
    assertThat(kept()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.xlsx", "a.csv"})
  void blamesNoFileForWhatTheTemporaryFolderLost(String name) throws IOException {
    byte[] bytes = "报告期\n".repeat(BEYOND_MEMORY / 10).getBytes(UTF_8);
    DeliveryDecoder decoder = new DeliveryDecoder(SampleForms.ALL);
    try (Content content = Content.read(new ByteArrayInputStream(bytes))) {
      Files.delete(content.bytes().file().orElseThrow().toPath());
      assertThatThrownBy(() -> decoder.decode("B204-1/" + name, "B204-1", content))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("Cannot keep a delivery in the temporary folder");
    }
    try (Content content = Content.read(new ByteArrayInputStream(bytes))) {
      Files.write(content.bytes().file().orElseThrow().toPath(), new byte[] {'P', 'K'});
      assertThatThrownBy(() -> decoder.decode("B204-1/" + name, "B204-1", content))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("has changed");
    }
  }

  /** The temporary files of this process. */
  static Set<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(Spool.PREFIX))
          .collect(Collectors.toSet());
    }
  }
}
