package jindu.table;

import java.util.List;

/** The tables that leave the bureau, in the order of the dictionary. */
public final class PublishedTables {

  /** Grows whenever a published column is added; columns are never renamed or moved. */
  public static final int SCHEMA_VERSION = 6;

  public static final List<TableDefinition> ALL =
      List.of(
          IndicatorTable.DEFINITION,
          PlanProgressTable.DEFINITION,
          HeadlineTable.DEFINITION,
          TownshipRankingTable.DEFINITION,
          WeakIndicatorTable.DEFINITION,
          MilestoneProgressTable.DEFINITION,
          ProjectProgressTable.DEFINITION,
          ProjectBridgeTable.DEFINITION,
          ReconciliationTable.DEFINITION,
          PaceBacktestTable.DEFINITION,
          ResponseQualityTable.DEFINITION,
          RevisionTable.DEFINITION,
          EntryExitTable.DEFINITION,
          IndicatorDimensionTable.DEFINITION,
          TownshipDimensionTable.DEFINITION,
          SectorDimensionTable.DEFINITION,
          QuarterDimensionTable.DEFINITION);

  private PublishedTables() {}
}
