package jindu.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;

/** The default sample, written once for all tests of the room. */
final class WrittenSample {

  static final Catalog CATALOG = catalog();
  static final Path INBOX = write(SampleOptions.DEFAULT);

  private WrittenSample() {}

  static Path write(SampleOptions options) {
    try {
      Path inbox = Files.createTempDirectory("jindu-sample");
      Sample.write(CATALOG, inbox, options);
      return inbox;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Catalog catalog() {
    try {
      return CatalogReader.read(Path.of("data-lake", "reference"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CatalogException e) {
      throw new IllegalStateException(e.mistakes().toString(), e);
    }
  }
}
