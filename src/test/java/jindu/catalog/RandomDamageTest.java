package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jindu.core.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a file is damaged: the catalog is read, or refused with mistakes that name a file. */
class RandomDamageTest {

  private static final long SEED = 20211231L;
  private static final int ROUNDS = 150;

  @TempDir private Path folder;

  @Test
  void neverFailsOtherThanWithMistakes() throws Exception {
    DamagedCatalog catalog = new DamagedCatalog(folder);
    List<String> files = new ArrayList<>(new TreeSet<>(catalog.read().files().keySet()));
    Random random = new Random(SEED);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String file = files.get(random.nextInt(files.size()));
      String whole = catalog.text(file);
      String damaged = damage(whole, random);
      catalog.write(file, damaged);
      try {
        catalog.read();
      } catch (CatalogException wrong) {
        refused++;
        requireLegible(wrong, "seed " + SEED + ", round " + round + ", " + file);
      }
      catalog.write(file, whole);
    }
    assertThat(refused).as("catalogs refused, seed %d", SEED).isGreaterThan(ROUNDS / 2);
    assertThat(catalog.read().files().keySet()).containsExactlyElementsOf(files);
  }

  private static void requireLegible(CatalogException wrong, String round) {
    assertThat(wrong.mistakes())
        .as(round)
        .isNotEmpty()
        .allSatisfy(
            mistake -> {
              assertThat(mistake.file()).isNotBlank();
              assertThat(mistake.line()).isNotNegative();
              assertThat(mistake.text()).endsWith(".").doesNotContain("{0}");
              assertThat(mistake.text(Messages.CHINESE)).endsWith("。");
            });
  }

  /** One line lost, doubled, cut, garbled, or its first value emptied. */
  private static String damage(String text, Random random) {
    List<String> lines = text.lines().collect(Collectors.toCollection(ArrayList::new));
    List<Integer> content = new ArrayList<>();
    for (int number = 0; number < lines.size(); number++) {
      if (!lines.get(number).startsWith("#")) {
        content.add(number);
      }
    }
    int number = content.get(random.nextInt(content.size()));
    String line = lines.get(number);
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(number);
      case 1 -> lines.add(number, line);
      case 2 -> lines.set(number, line.substring(0, random.nextInt(line.length() + 1)));
      case 3 -> lines.set(number, line.replaceFirst("[0-9a-z]", "?"));
      default -> lines.set(number, line.replaceFirst("[^,:]+", ""));
    }
    return String.join("\n", lines) + "\n";
  }
}
