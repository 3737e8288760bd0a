package jindu.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.catalog.CatalogReader;
import jindu.check.Check;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.LakeLock;
import jindu.publish.Publish;
import jindu.run.History.PastBatch;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import jindu.table.ReturnTable;
import jindu.table.RevisionTable;
import jindu.table.TableDefinition;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Everything from the stored returns, aside from the lake's tables, and compared with them row for
 * row: whatever the nights computed of it, slice by slice, must be the same.
 */
public final class Rebuild {

  private final SparkSession spark;
  private final Lake lake;
  private final LakeLock held;
  private final DeltaTables tables;
  private final Ledger ledger;
  private final History history;
  private final Clock clock;

  private Rebuild(SparkSession spark, Lake lake, LakeLock held, Clock clock) {
    this.spark = spark;
    this.lake = lake;
    this.held = held;
    this.tables = new DeltaTables(spark, lake);
    this.ledger = new Ledger(spark, tables, clock);
    this.history = ledger.history();
    this.clock = clock;
  }

  /**
   * Rebuilds with the catalog that was in force on the day, from the ledger.
   *
   * @param master a Spark master, null for the default
   * @param asOf the day; empty: that of the last finished batch. An earlier day is compared with
   *     what was published on it
   * @param replace puts the rebuilt tables in the place of the stored ones, as a batch, where they
   *     differ; for the day of the last batch only
   * @throws RunException when another batch holds the lake, or there is nothing to compare with
   * @throws CatalogException when the catalog of the day cannot be read any more
   */
  public static RebuildResult run(
      String location,
      String master,
      Optional<LocalDate> asOf,
      boolean replace,
      Clock clock,
      Progress progress)
      throws RunException, CatalogException, IOException {
    return HeldLake.<RebuildResult, CatalogException>during(
        location,
        clock,
        (lake, held) ->
            new Rebuild(Sessions.start(master), lake, held, clock).run(asOf, replace, progress));
  }

  private RebuildResult run(Optional<LocalDate> given, boolean replace, Progress progress)
      throws RunException, CatalogException, IOException {
    LocalDate last =
        history
            .lastFinished()
            .map(PastBatch::asOf)
            .orElseThrow(
                () ->
                    new RunException(RunException.Kind.NOTHING_TO_REBUILD, lake.root().toString()));
    LocalDate asOf = given.orElse(last);
    if (asOf.isAfter(last) || (replace && asOf.isBefore(last))) {
      throw new RunException(RunException.Kind.NOT_THE_LAST_DAY, asOf.toString(), last.toString());
    }
    Catalog catalog = catalog(asOf);
    Lake aside = lake.aside();
    try {
      Night scratch =
          new Night(
              spark,
              aside,
              new DeltaTables(spark, aside),
              ledger,
              catalog,
              new Ledger.Batch(history.lastNumber(), asOf));
      ComputeStages compute = compute(scratch);
      if (asOf.isBefore(last)) {
        return comparedWithPublication(scratch, compute);
      }
      List<TableDifference> found = new ArrayList<>();
      for (TableDefinition table : NightStages.STORED) {
        found.add(TableComparison.of(table, stored(table), scratch.tables().read(table)));
      }
      RebuildResult result = new RebuildResult(asOf, null, found, null);
      return replace && !result.isSame() ? replaced(result, catalog, progress) : result;
    } finally {
      aside.delete();
    }
  }

  /** What is there, whoever wrote it; what a batch that died left half done is not compared. */
  private Dataset<Row> stored(TableDefinition table) {
    return history.last().filter(PastBatch::finished).isPresent()
        ? tables.read(table)
        : new Stored(tables, history).read(table);
  }

  /** The last finished batch of the day used it, whatever {@code reference/} says by now. */
  private Catalog catalog(LocalDate asOf) throws RunException, CatalogException {
    String batch =
        history
            .batchOn(asOf)
            .orElseThrow(
                () ->
                    new RunException(RunException.Kind.NOTHING_TO_REBUILD, lake.root().toString()));
    return CatalogReader.read(ledger.catalogTexts(batch));
  }

  /** The stages of a first night, into tables aside. */
  private ComputeStages compute(Night scratch) {
    Dataset<Row> returns =
        tables
            .read(ReturnTable.DEFINITION)
            .where(col(ReturnTable.RECEIVED_DATE).leq(Date.valueOf(scratch.asOf())));
    Dataset<Row> verdicts =
        SettledRows.of(
            VerdictTable.DEFINITION.select(
                Check.verdicts(returns, scratch.catalog(), scratch.asOf())));
    scratch.replace(ObservationTable.DEFINITION, Check.observations(verdicts, scratch.catalog()));
    scratch.replace(QuarantineTable.DEFINITION, Check.quarantine(verdicts, scratch.catalog()));
    History nothingBefore = History.of(List.of());
    new AggregateStage(scratch, nothingBefore)
        .run(Slices.everything("rebuild"), new AffectedCells(new TreeMap<>()));
    // The patterns are history: they follow from the publications made, not from the returns.
    ComputeStages compute = new ComputeStages(scratch, nothingBefore, history);
    compute.assess();
    return compute;
  }

  private RebuildResult comparedWithPublication(Night scratch, ComputeStages compute)
      throws RunException, IOException {
    Publication published = Publication.of(lake, Publications.of(lake).on(scratch.asOf()).id());
    compute.protect();
    List<TableDifference> found = new ArrayList<>();
    Map<TableDefinition, Dataset<Row>> rebuilt =
        Publish.tables(spark, compute.protectedTables(), scratch.catalog(), scratch.asOf());
    // What was revised is history: it follows from the publications made, not from the returns.
    rebuilt.remove(RevisionTable.DEFINITION);
    for (Map.Entry<TableDefinition, Dataset<Row>> table : rebuilt.entrySet()) {
      found.add(
          TableComparison.of(
              table.getKey(), published.read(spark, table.getKey()), table.getValue()));
    }
    compute.release();
    return new RebuildResult(scratch.asOf(), published.id(), found, null);
  }

  private RebuildResult replaced(RebuildResult found, Catalog catalog, Progress progress)
      throws RunException, IOException {
    NightResult night =
        Nightly.anew(spark, lake, held, catalog, found.asOf(), history, clock, progress);
    return new RebuildResult(found.asOf(), null, found.tables(), night.batch());
  }
}
