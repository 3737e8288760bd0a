package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jindu.core.Messages;
import jindu.core.Retention;
import jindu.core.Retention.Older;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long publications are kept, as the lake states it. */
class RetentionReaderTest {

  private static final String FILE = "retention.yaml";

  @TempDir private Path folder;

  private DamagedCatalog catalog;

  @BeforeEach
  void copy() throws Exception {
    catalog = new DamagedCatalog(folder);
  }

  @Test
  void aLakeStatesItAndOneWithoutTheFileHasTheDefault() throws Exception {
    catalog.write(FILE, "publication_days: 60\nolder_publications: last_of_quarter\n");
    assertThat(catalog.read().retention()).isEqualTo(new Retention(60, Older.LAST_OF_QUARTER, 7));
    catalog.write(
        FILE,
        "publication_days: 60\nolder_publications: last_of_quarter\nreplaced_files_days: 0\n");
    assertThat(catalog.read().retention()).isEqualTo(new Retention(60, Older.LAST_OF_QUARTER, 0));
    catalog.delete(FILE);
    assertThat(catalog.read().retention()).isEqualTo(Retention.DEFAULT);
  }

  @Test
  void everyMistakeIsFoundWithItsLine() throws Exception {
    catalog.write(
        FILE, "# kept\npublication_days: 0\nolder_publications: last_of_week\nkeep: all\n");
    catalog
        .expect(FILE, 2, "not-positive")
        .expect(FILE, 3, "not-one-of")
        .expect(FILE, 4, "unknown-key")
        .assertFound();
  }

  @Test
  void whatIsExpectedIsSaidInBothLanguages() throws Exception {
    catalog.write(FILE, "publication_days: 400\nolder_publications: weekly\n");
    assertThat(catalog.mistakes())
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.text())
                  .isEqualTo(
                      "Invalid older_publications: weekly (expected one of: none, last_of_month,"
                          + " last_of_quarter, last_of_year).");
              assertThat(mistake.text(Messages.CHINESE)).contains("last_of_quarter");
            });
  }

  @Test
  void aMissingKeyIsNamed() throws Exception {
    catalog.write(FILE, "publication_days: 400\n");
    catalog.expect(FILE, 1, "missing-key").assertFound();
  }
}
