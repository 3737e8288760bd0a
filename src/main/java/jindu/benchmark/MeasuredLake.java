package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.core.Form;
import jindu.sample.DeliveryFormat;
import jindu.sample.Sample;
import jindu.sample.SampleOptions;

/**
 * A lake of the benchmark's own: the sample in plain files up to the eve of one night, and what
 * that night receives beside it.
 *
 * <p>The night is that of the last day on which all units of a registered form deliver a period.
 * With it come that day's other files, and of every form without one the next corrections that the
 * sample holds: about one unit in a hundred. What would be delivered later still is left out.
 */
public final class MeasuredLake {

  private static final String CORRECTIONS = "_correction.csv";

  private final Path folder;

  private MeasuredLake(Path folder) {
    this.folder = folder;
  }

  /** One that is there. */
  static MeasuredLake at(Path folder) {
    return new MeasuredLake(folder);
  }

  /**
   * Makes one; what is at {@code folder} is replaced.
   *
   * @param reference the catalog's files
   */
  public static MeasuredLake make(Path folder, Path reference, int units)
      throws IOException, CatalogException {
    Folders.delete(folder);
    MeasuredLake lake = new MeasuredLake(folder);
    Folders.copy(reference, lake.root().resolve("reference"));
    Catalog catalog = CatalogReader.read(reference);
    SampleOptions plain = SampleOptions.DEFAULT;
    Sample.writePlain(
        catalog,
        lake.inbox(),
        new SampleOptions(units, plain.seed(), plain.from(), plain.to()),
        DeliveryFormat.UTF_8);
    Sample.writeNotice(lake.root().resolve("reference"));
    lake.putAside(catalog);
    return lake;
  }

  /** The lake itself, for {@code --lake}. */
  Path root() {
    return folder.resolve("lake");
  }

  Path inbox() {
    return root().resolve("inbox");
  }

  /** What the night receives, in the order of an inbox. */
  Path tonight() {
    return folder.resolve("tonight");
  }

  Catalog catalog() throws IOException, CatalogException {
    return CatalogReader.read(root().resolve("reference"));
  }

  /** Where what is made of the lake is put. */
  Path beside(String name) {
    return folder.resolve(name);
  }

  /**
   * Its deliveries in a lake where nothing has been run, beside it; what is there is replaced.
   *
   * @return for {@code --lake}
   */
  Path undone(String name) throws IOException {
    Path copy = beside(name);
    Folders.delete(copy);
    Folders.copy(root().resolve("reference"), copy.resolve("reference"));
    Folders.copy(inbox(), copy.resolve("inbox"));
    return copy;
  }

  private void putAside(Catalog catalog) throws IOException {
    List<Path> files = files();
    LocalDate night = night(files, catalog);
    Set<String> corrected = new HashSet<>();
    for (Path file : files) {
      boolean isTonight = received(file).equals(night);
      if (isTonight && isCorrection(file)) {
        corrected.add(form(file));
      }
    }
    for (Path file : files) {
      if (received(file).isBefore(night)) {
        continue;
      }
      boolean isNextCorrection = isCorrection(file) && !corrected.contains(form(file));
      if (received(file).equals(night) || isNextCorrection) {
        corrected.add(form(file));
        deliver(file, night);
      }
      Files.deleteIfExists(file);
    }
  }

  private void deliver(Path file, LocalDate night) throws IOException {
    Path day = tonight().resolve(form(file)).resolve(night.toString());
    Files.createDirectories(day);
    Files.move(file, day.resolve(file.getFileName()));
  }

  /** By the day received, then by path. */
  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(inbox())) {
      return files
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(MeasuredLake::received).thenComparing(file -> file))
          .toList();
    }
  }

  /** A whole period comes under the name of its form and month alone. */
  private static LocalDate night(List<Path> files, Catalog catalog) {
    return files.stream()
        .filter(
            file -> {
              Form form = catalog.forms().get(form(file));
              return form.registered()
                  && file.getFileName()
                      .toString()
                      .matches(form.code() + "_[0-9]{4}-[0-9]{2}\\.csv");
            })
        .map(MeasuredLake::received)
        .max(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalStateException("The sample holds no registered form."));
  }

  private static boolean isCorrection(Path file) {
    return file.toString().endsWith(CORRECTIONS);
  }

  private static LocalDate received(Path file) {
    return LocalDate.parse(file.getParent().getFileName().toString());
  }

  private static String form(Path file) {
    return file.getParent().getParent().getFileName().toString();
  }
}
