package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the district's catalog with mistakes planted in it, each with the finding expected. */
final class DamagedCatalog {

  static final Path REAL = Path.of("data-lake/reference");

  private final Path folder;
  private final List<Finding> planted = new ArrayList<>();

  /** What a mistake is known by. */
  record Finding(String file, int line, String key) {}

  DamagedCatalog(Path folder) throws IOException {
    this.folder = folder;
    try (Stream<Path> walk = Files.walk(REAL)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(REAL.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** Replaces a text that stands once in a file; the findings are expected in its line. */
  DamagedCatalog plant(String file, String text, String damage, String... keys) throws IOException {
    String content = text(file);
    int position = content.indexOf(text);
    assertThat(position).as("%s in %s", text, file).isNotNegative();
    assertThat(content.indexOf(text, position + 1)).as("%s again in %s", text, file).isNegative();
    write(file, content.replace(text, damage));
    String before = content.substring(0, position);
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    for (String key : keys) {
      expect(file, line, key);
    }
    return this;
  }

  DamagedCatalog expect(String file, int line, String key) {
    planted.add(new Finding(file, line, "catalog." + key));
    return this;
  }

  /** The line on which a text stands for the first time. */
  int line(String file, String text) throws IOException {
    List<String> lines = text(file).lines().toList();
    for (int number = 0; number < lines.size(); number++) {
      if (lines.get(number).contains(text)) {
        return number + 1;
      }
    }
    throw new AssertionError("Missing text: " + text + " in " + file);
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  void write(String file, String content) throws IOException {
    writeBytes(file, content.getBytes(StandardCharsets.UTF_8));
  }

  void writeBytes(String file, byte[] content) throws IOException {
    Files.write(folder.resolve(file), content);
  }

  void delete(String file) throws IOException {
    Files.delete(folder.resolve(file));
  }

  Catalog read() throws CatalogException, IOException {
    return CatalogReader.read(folder);
  }

  List<CatalogException.Mistake> mistakes() {
    return catchThrowableOfType(CatalogException.class, this::read).mistakes();
  }

  /** The findings are those that were planted: none is missing, and none follows from another. */
  void assertFound() {
    assertThat(
            mistakes().stream()
                .map(mistake -> new Finding(mistake.file(), mistake.line(), mistake.key())))
        .containsExactlyInAnyOrderElementsOf(planted);
  }
}
