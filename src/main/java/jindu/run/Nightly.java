package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.LakeLock;
import jindu.lake.PublishedZone;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The night: {@code ingest → check → aggregate → assess → protect → publish}. */
public final class Nightly {

  /** The stages in order, as the ledger and the progress name them. */
  public static final List<String> STAGES =
      List.of("ingest", "check", "aggregate", "assess", "protect", "publish");

  /** Days are the district's (contracts.md section 2). */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final SparkSession spark;
  private final Lake lake;
  private final DeltaTables tables;
  private final Catalog catalog;
  private final Clock clock;
  private final Progress progress;
  private final Ledger ledger;

  private Nightly(SparkSession spark, Lake lake, Catalog catalog, Clock clock, Progress progress) {
    this.spark = spark;
    this.lake = lake;
    this.tables = new DeltaTables(spark, lake);
    this.catalog = catalog;
    this.clock = clock;
    this.progress = progress;
    this.ledger = new Ledger(spark, tables, clock);
  }

  /**
   * Runs what the new deliveries and the catalog ask for; does nothing when both are as they were.
   *
   * @param location the lake
   * @param master a Spark master, null for the default
   * @throws RunException when another batch holds the lake, or rows do not add up
   */
  public static NightResult run(
      String location, String master, Catalog catalog, Clock clock, Progress progress)
      throws RunException, IOException {
    Lake lake = Lake.open(location);
    Optional<LakeLock> lock = LakeLock.tryTake(lake);
    if (lock.isEmpty()) {
      throw new RunException(RunException.Kind.HELD, location);
    }
    LakeLock held = lock.get();
    try (held) {
      return new Nightly(Sessions.start(master), lake, catalog, clock, progress).run();
    }
  }

  private NightResult run() throws RunException, IOException {
    History history = ledger.history();
    Arrivals arrivals =
        Arrivals.of(
            lake.inbox(), history, LocalDate.ofInstant(clock.instant(), ZONE), lake::contentHash);
    Map<String, String> hashes = CatalogHashes.of(catalog);
    Optional<LocalDate> asOf = arrivals.asOf(history);
    boolean nothingNew =
        arrivals.deliveries().isEmpty()
            && history.lastFinished()
            && (history.catalog().isEmpty() || history.catalog().equals(hashes));
    if (nothingNew || asOf.isEmpty()) {
      return new NightResult(
          NightResult.Outcome.NOTHING_RECEIVED, null, current(), asOf.orElse(null), List.of());
    }
    return work(history, arrivals, new Ledger.Batch(history.lastNumber() + 1, asOf.get()), hashes);
  }

  private NightResult work(
      History history, Arrivals arrivals, Ledger.Batch batch, Map<String, String> hashes)
      throws RunException, IOException {
    Instant begin = clock.instant();
    List<LedgerEntry> start = new ArrayList<>();
    start.add(LedgerEntry.batch(Ledger.STARTED, batch.asOf(), null, null));
    hashes.forEach(
        (file, hash) -> start.add(LedgerEntry.catalog(file, hash, catalog.files().get(file))));
    ledger.record(batch, "start", start);
    try {
      NightResult result = stages(history, arrivals, batch);
      List<LedgerEntry> end = new ArrayList<>();
      if (result.outcome() == NightResult.Outcome.PUBLISHED) {
        end.add(LedgerEntry.publication(result.publication(), batch.asOf()));
      }
      end.add(LedgerEntry.batch(Ledger.DONE, batch.asOf(), since(begin), result.outcome().name()));
      ledger.record(batch, "end", end);
      return result;
    } catch (RunException | IOException | RuntimeException e) {
      ledger.record(
          batch,
          "failed",
          List.of(LedgerEntry.batch(Ledger.FAILED, batch.asOf(), since(begin), e.toString())));
      throw e;
    }
  }

  private NightResult stages(History history, Arrivals arrivals, Ledger.Batch batch)
      throws RunException, IOException {
    Night night = new Night(spark, lake, tables, catalog, batch);
    IngestStage ingest = new IngestStage(night, arrivals.deliveries());
    CheckStage check = new CheckStage(night, history, ingest);
    ComputeStages compute = new ComputeStages(night);
    PublishStage publish = new PublishStage(night, history);

    record(batch, 0, ingest::run);
    record(batch, 1, check::run);
    List<FileAccount> changed = changedAccounts(history, check.accounts());
    ledger.record(batch, "files", fileEntries(history, arrivals, changed));
    record(batch, 2, () -> compute.aggregate(check.observations()));
    record(batch, 3, compute::assess);
    record(batch, 4, compute::protect);
    record(batch, 5, () -> publish.run(compute.protectedTables()));
    compute.protectedTables().values().forEach(Dataset::unpersist);
    progress.begins("", STAGES.size(), STAGES.size());
    return new NightResult(
        publish.made().isPresent()
            ? NightResult.Outcome.PUBLISHED
            : NightResult.Outcome.NOTHING_CHANGED,
        batch.id(),
        current(),
        batch.asOf(),
        changed);
  }

  private void record(Ledger.Batch batch, int number, Stage stage)
      throws RunException, IOException {
    String name = STAGES.get(number);
    progress.begins(name, number, STAGES.size());
    Instant begin = clock.instant();
    Night.Rows rows = stage.run();
    ledger.record(
        batch, name, List.of(LedgerEntry.stage(name, rows.in(), rows.out(), since(begin))));
  }

  /** New or changed ones: a later register entry can change the verdicts of old files. */
  private static List<FileAccount> changedAccounts(History history, List<FileAccount> accounts) {
    return accounts.stream()
        .filter(
            account -> {
              History.KnownFile before = history.files().get(account.deliveryId());
              return before == null || !before.account().equals(account);
            })
        .toList();
  }

  private static List<LedgerEntry> fileEntries(
      History history, Arrivals arrivals, List<FileAccount> accounts) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (FileAccount account : accounts) {
      History.KnownFile before = history.files().get(account.deliveryId());
      String mark =
          before == null ? arrivals.marks().getOrDefault(account.path(), "") : before.detail();
      entries.add(LedgerEntry.file(account, mark));
    }
    return entries;
  }

  private String current() throws IOException {
    return new PublishedZone(lake).current().orElse(null);
  }

  private Duration since(Instant begin) {
    return Duration.between(begin, clock.instant());
  }

  /** One stage's work, and the rows it took and gave. */
  private interface Stage {
    Night.Rows run() throws RunException, IOException;
  }
}
