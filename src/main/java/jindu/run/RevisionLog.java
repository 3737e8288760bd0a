package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Map;
import jindu.aggregate.Aggregate;
import jindu.lake.DeltaTables;
import jindu.publish.Publish;
import jindu.table.IndicatorTable;
import jindu.table.RevisionLogTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the nights changed in cells that were there before, and when each cell was first published.
 * Rows of a batch that did not finish lie there and do not count: the batch that carries it on says
 * again what changed since the last finished one.
 */
final class RevisionLog {

  private static final String[] CELL = RevisionLogTable.CELL.toArray(String[]::new);

  private final Night night;
  private final History history;

  RevisionLog(Night night, History history) {
    this.night = night;
    this.history = history;
  }

  /** The rows that count, tonight's among them. */
  Dataset<Row> rows() {
    return rows(night.tables(), history);
  }

  /** The rows that count by a history, and those of a batch that it does not know yet. */
  static Dataset<Row> rows(DeltaTables tables, History history) {
    List<String> unfinished =
        history.batches().entrySet().stream()
            .filter(batch -> !batch.getValue().finished())
            .map(Map.Entry::getKey)
            .toList();
    return tables
        .read(RevisionLogTable.DEFINITION)
        .where(not(col(RevisionLogTable.BATCH_ID).isin(unfinished.toArray())));
  }

  /**
   * Adds what changed tonight in cells that were ever published. One of them that is gone, because
   * its quarter has no return any more, may come back: what changes meanwhile counts too.
   *
   * @param before contributions as the last finished batch left them
   * @param after the same as they are now
   */
  void addChanges(Dataset<Row> before, Dataset<Row> after) {
    append(
        Aggregate.revisions(before, after, night.catalog()).join(published(), CELL, "left_semi"),
        "changes");
  }

  /**
   * Adds the difference between the cells and what was told of them, where nothing reliable was
   * stored that tonight's contributions could be compared with.
   */
  void addUntold(Dataset<Row> cells) {
    if (night.tables().exists(RevisionLogTable.DEFINITION)) {
      append(Aggregate.untoldRevisions(rows(), cells), "changes");
    }
  }

  /** Adds the cells that are due and were never published. An anti join cannot repeat rows. */
  void addFirstPublished(Dataset<Row> cells) {
    append(
        Publish.due(cells, night.catalog(), night.asOf())
            .join(published(), CELL, "left_anti")
            .withColumn(RevisionLogTable.CAUSE, lit(RevisionLogTable.FIRST_PUBLISHED))
            .withColumn(RevisionLogTable.AMOUNT_CHANGED, col(IndicatorTable.VALUE_YTD)),
        "first-published");
  }

  /** The cells that were published once, there still or not. */
  private Dataset<Row> published() {
    return rows()
        .where(col(RevisionLogTable.CAUSE).equalTo(RevisionLogTable.FIRST_PUBLISHED))
        .select(columns());
  }

  private void append(Dataset<Row> rows, String step) {
    night.append(
        RevisionLogTable.DEFINITION,
        rows.withColumn(RevisionLogTable.BATCH_ID, lit(night.batch().id())),
        step);
  }

  private static Column[] columns() {
    return RevisionLogTable.CELL.stream().map(name -> col(name)).toArray(Column[]::new);
  }
}
