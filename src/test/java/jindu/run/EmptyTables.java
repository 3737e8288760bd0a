package jindu.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.TestSession;
import jindu.table.EntryExitTable;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.PaceBacktestTable;
import jindu.table.PlanProgressTable;
import jindu.table.ProjectBridgeTable;
import jindu.table.ProjectProgressTable;
import jindu.table.ReconciliationTable;
import jindu.table.ResponseQualityTable;
import jindu.table.RevisionTable;
import jindu.table.TableDefinition;
import jindu.table.TownshipRankingTable;
import jindu.table.WeakIndicatorTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What protection hands to a publication, without a row. */
final class EmptyTables {

  private EmptyTables() {}

  static Map<TableDefinition, Dataset<Row>> ofANight() {
    Map<TableDefinition, Dataset<Row>> tables = new HashMap<>();
    for (TableDefinition table :
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
            ResponseQualityTable.DEFINITION,
            RevisionTable.DEFINITION,
            PaceBacktestTable.DEFINITION,
            EntryExitTable.DEFINITION)) {
      tables.put(table, TestSession.get().createDataFrame(List.of(), table.schema()));
    }
    return tables;
  }
}
