package jindu.aggregate;

import static jindu.aggregate.Steps.columns;
import static jindu.table.RevisionLogTable.AMOUNT_CHANGED;
import static jindu.table.RevisionLogTable.BATCH_ID;
import static jindu.table.RevisionLogTable.CAUSE;
import static jindu.table.RevisionLogTable.CELL;
import static jindu.table.RevisionLogTable.FIRST_PUBLISHED;
import static jindu.table.RevisionTable.CATALOG;
import static jindu.table.RevisionTable.DIFFERENCE;
import static jindu.table.RevisionTable.FIRST_VALUE;
import static jindu.table.RevisionTable.LATEST_VALUE;
import static jindu.table.RevisionTable.NONE;
import static jindu.table.RevisionTable.REVISION_PCT;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jindu.table.ExactRatio;
import jindu.table.IndicatorTable;
import jindu.table.RevisionLogTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What became of each cell since it was first published (method.md section 9). */
final class Revisions {

  private static final String FIRST_BATCH = "first_batch";
  private static final String LINES = "lines";
  private static final String UNKNOWN = "unknown_changes";
  private static final WindowSpec OF_CELL = Window.partitionBy(columns(CELL));

  private Revisions() {}

  /**
   * One row a published cell and cause, and one with the cause {@code none} where nothing changed.
   *
   * <p>The latest value is that of the cell and no sum: once a change was not known, a sum is not.
   *
   * @param log rows of {@link RevisionLogTable} of batches that count
   * @param cells rows of {@link jindu.table.CellTable}, one a key
   */
  static Dataset<Row> of(Dataset<Row> log, Dataset<Row> cells) {
    Column isFirst = col(CAUSE).equalTo(FIRST_PUBLISHED);
    List<String> key = new ArrayList<>(CELL);
    key.addAll(List.of(FIRST_VALUE, CAUSE));
    Column cause = when(isFirst, NONE).otherwise(col(CAUSE));
    return log.withColumn(FIRST_BATCH, max(when(isFirst, col(BATCH_ID))).over(OF_CELL))
        .withColumn(FIRST_VALUE, max(when(isFirst, col(AMOUNT_CHANGED))).over(OF_CELL))
        .where(isFirst.or(col(BATCH_ID).gt(col(FIRST_BATCH))))
        .withColumn(AMOUNT_CHANGED, when(isFirst, lit(0)).otherwise(col(AMOUNT_CHANGED)))
        .withColumn(CAUSE, cause)
        .groupBy(columns(key))
        .agg(sum(AMOUNT_CHANGED).cast(Types.AMOUNT).as(DIFFERENCE), counts())
        .withColumn(DIFFERENCE, when(col(UNKNOWN).equalTo(0), col(DIFFERENCE)))
        .withColumn(LINES, count(lit(1)).over(OF_CELL))
        .join(latest(cells), CELL.toArray(String[]::new), "left")
        .withColumn(
            REVISION_PCT,
            ExactRatio.percent(col(DIFFERENCE), col(FIRST_VALUE)).try_cast(Types.PERCENT))
        .where(col(CAUSE).notEqual(NONE).or(col(LINES).equalTo(1)))
        .drop(LINES, UNKNOWN);
  }

  /**
   * What the log does not tell: where what was stored could not be compared with what is computed,
   * the cell is another without a line that says so. One unit may be behind it. Nothing of a cell
   * that was, or is, without a value.
   *
   * @param log as for {@link #of}
   * @return rows of {@link RevisionLogTable}, without batch
   */
  static Dataset<Row> untold(Dataset<Row> log, Dataset<Row> cells) {
    Column told = col(FIRST_VALUE).plus(col(DIFFERENCE)).try_cast(Types.AMOUNT);
    return of(log, cells)
        .groupBy(columns(CELL))
        .agg(
            max(col(LATEST_VALUE)).as(LATEST_VALUE),
            max(col(FIRST_VALUE)).as(FIRST_VALUE),
            sum(col(DIFFERENCE)).as(DIFFERENCE),
            count_if(col(DIFFERENCE).isNull()).as(UNKNOWN))
        .where(col(UNKNOWN).equalTo(0).and(col(LATEST_VALUE).notEqual(told)))
        .withColumn(CAUSE, lit(CATALOG))
        .withColumn(AMOUNT_CHANGED, col(LATEST_VALUE).minus(told).try_cast(Types.AMOUNT))
        .withColumns(
            Map.of(
                RevisionLogTable.UNITS, lit(1L),
                RevisionLogTable.RESPONDENTS, lit(1L),
                RevisionLogTable.CELL_RESPONDENTS, lit(1L),
                RevisionLogTable.UNNAMED_RESPONDENTS, lit(1L)));
  }

  private static Column[] counts() {
    List<Column> counts = new ArrayList<>();
    counts.add(count_if(col(AMOUNT_CHANGED).isNull()).as(UNKNOWN));
    Column respondents = known(RevisionLogTable.RESPONDENTS, 1);
    Column unnamed = coalesce(col(RevisionLogTable.UNNAMED_RESPONDENTS), respondents);
    counts.add(max(respondents).as(RevisionLogTable.RESPONDENTS));
    counts.add(max(unnamed).as(RevisionLogTable.UNNAMED_RESPONDENTS));
    for (int quarters : RevisionLogTable.EARLIER) {
      String own = RevisionLogTable.ownRespondents(quarters);
      counts.add(max(known(own, 0)).as(own));
    }
    return counts.toArray(Column[]::new);
  }

  /**
   * No fewer than there were in one batch: those of another may be the same ones again.
   *
   * @param least of a line of before they were counted
   */
  private static Column known(String count, long least) {
    return coalesce(col(count), when(col(CAUSE).notEqual(NONE), least).otherwise(0L));
  }

  private static Dataset<Row> latest(Dataset<Row> cells) {
    List<Column> columns = new ArrayList<>(List.of(columns(CELL)));
    columns.add(col(IndicatorTable.VALUE_YTD).as(LATEST_VALUE));
    return cells.select(columns.toArray(Column[]::new));
  }
}
