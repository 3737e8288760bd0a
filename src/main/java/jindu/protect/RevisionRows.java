package jindu.protect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
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
import org.apache.spark.sql.functions;

/**
 * Revisions that may leave: those of one level of detail together, or none of them, as bridges do
 * ({@link EntryExitRows}). A line that one or two respondents made is theirs; it is what the other
 * causes leave of the cell's change, and what the same cause in the other cells leaves of the
 * total's.
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
   * @param revisions rows of {@link RevisionTable} with the respondents behind each
   * @param protectedIndicator unique by cell
   */
  static Dataset<Row> of(Dataset<Row> revisions, Dataset<Row> protectedIndicator, Catalog catalog) {
    Dataset<Row> withheld =
        protectedIndicator
            .withColumn(CELL_IS_WITHHELD, col(IndicatorTable.WITHHELD))
            .select(columns());
    Column isAdministrative =
        col(RevisionTable.INDICATOR).isin(Respondents.administrative(catalog));
    // A cell that is gone shows nothing any more.
    Column cellIsClosed = coalesce(col(CELL_IS_WITHHELD), lit(true));
    Column isClosed = cellIsClosed.or(Sensitivity.isFew(col(RevisionLogTable.RESPONDENTS)));
    Column leaves = isAdministrative.or(DetailLevel.leaves(isClosed, catalog));
    Dataset<Row> judged =
        revisions
            .join(withheld, RevisionLogTable.CELL.toArray(String[]::new), "left")
            .withColumn(RevisionTable.WITHHELD, cellIsClosed.or(not(leaves)));
    return RevisionTable.DEFINITION.select(Withheld.emptied(judged, FIGURES));
  }

  private static Column[] columns() {
    return Stream.concat(RevisionLogTable.CELL.stream(), Stream.of(CELL_IS_WITHHELD))
        .map(functions::col)
        .toArray(Column[]::new);
  }
}
