package jindu.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.check.Check;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.table.LedgerTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A lake with the repository's catalog and what a test delivers, and nights of its first two stages
 * alone: as the whole night runs them, without a publication.
 */
final class SmallLake {

  static final String BUDGET = "报告期,区划代码,科目,收入_本年累计\n";
  static final String INDUSTRY =
      "报告期,统一社会信用代码,单位名称,区划代码,行业代码,工业总产值_本年累计,工业总产值_上年同期," + "工业销售产值_本年累计,工业销售产值_上年同期\n";
  static final String REGISTER = "统一社会信用代码,单位名称,区划代码,行业代码,报表,起报期,变动原因\n";

  private final Path folder;
  private final Catalog catalog;
  private final Lake lake;
  private final Ledger ledger;

  private SmallLake(Path folder, Catalog catalog) throws IOException {
    this.folder = folder;
    this.catalog = catalog;
    this.lake = Lake.open(folder.toString());
    this.ledger = new Ledger(TestSession.get(), tables(), SampleLake.CLOCK);
  }

  static SmallLake in(Path folder) throws Exception {
    SampleLake.copyReference(folder);
    return new SmallLake(folder, CatalogReader.read(folder.resolve("reference")));
  }

  SmallLake deliver(String path, String text) throws IOException {
    Path file = folder.resolve("inbox").resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Ingest and check of one night, and the batch in the ledger. */
  CheckStage judge(Optional<LocalDate> asOf) throws Exception {
    LocalDate today = ReceivedDays.today(SampleLake.CLOCK);
    Agenda agenda = Agenda.of(lake.inbox(), ledger.history(), asOf, today, lake::contentHash);
    Ledger.Batch batch = agenda.batch();
    ledger.record(
        batch, "start", List.of(LedgerEntry.batch(Ledger.STARTED, batch.asOf(), null, null)));
    Night night = new Night(TestSession.get(), lake, tables(), ledger, catalog, batch);
    IngestStage ingest = new IngestStage(night, agenda);
    CheckStage check = new CheckStage(night, agenda, Check::verdicts);
    ingest.run();
    check.run(ingest.read());
    ledger.record(
        batch, "end", List.of(LedgerEntry.batch(Ledger.DONE, batch.asOf(), null, "judged")));
    return check;
  }

  Dataset<Row> rows(TableDefinition table) {
    return tables().read(table);
  }

  /** Entries of the ledger of one kind. */
  Dataset<Row> entries(String kind) {
    return rows(LedgerTable.DEFINITION).where(col(LedgerTable.ENTRY).equalTo(kind));
  }

  private DeltaTables tables() {
    return new DeltaTables(TestSession.get(), lake);
  }
}
