package jindu.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Gathers the mistakes of one reading, so that all of them are reported at once. */
final class Mistakes {

  private final List<CatalogException.Mistake> found = new ArrayList<>();

  /** Adds a mistake whose message is {@code catalog.<key>}. */
  void add(Location at, String key, Object... arguments) {
    List<String> texts = Stream.of(arguments).map(String::valueOf).toList();
    found.add(new CatalogException.Mistake(at.file(), at.line(), "catalog." + key, texts));
  }

  /** What the reading yields, or empty when it added a mistake. */
  <T> Optional<T> whenSound(Supplier<T> reading) {
    int before = found.size();
    T value = reading.get();
    return found.size() == before ? Optional.of(value) : Optional.empty();
  }

  /** Whether the checks added no mistake. */
  boolean isSound(Runnable checks) {
    int before = found.size();
    checks.run();
    return found.size() == before;
  }

  /** Whether nothing was wrong with a file so far. */
  boolean isSound(String file) {
    return found.stream().noneMatch(mistake -> mistake.file().equals(file));
  }

  /** Ends the reading of a wrong catalog, with its mistakes by file and line. */
  void throwIfAny() throws CatalogException {
    if (!found.isEmpty()) {
      throw new CatalogException(
          found.stream()
              .distinct()
              .sorted(
                  Comparator.comparing(CatalogException.Mistake::file)
                      .thenComparingInt(CatalogException.Mistake::line))
              .toList());
    }
  }
}
