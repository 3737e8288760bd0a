package jindu.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import jindu.TestSession;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;

/** A night of which nothing has run yet, for tests of a single stage. */
final class UnstartedNight {

  private UnstartedNight() {}

  static Night of(Path lakeFolder, Path reference, LocalDate asOf)
      throws IOException, CatalogException {
    Lake lake = Lake.open(lakeFolder.toString());
    DeltaTables tables = new DeltaTables(TestSession.get(), lake);
    return new Night(
        TestSession.get(),
        lake,
        tables,
        new Ledger(TestSession.get(), tables, Clock.systemUTC()),
        CatalogReader.read(reference),
        new Ledger.Batch(1, asOf));
  }
}
