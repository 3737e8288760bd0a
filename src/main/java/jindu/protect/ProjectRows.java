package jindu.protect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Set;
import jindu.catalog.Catalog;
import jindu.core.Lamp;
import jindu.table.ColumnDefinition;
import jindu.table.ProjectProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Projects that may leave: as they are where the catalog says that the ledger is administrative,
 * and without any figure where it is what respondents said of themselves.
 */
final class ProjectRows {

  private static final Set<String> FIGURES =
      Set.of(
          ProjectProgressTable.TOTAL_INVESTMENT,
          ProjectProgressTable.ANNUAL_PLAN,
          ProjectProgressTable.DONE_YTD,
          ProjectProgressTable.DONE_SINCE_START,
          ProjectProgressTable.COMPLETION_PCT,
          ProjectProgressTable.GAP_POINTS);

  private ProjectRows() {}

  static Dataset<Row> of(Dataset<Row> projects, Catalog catalog) {
    if (catalog.publishedLedger().isPresent()) {
      return ProjectProgressTable.DEFINITION.select(projects);
    }
    return ProjectProgressTable.DEFINITION.select(
        projects.select(
            ProjectProgressTable.DEFINITION.columns().stream()
                .map(ProjectRows::emptied)
                .toArray(Column[]::new)));
  }

  private static Column emptied(ColumnDefinition column) {
    String name = column.name();
    if (FIGURES.contains(name)) {
      return lit(null).cast(column.type()).as(name);
    }
    return switch (name) {
      case ProjectProgressTable.LAMP -> lit(Lamp.GREY.code()).as(name);
      case ProjectProgressTable.WITHHELD -> lit(true).as(name);
      default -> col(name);
    };
  }
}
