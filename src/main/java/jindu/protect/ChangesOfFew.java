package jindu.protect;

import static jindu.table.RevisionLogTable.AMOUNT_CHANGED;
import static jindu.table.RevisionLogTable.CAUSE;
import static jindu.table.RevisionLogTable.CELL;
import static jindu.table.RevisionLogTable.CELL_RESPONDENTS;
import static jindu.table.RevisionLogTable.FIRST_PUBLISHED;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import jindu.catalog.Catalog;
import jindu.table.IndicatorTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Open cells whose change since the publication before is that of one or two respondents: the
 * difference between the two publications is what these changed (method.md section 8).
 *
 * <p>Those of several batches may be the same ones again; as many as there were in one of them are
 * sure. So a cell may be told of that three changed, and none that fewer did is passed over.
 */
final class ChangesOfFew {

  private static final String NET = "net_change";
  private static final String UNKNOWN = "unknown_changes";

  private ChangesOfFew() {}

  static Dataset<Row> of(Dataset<Row> changes, Dataset<Row> protectedIndicator, Catalog catalog) {
    Column[] cell = CELL.stream().map(functions::col).toArray(Column[]::new);
    Column respondents = coalesce(col(CELL_RESPONDENTS), lit(1L));
    Dataset<Row> open = protectedIndicator.where(not(col(IndicatorTable.WITHHELD))).select(cell);
    return changes
        // What is published for the first time is no change.
        .where(col(CAUSE).notEqual(FIRST_PUBLISHED))
        .groupBy(cell)
        .agg(
            max(respondents).as(CELL_RESPONDENTS),
            sum(AMOUNT_CHANGED).cast(Types.AMOUNT).as(NET),
            count_if(col(AMOUNT_CHANGED).isNull()).as(UNKNOWN))
        .where(new Sensitivity(catalog).isFew(col(CELL_RESPONDENTS)))
        .where(col(UNKNOWN).gt(0).or(col(NET).notEqual(0)))
        .join(open, CELL.toArray(String[]::new), "left_semi")
        .drop(NET, UNKNOWN);
  }
}
