package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
final class NightStages {

  private static final List<TableDefinition> STORED =
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
  private final Clock clock;
  private final Progress progress;
  private final Judging judging;

  /** What the ledger is to say of the stages that ran, in one append at the batch's end. */
  private final List<LedgerEntry> entries = new ArrayList<>();

  private Touched touched;
  private Slices slices;
  private AffectedCells affected;

  NightStages(Night night, Agenda agenda, Clock clock, Progress progress, Judging judging) {
    this.night = night;
    this.agenda = agenda;
    this.clock = clock;
    this.progress = progress;
    this.judging = judging;
  }

  /** Entries of the stages that are done. */
  List<LedgerEntry> entries() {
    return entries;
  }

  NightResult run() throws RunException, IOException {
    IngestStage ingest = new IngestStage(night, agenda);
    run(0, ingest::run);
    touched = touched(ingest.namedForms());
    CheckStage check = new CheckStage(night, agenda, touched, judging);
    run(1, () -> check.run(ingest.read()));
    findSlices(check);
    AggregateStage aggregate = new AggregateStage(night, agenda.history());
    run(2, () -> aggregate.run(slices, affected));
    ComputeStages compute = new ComputeStages(night, agenda.history(), agenda.history());
    if (needsAssess(compute)) {
      run(3, compute::assess);
    }
    PublishStage publish = new PublishStage(night, agenda.history());
    if (needsPublication(check)) {
      run(4, compute::protect);
      compute.recordProtection();
      run(5, () -> publish.run(compute.protectedTables()));
      compute.release();
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
        publish.removed());
  }

  private Touched touched(Set<String> namedForms) {
    Stored stored = new Stored(night.tables(), agenda.history());
    return Touched.of(
        agenda,
        night.catalog(),
        CatalogHashes.of(night.catalog()),
        namedForms,
        stored.isReliable(STORED) && stored.isUntouched(STORED));
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
    return !slices.isEmpty()
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

  private void run(int number, Stage stage) throws RunException, IOException {
    String name = Nightly.STAGES.get(number);
    progress.begins(name, number, Nightly.STAGES.size());
    Instant begin = clock.instant();
    Night.Rows rows = stage.run();
    entries.addAll(rows.entries());
    entries.add(
        LedgerEntry.stage(name, rows.in(), rows.out(), Duration.between(begin, clock.instant())));
  }

  /** One stage's work, and the rows it took and gave. */
  private interface Stage {
    Night.Rows run() throws RunException, IOException;
  }
}
