package jindu.protect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.table.IndicatorTable;
import jindu.table.RevisionLogTable;
import jindu.table.RevisionTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Revisions that may leave: none of a withheld cell, and none that one or two units made. Where one
 * cause is too small to be told, none of the cell is: the others would give it by subtraction.
 */
final class RevisionRows {

  private static final String CELL_IS_WITHHELD = "cell_is_withheld";
  private static final List<String> FIGURES =
      List.of(
          RevisionTable.FIRST_VALUE,
          RevisionTable.LATEST_VALUE,
          RevisionTable.DIFFERENCE,
          RevisionTable.REVISION_PCT);

  private RevisionRows() {}

  /**
   * The rows that may leave.
   *
   * @param revisions rows of {@link RevisionTable} with the units behind each
   * @param protectedIndicator unique by cell
   */
  static Dataset<Row> of(Dataset<Row> revisions, Dataset<Row> protectedIndicator, Catalog catalog) {
    Column[] cell = RevisionLogTable.CELL.stream().map(functions::col).toArray(Column[]::new);
    Column isFew =
        Sensitivity.isFew(col(RevisionLogTable.UNITS))
            .and(not(col(RevisionTable.INDICATOR).isin(Respondents.administrative(catalog))));
    Dataset<Row> withheld =
        protectedIndicator
            .withColumn(CELL_IS_WITHHELD, col(IndicatorTable.WITHHELD))
            .select(columns());
    Dataset<Row> judged =
        revisions
            .join(withheld, RevisionLogTable.CELL.toArray(String[]::new), "left")
            // A cell that is gone shows nothing any more.
            .withColumn(
                RevisionTable.WITHHELD,
                coalesce(col(CELL_IS_WITHHELD), lit(true))
                    .or(max(isFew).over(Window.partitionBy(cell))));
    return RevisionTable.DEFINITION.select(Withheld.emptied(judged, FIGURES));
  }

  private static Column[] columns() {
    return Stream.concat(RevisionLogTable.CELL.stream(), Stream.of(CELL_IS_WITHHELD))
        .map(functions::col)
        .toArray(Column[]::new);
  }
}
