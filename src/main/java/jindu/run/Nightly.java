package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.check.Check;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.LakeLock;
import jindu.lake.PublishedZone;
import jindu.lake.RemovedPublications;
import org.apache.spark.sql.SparkSession;

/** The night: {@code ingest → check → aggregate → assess → protect → publish}. */
public final class Nightly {

  /** The stages in order, as the ledger and the progress name them. */
  public static final List<String> STAGES =
      List.of("ingest", "check", "aggregate", "assess", "protect", "publish");

  private final SparkSession spark;
  private final Lake lake;
  private final DeltaTables tables;
  private final Catalog catalog;
  private final Clock clock;
  private final Progress progress;
  private final Judging judging;
  private final Ledger ledger;

  private Nightly(
      SparkSession spark,
      Lake lake,
      Catalog catalog,
      Clock clock,
      Progress progress,
      Judging judging) {
    this.spark = spark;
    this.lake = lake;
    this.tables = new DeltaTables(spark, lake);
    this.catalog = catalog;
    this.clock = clock;
    this.progress = progress;
    this.judging = judging;
    this.ledger = new Ledger(spark, tables, clock);
  }

  /**
   * Runs what the new deliveries and the catalog ask for; does nothing when both are as they were.
   *
   * @param location the lake
   * @param master a Spark master, null for the default
   * @param catalog {@code reference/} as it is now; before the as-of day of the last batch, the
   *     catalog that was in force on the day is taken from the ledger
   * @param asOf what was received later waits; empty: the latest received day
   * @throws RunException when another batch holds the lake, the as-of day lies before a
   *     publication's, or rows do not add up
   * @throws CatalogException when the catalog of an earlier day cannot be read any more
   */
  public static NightResult run(
      String location,
      String master,
      Catalog catalog,
      Optional<LocalDate> asOf,
      Clock clock,
      Progress progress)
      throws RunException, CatalogException, IOException {
    return run(location, master, catalog, asOf, clock, progress, Check::verdicts);
  }

  /** The same with another way to judge, so that a faulty one can be tried. */
  static NightResult run(
      String location,
      String master,
      Catalog catalog,
      Optional<LocalDate> asOf,
      Clock clock,
      Progress progress,
      Judging judging)
      throws RunException, CatalogException, IOException {
    Lake lake = Lake.open(location);
    LakeLock held = hold(lake, location);
    try (held) {
      SparkSession spark = Sessions.start(master);
      Ledger ledger = new Ledger(spark, new DeltaTables(spark, lake), clock);
      History history = ledger.history();
      Catalog inForce = PastCatalog.on(asOf, catalog, history, ledger);
      return new Nightly(spark, lake, inForce, clock, progress, judging).run(asOf, history);
    }
  }

  /**
   * A batch that takes no delivery and relies on nothing that is stored but the returns.
   *
   * @param history of a lake that is held by the caller
   */
  static NightResult anew(
      SparkSession spark,
      Lake lake,
      Catalog catalog,
      LocalDate asOf,
      History history,
      Clock clock,
      Progress progress)
      throws RunException, IOException {
    Agenda agenda =
        new Agenda(
            history.withoutVersions(),
            new Arrivals(List.of(), Map.of()),
            0,
            Optional.of(asOf),
            Optional.of(asOf));
    return new Nightly(spark, lake, catalog, clock, progress, Check::verdicts)
        .work(agenda, agenda.batch(), CatalogHashes.of(catalog));
  }

  /** Takes the lake for itself, until the lock is closed. */
  static LakeLock hold(Lake lake, String location) throws RunException, IOException {
    return LakeLock.tryTake(lake)
        .orElseThrow(() -> new RunException(RunException.Kind.HELD, location));
  }

  private NightResult run(Optional<LocalDate> given, History history)
      throws RunException, IOException {
    LocalDate today = ReceivedDays.today(clock);
    Agenda agenda = Agenda.of(lake.inbox(), history, given, today, lake::contentHash);
    Map<String, String> hashes = CatalogHashes.of(catalog);
    if (agenda.isEmpty(hashes)) {
      return new NightResult(
          NightResult.Outcome.NOTHING_RECEIVED,
          null,
          current(),
          agenda.asOf().orElse(null),
          List.of(),
          agenda.waiting(),
          List.of());
    }
    return work(agenda, agenda.batch(), hashes);
  }

  private NightResult work(Agenda agenda, Ledger.Batch batch, Map<String, String> hashes)
      throws RunException, IOException {
    Instant begin = clock.instant();
    List<LedgerEntry> start = new ArrayList<>();
    start.add(LedgerEntry.batch(Ledger.STARTED, batch.asOf(), null, null));
    hashes.forEach(
        (file, hash) -> start.add(LedgerEntry.catalog(file, hash, catalog.files().get(file))));
    ledger.record(batch, "start", start);
    Night night = new Night(spark, lake, tables, ledger, catalog, batch);
    NightStages stages = new NightStages(night, agenda, clock, progress, judging);
    NightResult result;
    try {
      result = stages.run();
      List<LedgerEntry> end = new ArrayList<>(stages.entries());
      if (result.outcome() == NightResult.Outcome.PUBLISHED) {
        end.add(LedgerEntry.publication(result.publication(), batch.asOf()));
      }
      end.add(LedgerEntry.batch(Ledger.DONE, batch.asOf(), since(begin), result.outcome().name()));
      ledger.record(batch, "end", end);
    } catch (RunException | IOException | RuntimeException e) {
      List<LedgerEntry> end = new ArrayList<>(stages.entries());
      end.add(LedgerEntry.batch(Ledger.FAILED, batch.asOf(), since(begin), e.toString()));
      ledger.record(batch, "failed", end);
      throw e;
    }
    new RemovedPublications(lake).delete();
    return result;
  }

  private String current() throws IOException {
    return new PublishedZone(lake).current().orElse(null);
  }

  private Duration since(Instant begin) {
    return Duration.between(begin, clock.instant());
  }
}
