package jindu.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import jindu.table.CellTable;
import jindu.table.ObservationTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Nights of the aggregate stage alone, on observations that a test states: no file is read or
 * judged, and a publication is a name. The ledger and the tables are as a whole night leaves them.
 */
final class AggregatedNights {

  private final Lake lake;
  private final DeltaTables tables;
  private final Ledger ledger;

  AggregatedNights(Path folder) throws IOException {
    this.lake = Lake.open(folder.toString());
    this.tables = new DeltaTables(TestSession.get(), lake);
    this.ledger = new Ledger(TestSession.get(), tables, SampleLake.CLOCK);
  }

  /**
   * Computes everything from the observations and publishes.
   *
   * @return the id of the publication
   */
  String night(List<Row> observed, Catalog catalog, LocalDate asOf) throws IOException {
    History history = ledger.history();
    Ledger.Batch batch = new Ledger.Batch(history.lastNumber() + 1, asOf);
    List<LedgerEntry> start = new ArrayList<>();
    start.add(LedgerEntry.batch(Ledger.STARTED, asOf, null, null));
    CatalogHashes.of(catalog)
        .forEach(
            (file, hash) -> start.add(LedgerEntry.catalog(file, hash, catalog.files().get(file))));
    ledger.record(batch, start);
    Night night = new Night(TestSession.get(), lake, tables, ledger, catalog, batch);
    List<LedgerEntry> end = new ArrayList<>();
    end.add(
        night.replace(
            ObservationTable.DEFINITION,
            TestSession.get().createDataFrame(observed, ObservationTable.DEFINITION.schema())));
    end.addAll(
        new AggregateStage(night, history)
            .run(Slices.everything("test"), new AffectedCells(new TreeMap<>()))
            .entries());
    new RevisionLog(night, history).addFirstPublished(rows(CellTable.DEFINITION));
    String publication = asOf + "-01";
    publish(publication);
    end.add(LedgerEntry.publication(publication, asOf));
    end.add(LedgerEntry.batch(Ledger.DONE, asOf, null, "aggregated"));
    ledger.record(batch, end);
    return publication;
  }

  History history() {
    return ledger.history();
  }

  Dataset<Row> rows(TableDefinition table) {
    return tables.read(table);
  }

  private void publish(String publication) throws IOException {
    PublishedZone zone = new PublishedZone(lake);
    Path folder = Path.of(zone.building(publication).toUri().getPath());
    Files.write(folder.resolve(PublishedZone.MANIFEST), "{}".getBytes(StandardCharsets.UTF_8));
    zone.putInForce(publication);
  }
}
