package jindu.run;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jindu.aggregate.Aggregate;
import jindu.assess.Assess;
import jindu.core.Quarter;
import jindu.protect.Protect;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.EntryExitTable;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.ObservationTable;
import jindu.table.PlanProgressTable;
import jindu.table.ProjectBridgeTable;
import jindu.table.ProjectProgressTable;
import jindu.table.QuarantineTable;
import jindu.table.ReconciliationTable;
import jindu.table.ResponseQualityTable;
import jindu.table.RevisionTable;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The two stages between the stored cells and what may leave the bureau. */
final class ComputeStages {

  private final Night night;
  private final Map<TableDefinition, Dataset<Row>> protectedTables = new LinkedHashMap<>();

  /** Unprotected rows that several protected tables are made from. */
  private final List<Dataset<Row>> scratch = new ArrayList<>();

  private final RevisionLog log;

  ComputeStages(Night night, History history) {
    this.night = night;
    this.log = new RevisionLog(night, history);
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

  /** Cells against the plan, stored unprotected. */
  Night.Rows assess() {
    LedgerEntry written =
        night.replace(
            PlanProgressTable.UNPROTECTED,
            Assess.planProgress(read(CellTable.DEFINITION), night.catalog(), night.asOf()));
    return new Night.Rows(written.rowsOut(), written.rowsOut(), List.of(written));
  }

  /** What may leave the bureau, kept in memory for the tables made from it. */
  Night.Rows protect() {
    Dataset<Row> indicator =
        keep(
            IndicatorTable.DEFINITION,
            Protect.indicator(read(CellTable.DEFINITION), night.catalog()));
    Dataset<Row> plan =
        keep(
            PlanProgressTable.DEFINITION,
            Protect.planProgress(read(PlanProgressTable.UNPROTECTED), indicator));
    keep(HeadlineTable.DEFINITION, Assess.headline(indicator, plan, night.catalog()));
    keep(
        MilestoneProgressTable.DEFINITION,
        Assess.milestoneProgress(read(ObservationTable.DEFINITION), night.catalog(), night.asOf()));
    protectProjects(indicator);
    keep(
        ResponseQualityTable.DEFINITION,
        Protect.responseQuality(responseQuality(), night.catalog()));
    keep(EntryExitTable.DEFINITION, Protect.entryExit(read(EntryExitTable.UNPROTECTED), indicator));
    log.addFirstPublished(read(CellTable.DEFINITION));
    keep(
        RevisionTable.DEFINITION,
        Protect.revision(
            Aggregate.revision(log.rows(), read(CellTable.DEFINITION)),
            indicator,
            night.catalog()));
    long cells = indicator.count();
    return new Night.Rows(cells, cells);
  }

  /** The projects, the bridge to the investment statistics, and what is laid side by side. */
  private void protectProjects(Dataset<Row> indicator) {
    Dataset<Row> projects =
        Assess.projectProgress(read(ObservationTable.DEFINITION), night.catalog(), night.asOf())
            .persist();
    scratch.add(projects);
    keep(ProjectProgressTable.DEFINITION, Protect.projectProgress(projects, night.catalog()));
    Dataset<Row> bridge =
        Assess.projectBridge(projects, read(ContributionTable.DEFINITION), night.catalog())
            .persist();
    scratch.add(bridge);
    Dataset<Row> open =
        keep(
            ProjectBridgeTable.DEFINITION,
            Protect.projectBridge(bridge, indicator, night.catalog()));
    keep(
        ReconciliationTable.DEFINITION,
        Assess.reconciliation(indicator, read(ObservationTable.DEFINITION), open, night.catalog()));
  }

  private Dataset<Row> responseQuality() {
    return Aggregate.responseQuality(
        read(ObservationTable.DEFINITION),
        read(QuarantineTable.DEFINITION),
        read(ContributionTable.DEFINITION),
        night.catalog(),
        night.asOf());
  }

  /** Lets go of what was kept in memory. */
  void release() {
    protectedTables.values().forEach(Dataset::unpersist);
    scratch.forEach(Dataset::unpersist);
  }

  /** The tables that a publication is made from. */
  Map<TableDefinition, Dataset<Row>> protectedTables() {
    return protectedTables;
  }

  private Dataset<Row> keep(TableDefinition table, Dataset<Row> rows) {
    Dataset<Row> kept = table.select(rows).persist();
    protectedTables.put(table, kept);
    return kept;
  }

  private Dataset<Row> read(TableDefinition table) {
    return night.tables().read(table);
  }
}
