package jindu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.run.ReferenceFiles;
import jindu.run.RunException;

/** The catalog of a lake, read before Spark starts. */
final class OpenLake {

  /** As {@code hdfs://host/lake}: Hadoop takes what begins so for a URI. */
  private static final Pattern ELSEWHERE = Pattern.compile("(?!file:)[a-z][a-z0-9+.-]+:.*");

  private OpenLake() {}

  /**
   * The lake's folder, named by a path or by a {@code file:} URI.
   *
   * @throws RunException where it lies on no disk of this machine
   */
  static Path folder(CommonOptions options) throws RunException {
    if (isElsewhere(options)) {
      throw new RunException(RunException.Kind.NOT_HERE, options.lake);
    }
    return options.lake.startsWith("file:")
        ? Path.of(new org.apache.hadoop.fs.Path(options.lake).toUri().getPath())
        : Path.of(options.lake);
  }

  /** Reads {@code reference/}; a lake without one is refused. */
  static Catalog catalog(CommonOptions options) throws RunException, CatalogException, IOException {
    if (isElsewhere(options)) {
      Map<String, byte[]> reference = ReferenceFiles.of(options.lake);
      if (reference.isEmpty()) {
        throw new RunException(RunException.Kind.NO_LAKE, options.lake);
      }
      return CatalogReader.decoded(reference);
    }
    Path reference = folder(options).resolve("reference");
    if (!Files.isDirectory(reference)) {
      throw new RunException(RunException.Kind.NO_LAKE, options.lake);
    }
    return CatalogReader.read(reference);
  }

  /**
   * Reads {@code reference/}, or the repository's own where the lake has none, and says so.
   *
   * @param words where that is said
   */
  static Catalog catalogOrOwn(CommonOptions options, PrintWriter words)
      throws RunException, CatalogException, IOException {
    String home = System.getProperty("jindu.home");
    if (isElsewhere(options)
        || Files.isDirectory(folder(options).resolve("reference"))
        || home == null) {
      return catalog(options);
    }
    Path own = Path.of(home, "data-lake", "reference");
    words.println(options.messages().text("cli.own-reference", options.lake, own));
    return CatalogReader.read(own);
  }

  private static boolean isElsewhere(CommonOptions options) {
    return ELSEWHERE.matcher(options.lake).matches();
  }
}
