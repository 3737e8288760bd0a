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
import java.util.Set;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.check.Check;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.LakeLock;
import jindu.lake.LostLockException;
import jindu.lake.PublishedZone;
import jindu.lake.RemovedPublications;
import jindu.publish.PublicationHead;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The night: {@code ingest → check → aggregate → assess → protect → publish}. */
public final class Nightly {

  /** The stages in order, as the ledger and the progress name them. */
  public static final List<String> STAGES =
      List.of(
          NightStages.INGEST,
          NightStages.CHECK,
          NightStages.AGGREGATE,
          NightStages.ASSESS,
          NightStages.PROTECT,
          NightStages.PUBLISH);

  private final SparkSession spark;
  private final Lake lake;
  private final DeltaTables tables;
  private final Catalog catalog;
  private final Clock clock;
  private final Progress progress;
  private final Judging judging;
  private final Ledger ledger;
  private final LakeLock held;

  /** What was found damaged, and is made again. */
  private final List<String> damaged;

  private Nightly(
      SparkSession spark,
      Lake lake,
      DeltaTables tables,
      Ledger ledger,
      Catalog catalog,
      Clock clock,
      Progress progress,
      Judging judging,
      LakeLock held,
      List<String> damaged) {
    this.spark = spark;
    this.lake = lake;
    this.tables = tables;
    this.ledger = ledger;
    this.catalog = catalog;
    this.clock = clock;
    this.progress = progress;
    this.judging = judging;
    this.held = held;
    this.damaged = damaged;
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
    return HeldLake.<NightResult, CatalogException>during(
        location,
        clock,
        (lake, held) -> {
          SparkSession spark = Sessions.start(master);
          DeltaTables tables = new DeltaTables(spark, lake);
          Ledger ledger = new Ledger(spark, tables, clock);
          LakeInspection inspection = new LakeInspection(lake, tables);
          inspection.ledger();
          List<Row> past = ledger.past();
          History history = History.of(past);
          inspection.rest(history);
          Catalog inForce = PastCatalog.on(asOf, catalog, history, ledger);
          return new Nightly(
                  spark,
                  lake,
                  tables,
                  ledger,
                  inForce,
                  clock,
                  progress,
                  judging,
                  held,
                  inspection.found())
              .run(asOf, past);
        });
  }

  /**
   * A batch that takes no delivery and relies on nothing that is stored but the returns.
   *
   * @param history of a lake that is held by the caller
   */
  static NightResult anew(
      SparkSession spark,
      Lake lake,
      LakeLock held,
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
    DeltaTables tables = new DeltaTables(spark, lake);
    Ledger ledger = new Ledger(spark, tables, clock);
    return new Nightly(
            spark, lake, tables, ledger, catalog, clock, progress, Check::verdicts, held, List.of())
        .work(
            new Beginning(agenda, history, Optional.empty()), List.of(), CatalogHashes.of(catalog));
  }

  private NightResult run(Optional<LocalDate> given, List<Row> past)
      throws RunException, IOException {
    Map<String, String> hashes = CatalogHashes.of(catalog);
    LocalDate today = ReceivedDays.today(clock);
    Inbox inbox = Inbox.settled(lake, clock);
    Beginning beginning =
        Beginning.of(past, inbox, given, today, hashes, tables, damaged.isEmpty());
    if (beginning.unfinished().isEmpty() && tellOfCurrent(beginning.history())) {
      return run(given, ledger.past());
    }
    Agenda agenda = beginning.agenda();
    if (beginning.isNothing(hashes, tables) && damaged.isEmpty()) {
      return new NightResult(
          NightResult.Outcome.NOTHING_RECEIVED,
          null,
          current(),
          agenda.asOf().orElse(null),
          List.of(),
          agenda.waiting(),
          inbox.stillWritten(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          damaged);
    }
    return work(beginning, inbox.stillWritten(), hashes);
  }

  /**
   * A batch that died right after its switch did not tell of its publication. Where it is not
   * carried on, the ledger is told now.
   *
   * @return whether there was one
   */
  private boolean tellOfCurrent(History history) throws IOException {
    PublishedZone zone = new PublishedZone(lake);
    Optional<String> current = zone.current().filter(id -> !history.publications().containsKey(id));
    Optional<PublicationHead> head =
        current.isPresent() && zone.complete().contains(current.get())
            ? PublicationHead.find(zone.manifest(current.get()))
            : Optional.empty();
    Optional<Ledger.Batch> batch =
        head.flatMap(PublicationHead::batch)
            .filter(history.batches()::containsKey)
            .map(id -> Ledger.Batch.of(id, head.get().asOf()));
    if (batch.isEmpty()) {
      return false;
    }
    ledger.record(batch.get(), List.of(LedgerEntry.publication(current.get(), head.get().asOf())));
    return true;
  }

  private NightResult work(
      Beginning beginning, List<String> stillWritten, Map<String, String> hashes)
      throws RunException, IOException {
    Agenda agenda = beginning.agenda();
    Optional<Unfinished> unfinished = beginning.unfinished();
    Instant begin = clock.instant();
    Ledger.Batch batch = agenda.batch();
    List<LedgerEntry> start = new ArrayList<>();
    start.add(
        LedgerEntry.start(
            batch.asOf(), agenda.mark(hashes), HeldBy.here(held), carriesOn(unfinished)));
    Set<String> known = beginning.history().catalogHashes();
    hashes.forEach(
        (file, hash) -> {
          String text = known.contains(hash) ? null : catalog.files().get(file);
          start.add(LedgerEntry.catalog(file, hash, text));
        });
    ledger.record(batch, start);
    BatchLines.line("batch begins", batch)
        .with("deliveries", agenda.arrivals().deliveries().size())
        .tell();
    Night night = new Night(spark, lake, tables, ledger, catalog, batch);
    NightResult result;
    try (NightStages stages =
        new NightStages(night, beginning, damaged, clock, progress, judging)) {
      result = stages.run(stillWritten);
      List<LedgerEntry> end = new ArrayList<>();
      if (result.outcome() == NightResult.Outcome.PUBLISHED) {
        end.add(LedgerEntry.publication(result.publication(), batch.asOf()));
      }
      end.add(LedgerEntry.batch(Ledger.DONE, batch.asOf(), since(begin), result.outcome().name()));
      ledger.record(batch, end);
      BatchLines.line("batch ends", batch)
          .with("outcome", result.outcome().name())
          .with("publication", String.valueOf(result.publication()))
          .with("quarantined", result.quarantined())
          .took(since(begin))
          .tell();
    } catch (LostLockException lost) {
      // The ledger is another's by now.
      tellFailure(batch, begin, lost);
      throw lost;
    } catch (RunException | IOException | RuntimeException e) {
      recordFailure(batch, begin, e);
      Optional<RunException> published = FailureAfterSwitch.of(lake, batch, e);
      if (published.isPresent()) {
        throw published.get();
      }
      throw e;
    }
    new RemovedPublications(lake).delete();
    return result;
  }

  /** What stopped the night is the error; that the ledger could not be told comes with it. */
  private void recordFailure(Ledger.Batch batch, Instant begin, Exception why) {
    tellFailure(batch, begin, why);
    try {
      ledger.record(
          batch,
          List.of(LedgerEntry.batch(Ledger.FAILED, batch.asOf(), since(begin), why.toString())));
    } catch (IOException | RuntimeException untold) {
      why.addSuppressed(untold);
    }
  }

  private void tellFailure(Ledger.Batch batch, Instant begin, Exception why) {
    BatchLines.line("batch fails", batch).took(since(begin)).tell(why);
  }

  private static String carriesOn(Optional<Unfinished> unfinished) {
    return unfinished
        .map(Unfinished::finishedStages)
        .filter(stages -> !stages.isEmpty())
        .map(stages -> "carried on after: " + String.join(", ", stages))
        .orElse(null);
  }

  private String current() throws IOException {
    return new PublishedZone(lake).current().orElse(null);
  }

  private Duration since(Instant begin) {
    return Duration.between(begin, clock.instant());
  }
}
