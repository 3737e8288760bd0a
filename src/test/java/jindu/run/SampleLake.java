package jindu.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.sample.Sample;
import jindu.sample.SampleOptions;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The Luolong sample after its first night, made once a run for all tests that only read it: the
 * JVM that needs it first makes it, another waits and reads the same.
 */
final class SampleLake {

  /** A clock that no received day of the sample depends on. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2021-12-01T00:00:00Z"), ZoneOffset.UTC);

  private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

  private static SampleLake made;

  private final Path folder;
  private final NightResult firstNight;

  private SampleLake(Path folder, NightResult firstNight) {
    this.folder = folder;
    this.firstNight = firstNight;
  }

  static synchronized SampleLake get() throws IOException, CatalogException, RunException {
    if (made == null) {
      String run = System.getProperty("jindu.run", Long.toString(ProcessHandle.current().pid()));
      Path folder = Path.of("target", "sample-lake-" + run).toAbsolutePath();
      Path result = folder.resolveSibling(folder.getFileName() + ".json");
      Files.createDirectories(folder.getParent());
      // Two at once on two cores take as long as one after the other, and more memory.
      try (FileChannel file =
              FileChannel.open(
                  folder.resolveSibling(folder.getFileName() + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = file.lock()) {
        if (lock.isValid() && !Files.exists(result)) {
          JSON.writeValue(result.toFile(), make(folder));
        }
      }
      made = new SampleLake(folder, JSON.readValue(result.toFile(), NightResult.class));
    }
    return made;
  }

  private static NightResult make(Path folder) throws IOException, CatalogException, RunException {
    delete(folder);
    copyReference(folder);
    Catalog catalog = CatalogReader.read(folder.resolve("reference"));
    Sample.write(catalog, folder.resolve("inbox"), SampleOptions.DEFAULT);
    Sample.writeNotice(folder.resolve("reference"));
    TestSession.generatesCode(true);
    try {
      return night(folder);
    } finally {
      TestSession.generatesCode(false);
    }
  }

  /** Runs a night on a lake with the session of the tests. */
  static NightResult night(Path folder) throws IOException, CatalogException, RunException {
    TestSession.get();
    return Nightly.run(
        folder.toString(),
        null,
        CatalogReader.read(folder.resolve("reference")),
        Optional.empty(),
        CLOCK,
        Progress.SILENT);
  }

  /** A lake's {@code reference/} as the repository has it, without the notice of a sample. */
  static void copyReference(Path lake) throws IOException {
    Path source = Path.of("data-lake", "reference");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.endsWith("notice.yaml")) {
          continue;
        }
        Path target = lake.resolve("reference").resolve(source.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  /** The rows of an internal table. */
  static Dataset<Row> table(Path lake, TableDefinition table) throws IOException {
    return new DeltaTables(TestSession.get(), Lake.open(lake.toString())).read(table);
  }

  Path folder() {
    return folder;
  }

  Path published() {
    return folder.resolve("published").resolve("current");
  }

  NightResult firstNight() {
    return firstNight;
  }

  Dataset<Row> table(TableDefinition table) throws IOException {
    return table(folder, table);
  }

  /** CSV files of a form in the inbox, as text, whatever their encoding. */
  List<Path> csvFiles(String form) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("inbox").resolve(form))) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }
}
