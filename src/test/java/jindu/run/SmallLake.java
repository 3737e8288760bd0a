package jindu.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import jindu.TestSession;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.check.Check;
import jindu.core.CreditCode;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.table.LedgerTable;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
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
  private Catalog catalog;
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

  /** One that is there. */
  static SmallLake at(Path folder) throws Exception {
    return new SmallLake(folder, CatalogReader.read(folder.resolve("reference")));
  }

  /** The same with some forms only, and the indicators that they name row by row. */
  static SmallLake in(Path folder, Set<String> forms, Set<String> indicators) throws Exception {
    SampleLake.copyReference(folder);
    SmallReference.keep(folder.resolve("reference"), forms, indicators);
    return new SmallLake(folder, CatalogReader.read(folder.resolve("reference")));
  }

  /** The {@code number}th unit's credit code, with both check characters right. */
  static String unit(int number) {
    String organisation = String.format("%08d", number);
    String body = "91410311" + organisation + CreditCode.organisationCheckCharacter(organisation);
    return body + CreditCode.checkCharacter(body + "0");
  }

  /** A return of the unit for March 2020, without a mistake. */
  static String industry(int unit) {
    return "2020-03,%s,某厂,410311002,2611,100,90,80,70\n".formatted(unit(unit));
  }

  /** The unit's entry in the register: it reports B204-1 from February 2020. */
  static String entry(int unit) {
    return "%s,某厂,410311002,2611,B204-1,2020-02,新投产\n".formatted(unit(unit));
  }

  SmallLake deliver(String path, String text) throws IOException {
    Path file = folder.resolve("inbox").resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Writes another text in the place of one in a file of the catalog. */
  void changeReference(String path, String from, String to) throws Exception {
    changeReference(path, text -> text.replace(from, to));
  }

  /** Writes another text in the place of a file of the catalog. */
  void changeReference(String path, UnaryOperator<String> change) throws Exception {
    Path file = folder.resolve("reference").resolve(path);
    Files.writeString(file, change.apply(Files.readString(file)));
    catalog = CatalogReader.read(folder.resolve("reference"));
  }

  /** Runs a night with the session of the tests. */
  NightResult night() throws Exception {
    return night(Optional.empty());
  }

  NightResult night(Optional<LocalDate> asOf) throws Exception {
    return night(asOf, Progress.SILENT, Check::verdicts);
  }

  NightResult night(Progress progress) throws Exception {
    return night(Optional.empty(), progress, Check::verdicts);
  }

  NightResult nightJudgedBy(Judging judging) throws Exception {
    return night(Optional.empty(), Progress.SILENT, judging);
  }

  /** A night of a machine whose clock shows another time. */
  NightResult night(Clock clock) throws Exception {
    TestSession.get();
    return Nightly.run(
        folder.toString(),
        null,
        catalog,
        Optional.empty(),
        clock,
        Progress.SILENT,
        Check::verdicts);
  }

  private NightResult night(Optional<LocalDate> asOf, Progress progress, Judging judging)
      throws Exception {
    TestSession.get();
    return Nightly.run(folder.toString(), null, catalog, asOf, SampleLake.CLOCK, progress, judging);
  }

  /** Ingest and check of one night, and the batch in the ledger. */
  CheckStage judge(Optional<LocalDate> asOf) throws Exception {
    return judge(asOf, Check::verdicts);
  }

  CheckStage judge(Optional<LocalDate> asOf, Judging judging) throws Exception {
    LocalDate today = ReceivedDays.today(SampleLake.CLOCK);
    Agenda agenda = Agenda.of(lake.inbox(), ledger.history(), asOf, today, lake::contentHash);
    Ledger.Batch batch = agenda.batch();
    List<LedgerEntry> start = new ArrayList<>();
    start.add(LedgerEntry.batch(Ledger.STARTED, batch.asOf(), null, null));
    Map<String, String> hashes = CatalogHashes.of(catalog);
    hashes.forEach(
        (file, hash) -> start.add(LedgerEntry.catalog(file, hash, catalog.files().get(file))));
    ledger.record(batch, start);
    Night night = new Night(TestSession.get(), lake, tables(), ledger, catalog, batch);
    IngestStage ingest = new IngestStage(night, agenda, agenda.history());
    ingest.run();
    boolean reliable =
        new Stored(tables(), agenda.history())
            .isReliable(List.of(ObservationTable.DEFINITION, QuarantineTable.DEFINITION));
    Touched touched = Touched.of(agenda, catalog, hashes, ingest.namedForms(), reliable);
    CheckStage check = new CheckStage(night, agenda, touched, judging);
    List<LedgerEntry> end = new ArrayList<>(check.run(ingest.read()).entries());
    end.add(LedgerEntry.batch(Ledger.DONE, batch.asOf(), null, "judged"));
    ledger.record(batch, end);
    return check;
  }

  /** Tells the ledger of a publication, without one. */
  void recordPublication(LocalDate asOf) throws IOException {
    ledger.record(
        new Ledger.Batch(ledger.history().lastNumber(), asOf),
        List.of(LedgerEntry.publication(asOf + "-01", asOf)));
  }

  Path folder() {
    return folder;
  }

  Catalog catalog() {
    return catalog;
  }

  Dataset<Row> rows(TableDefinition table) {
    return tables().read(table);
  }

  /** The files of the catalog that a batch used. */
  Map<String, String> catalogTexts(String batch) {
    return ledger.catalogTexts(batch);
  }

  /** Entries of the ledger of one kind. */
  Dataset<Row> entries(String kind) {
    return rows(LedgerTable.DEFINITION).where(col(LedgerTable.ENTRY).equalTo(kind));
  }

  private DeltaTables tables() {
    return new DeltaTables(TestSession.get(), lake);
  }
}
