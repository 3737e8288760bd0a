package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.lake.PublishedZone;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.EntryExitTable;
import jindu.table.ObservationTable;
import jindu.table.PlanProgressTable;
import jindu.table.QuarantineTable;
import jindu.table.TableDefinition;
import jindu.table.WeakUnitTable;

/**
 * The stages of one night in their order, of which each runs only where what it reads may be other
 * than it was: where that cannot be told, it runs.
 */
final class NightStages implements AutoCloseable {

  static final String INGEST = "ingest";
  static final String CHECK = "check";
  static final String AGGREGATE = "aggregate";
  static final String ASSESS = "assess";
  static final String PROTECT = "protect";
  static final String PUBLISH = "publish";

  /** What follows from the returns. */
  static final List<TableDefinition> STORED =
      List.of(
          ObservationTable.DEFINITION,
          QuarantineTable.DEFINITION,
          ContributionTable.DEFINITION,
          CellTable.DEFINITION,
          EntryExitTable.UNPROTECTED,
          PlanProgressTable.UNPROTECTED,
          WeakUnitTable.DEFINITION);

  private final Night night;
  private final Agenda agenda;
  private final History published;
  private final List<String> finished;
  private final Map<String, String> left;
  private final Clock clock;
  private final Progress progress;
  private final Judging judging;

  private final List<String> mended;
  private final StageMeter meter;

  private Touched touched;
  private Slices slices;
  private AffectedCells affected;

  /**
   * @param beginning what there is to do, and what of it an earlier try did
   * @param mended what was damaged, for which it is published anew though nothing is new
   */
  NightStages(
      Night night,
      Beginning beginning,
      List<String> mended,
      Clock clock,
      Progress progress,
      Judging judging) {
    this.night = night;
    this.agenda = beginning.agenda();
    this.published = beginning.history();
    this.finished = beginning.unfinished().map(Unfinished::finishedStages).orElse(List.of());
    this.left = beginning.unfinished().map(Unfinished::stages).orElse(Map.of());
    this.mended = mended;
    this.meter = new StageMeter(night.spark());
    this.clock = clock;
    this.progress = progress;
    this.judging = judging;
  }

  /**
   * @param stillWritten files of the inbox that wait because somebody was writing them
   */
  NightResult run(List<String> stillWritten) throws RunException, IOException {
    HandOver.Ingested ingested = ingest();
    touched =
        Touched.of(
            agenda,
            night.catalog(),
            CatalogHashes.of(night.catalog()),
            ingested.namedForms(),
            ingested.reliable());
    CheckStage check = new CheckStage(night, agenda, touched, judging);
    if (finished.contains(CHECK)) {
      check.carryOn(HandOver.read(left.get(CHECK), HandOver.Checked.class));
    } else {
      run(CHECK, () -> check.run(ingested.read()), check::handOver);
    }
    findSlices(check);
    if (!finished.contains(AGGREGATE)) {
      AggregateStage aggregate = new AggregateStage(night, agenda.history());
      run(AGGREGATE, () -> aggregate.run(slices, affected));
    }
    ComputeStages compute = new ComputeStages(night, agenda.history(), published);
    if (!finished.contains(ASSESS) && needsAssess(compute)) {
      run(ASSESS, compute::assess);
    }
    PublishStage publish = new PublishStage(night, published);
    if (needsPublication(check)) {
      // Always, because what it makes is no table: patterns that the batch chose are taken over.
      try {
        run(
            PROTECT,
            () -> {
              Night.Rows rows = compute.protect();
              compute.recordProtection();
              return rows;
            });
        run(PUBLISH, () -> publish.run(compute.protectedTables()));
      } finally {
        compute.release();
      }
    }
    progress.begins("", Nightly.STAGES.size(), Nightly.STAGES.size());
    return new NightResult(
        publish.made().isPresent()
            ? NightResult.Outcome.PUBLISHED
            : NightResult.Outcome.NOTHING_CHANGED,
        night.batch().id(),
        new PublishedZone(night.lake()).current().orElse(null),
        night.asOf(),
        check.changed(),
        agenda.waiting(),
        stillWritten,
        publish.removed(),
        compute.lostDetail(),
        catalogChanges(),
        slices.names(),
        mended);
  }

  /** On a first night every file is new, which is none's change. */
  private List<String> catalogChanges() {
    return agenda.history().catalog().isEmpty()
        ? List.of()
        : touched.change().files().stream().sorted().toList();
  }

  private HandOver.Ingested ingest() throws RunException, IOException {
    if (finished.contains(INGEST)) {
      return HandOver.read(left.get(INGEST), HandOver.Ingested.class);
    }
    boolean reliable =
        new Stored(night.tables(), agenda.history()).isReliedOn(STORED, night.batch().id());
    IngestStage ingest = new IngestStage(night, agenda, published);
    Supplier<HandOver.Ingested> ingested =
        () -> new HandOver.Ingested(ingest.read(), ingest.namedForms(), reliable);
    run(INGEST, ingest::run, ingested);
    return ingested.get();
  }

  private void findSlices(CheckStage check) {
    List<Catalog> catalogs = List.of(night.catalog());
    if (touched.fromNothing()) {
      slices = Slices.everything(touched.all().orElseThrow());
    } else if (touched.change().computesAll()) {
      slices = Slices.everything("the catalog");
    } else {
      slices =
          Slices.of(
              check.changes(), touched.change(), touched.days().orElseThrow(), night.catalog());
      Optional<List<Catalog>> both = catalogs();
      catalogs = both.orElse(catalogs);
      if (both.isEmpty()) {
        slices = Slices.everything("the catalog before cannot be read");
      }
    }
    affected = Dependents.of(slices.slices(), catalogs, night.asOf().getYear());
  }

  /** Tonight's catalog, and the one before where a form may have fed something else. */
  private Optional<List<Catalog>> catalogs() {
    if (touched.change().forms().isEmpty()) {
      return Optional.of(List.of(night.catalog()));
    }
    List<String> finished = agenda.history().finished();
    Map<String, String> before = night.ledger().catalogTexts(finished.get(finished.size() - 1));
    try {
      return Optional.of(List.of(night.catalog(), CatalogReader.read(before)));
    } catch (CatalogException e) {
      return Optional.empty();
    }
  }

  private boolean needsAssess(ComputeStages compute) {
    return !slices.isEmpty()
        || !touched.change().isEmpty()
        || touched.days().filter(days -> movesThePlan(days, compute)).isPresent();
  }

  private boolean movesThePlan(DaysPassed days, ComputeStages compute) {
    return !days.isNone()
        && (days.beginAPlan(night.catalog()) || compute.hasCellsSince(days.underWay()));
  }

  private boolean needsPublication(CheckStage check) {
    return !mended.isEmpty()
        || !slices.isEmpty()
        || !touched.change().isEmpty()
        || check.changedRows()
        || touched
            .days()
            .filter(
                days ->
                    days.beginAPlan(night.catalog())
                        || days.makeAQuarterDue(night.catalog())
                        || days.endAComparison(night.catalog())
                        || days.moveAMilestone(night.catalog()))
            .isPresent();
  }

  private void run(String name, Stage stage) throws RunException, IOException {
    run(name, stage, () -> null);
  }

  /** Runs a stage and tells the ledger that it is done, which it is from then on. */
  private void run(String name, Stage stage, Supplier<? extends Record> handOver)
      throws RunException, IOException {
    progress.begins(name, Nightly.STAGES.indexOf(name), Nightly.STAGES.size());
    night.tables().used();
    meter.begin();
    BatchLines.line("stage begins", night.batch()).with("stage", name).tell();
    Instant begin = clock.instant();
    Night.Rows rows = stage.run();
    Record leaves = handOver.get();
    Duration took = Duration.between(begin, clock.instant());
    List<LedgerEntry> entries = new ArrayList<>(rows.entries());
    entries.add(
        LedgerEntry.stage(
            name,
            rows,
            took,
            meter,
            night.tables().used(),
            leaves == null ? null : HandOver.text(leaves)));
    night.ledger().record(night.batch(), entries);
    BatchLines.line("stage ends", night.batch())
        .with("stage", name)
        .with("rows_in", rows.in())
        .with("rows_out", rows.out())
        .with("jobs", meter.jobs())
        .with("peak_memory", meter.peakMemory())
        .took(took)
        .tell();
  }

  @Override
  public void close() {
    meter.close();
  }

  /** One stage's work, and the rows it took and gave. */
  private interface Stage {
    Night.Rows run() throws RunException, IOException;
  }
}
