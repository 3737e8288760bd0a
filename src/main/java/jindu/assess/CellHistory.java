package jindu.assess;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.function.UnaryOperator;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All quarters on record of each cell that has a target, in one row: one pass over the cells
 * instead of one join for every quarter that a rule looks back to.
 */
final class CellHistory {

  private static final String[] CELL = {
    IndicatorTable.INDICATOR, IndicatorTable.TOWNSHIP_CODE, IndicatorTable.SECTOR_CODE
  };

  private CellHistory() {}

  /** The targets with {@link PlanRow#HISTORY} beside them, null where nothing is on record. */
  static Dataset<Row> beside(Dataset<Row> targets, Dataset<Row> cells) {
    Dataset<Row> wanted = targets.select(names(CELL)).distinct();
    Dataset<Row> histories =
        // One row a cell on the right: distinct; left_semi multiplies nothing anyway.
        cells
            .join(broadcast(wanted), CELL, "left_semi")
            .groupBy(names(CELL))
            .agg(map_from_entries(collect_list(entry())).as(PlanRow.HISTORY));
    // One row a cell on the right: it is grouped by the very columns of the join.
    return targets.join(histories, CELL, "left");
  }

  /** The cell of the target in a quarter, null where there is none. */
  static Column at(Column year, Column quarter) {
    return try_element_at(col(PlanRow.HISTORY), key(year, quarter));
  }

  /**
   * The year-to-date of the target's cell, null where it is not known.
   *
   * @param quarter the column that names the quarter
   */
  static Column yearToDate(Column year, String quarter) {
    return figure(year, quarter, IndicatorTable.VALUE_YTD);
  }

  /** A figure of the target's cell, null where it is not known. */
  static Column figure(Column year, String quarter, String figure) {
    return at(year, col(quarter)).getField(figure);
  }

  /** Figures of the years before the plan's, as far as there are any. */
  static Column ofClosedYears(UnaryOperator<Column> figure) {
    Column closed = filter(years(), year -> year.lt(col(PlanProgressTable.YEAR)));
    return filter(transform(closed, figure::apply), Column::isNotNull);
  }

  /** The years on record, each once. */
  static Column years() {
    return array_distinct(
        transform(map_keys(col(PlanRow.HISTORY)), key -> floor(key.divide(lit(10))).cast("int")));
  }

  /** Orders quarters, and tells them apart. */
  static Column key(Column year, Column quarter) {
    return year.multiply(lit(10)).plus(quarter);
  }

  private static Column entry() {
    return struct(
        key(col(IndicatorTable.YEAR), col(IndicatorTable.QUARTER)),
        struct(
            col(IndicatorTable.VALUE_YTD),
            col(IndicatorTable.PREVIOUS_YTD),
            col(IndicatorTable.GROWTH_YTD_PCT),
            col(IndicatorTable.COMPARABLE_GROWTH_YTD_PCT),
            col(CellTable.COMPARABLE_YTD),
            col(CellTable.COMPARABLE_PREVIOUS_YTD),
            col(IndicatorTable.ESTIMATED_SHARE_PCT)));
  }

  private static Column[] names(String[] columns) {
    Column[] result = new Column[columns.length];
    for (int i = 0; i < columns.length; i++) {
      result[i] = col(columns[i]);
    }
    return result;
  }
}
