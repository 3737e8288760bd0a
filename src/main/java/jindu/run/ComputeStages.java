package jindu.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jindu.aggregate.Aggregate;
import jindu.assess.Assess;
import jindu.core.Quarter;
import jindu.lake.Staging;
import jindu.protect.Protect;
import jindu.protect.pattern.Pattern;
import jindu.publish.Publish;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.EntryExitTable;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.ObservationTable;
import jindu.table.PaceBacktestTable;
import jindu.table.PlanProgressTable;
import jindu.table.ProjectBridgeTable;
import jindu.table.ProjectProgressTable;
import jindu.table.QuarantineTable;
import jindu.table.ReconciliationTable;
import jindu.table.ResponseQualityTable;
import jindu.table.RevisionLogTable;
import jindu.table.RevisionTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipRankingTable;
import jindu.table.WeakIndicatorTable;
import jindu.table.WeakUnitTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The two stages between the stored cells and what may leave the bureau. */
final class ComputeStages {

  /** What the log of revisions takes from a cell. */
  private static final Column[] LOGGED =
      Stream.concat(RevisionLogTable.CELL.stream(), Stream.of(IndicatorTable.VALUE_YTD))
          .map(name -> col(name))
          .toArray(Column[]::new);

  private final Night night;

  /** The tables themselves, and rows that several of them are made from. */
  private final Staging staging;

  private final Map<TableDefinition, Dataset<Row>> protectedTables = new LinkedHashMap<>();

  private final RevisionLog log;
  private final History published;
  private final PatternStage patternStage;

  /**
   * @param history of what the tables hold
   * @param published of the publications made so far, from which the patterns are
   */
  ComputeStages(Night night, History history, History published) {
    this.night = night;
    this.staging = new Staging(night.spark(), night.lake());
    this.log = new RevisionLog(night, history);
    this.published = published;
    this.patternStage = new PatternStage(night, published);
  }

  /** Whether there are cells of quarters that were not over on the last as-of day. */
  boolean hasCellsSince(Quarter underWay) {
    Column later =
        col(IndicatorTable.YEAR)
            .multiply(4)
            .plus(col(IndicatorTable.QUARTER))
            .geq(underWay.year() * 4 + underWay.number());
    return !read(CellTable.DEFINITION)
        .where(col(IndicatorTable.YEAR).geq(underWay.year()).and(later))
        .isEmpty();
  }

  /** Cells against the plan, and the units behind what is weak, stored unprotected. */
  Night.Rows assess() {
    LedgerEntry written =
        night.replace(
            PlanProgressTable.UNPROTECTED,
            Assess.planProgress(
                read(CellTable.DEFINITION),
                read(ObservationTable.DEFINITION),
                night.catalog(),
                night.asOf()));
    LedgerEntry weak =
        night.replace(
            WeakUnitTable.DEFINITION,
            Assess.weakUnits(
                read(PlanProgressTable.UNPROTECTED),
                read(CellTable.DEFINITION),
                read(ContributionTable.DEFINITION),
                night.catalog(),
                night.asOf()));
    return new Night.Rows(written.rowsOut(), written.rowsOut(), List.of(written, weak));
  }

  /** What may leave the bureau, staged for the tables made from it. */
  Night.Rows protect() throws IOException {
    Dataset<Row> cells = read(CellTable.DEFINITION);
    List<Pattern> patterns = patternStage.run(cells);
    Dataset<Row> indicator =
        keep(IndicatorTable.DEFINITION, Protect.indicator(cells, patterns, night.catalog()));
    Dataset<Row> peers =
        staging.write("peers", Assess.peers(read(ObservationTable.DEFINITION), night.catalog()));
    Dataset<Row> plan =
        keep(
            PlanProgressTable.DEFINITION,
            Assess.besidePeers(
                Assess.ranked(
                    Protect.planProgress(
                        read(PlanProgressTable.UNPROTECTED), indicator, night.catalog()),
                    night.catalog()),
                indicator,
                peers,
                night.catalog()));
    keep(
        PaceBacktestTable.DEFINITION,
        Protect.paceBacktest(
            Assess.paceBacktest(
                Publish.due(read(CellTable.DEFINITION), night.catalog(), night.asOf()),
                night.catalog(),
                night.asOf()),
            indicator,
            night.catalog()));
    keep(TownshipRankingTable.DEFINITION, Assess.townshipRanking(indicator, plan, night.catalog()));
    keep(
        WeakIndicatorTable.DEFINITION,
        Assess.weakIndicators(plan, indicator, night.catalog(), night.asOf()));
    keep(HeadlineTable.DEFINITION, Assess.headline(indicator, plan, peers, night.catalog()));
    keep(
        MilestoneProgressTable.DEFINITION,
        Assess.milestoneProgress(read(ObservationTable.DEFINITION), night.catalog(), night.asOf()));
    protectProjects(indicator);
    keep(
        ResponseQualityTable.DEFINITION,
        Protect.responseQuality(responseQuality(), indicator, night.catalog()));
    keep(
        EntryExitTable.DEFINITION,
        Protect.entryExit(read(EntryExitTable.UNPROTECTED), indicator, night.catalog()));
    // Key and value of what is protected whole above. The log of revisions is told what is
    // published for the first time, and then what all that ever was is now.
    Dataset<Row> values = read(CellTable.DEFINITION).select(LOGGED);
    log.addFirstPublished(values);
    keep(
        RevisionTable.DEFINITION,
        Protect.revision(Aggregate.revision(log.rows(), values), indicator, night.catalog()));
    long protectedCells = indicator.count();
    return new Night.Rows(protectedCells, protectedCells);
  }

  /** The projects, the bridge to the investment statistics, and what is laid side by side. */
  private void protectProjects(Dataset<Row> indicator) throws IOException {
    Dataset<Row> projects =
        staging.write(
            "projects",
            Assess.projectProgress(
                read(ObservationTable.DEFINITION), night.catalog(), night.asOf()));
    keep(ProjectProgressTable.DEFINITION, Protect.projectProgress(projects, night.catalog()));
    Dataset<Row> bridge =
        staging.write(
            "bridge",
            Assess.projectBridge(projects, read(ContributionTable.DEFINITION), night.catalog()));
    Dataset<Row> open =
        keep(
            ProjectBridgeTable.DEFINITION,
            Protect.projectBridge(bridge, read(CellTable.DEFINITION), indicator, night.catalog()));
    keep(
        ReconciliationTable.DEFINITION,
        Assess.reconciliation(indicator, read(ObservationTable.DEFINITION), open, night.catalog()));
  }

  /** Indicators of which all detail is withheld, as far as it was protected tonight. */
  List<LostDetail> lostDetail() {
    return patternStage.lostDetail();
  }

  private Dataset<Row> responseQuality() {
    return Aggregate.responseQuality(
        read(ObservationTable.DEFINITION),
        read(QuarantineTable.DEFINITION),
        read(ContributionTable.DEFINITION),
        night.catalog(),
        night.asOf());
  }

  /**
   * Tells the ledger which cells are withheld, and which of the others are published with a change
   * of one or two respondents, before anything is published.
   */
  void recordProtection() throws IOException {
    patternStage.record();
    Optional<String> before = published.lastPublisher();
    if (before.isPresent()) {
      Dataset<Row> since = log.rows().where(col(RevisionLogTable.BATCH_ID).gt(before.get()));
      List<LedgerEntry> changes =
          ChangesOfFew.of(
                  Protect.changesOfFew(
                          since, protectedTables.get(IndicatorTable.DEFINITION), night.catalog())
                      .collectAsList())
              .stream()
              .map(LedgerEntry::changesOfFew)
              .toList();
      if (!changes.isEmpty()) {
        night.ledger().record(night.batch(), changes);
      }
    }
  }

  /** The tables that a publication is made from. */
  Map<TableDefinition, Dataset<Row>> protectedTables() {
    return protectedTables;
  }

  /** Deletes what {@link #protect} staged; its tables are not read after that. */
  void release() {
    staging.close();
  }

  private Dataset<Row> keep(TableDefinition table, Dataset<Row> rows) throws IOException {
    Dataset<Row> staged = staging.write(table.name(), table.select(rows));
    protectedTables.put(table, staged);
    return staged;
  }

  private Dataset<Row> read(TableDefinition table) {
    return night.tables().read(table);
  }
}
