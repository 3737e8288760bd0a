package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import jindu.TestSession;
import jindu.aggregate.Aggregate;
import jindu.table.CellTable;
import jindu.table.RevisionLogTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the nights said of their revisions: a cell's first published value and all that was logged
 * of it since is what the cell is now, and the table that is published of it says the same.
 */
final class RevisionSums {

  private static final String CELL = "indicator, township_code, sector_code, year, quarter";

  /** A value of which there is no part counts as 0. */
  private static final String LOGGED =
      """
      SELECT %1$s,
        count_if(cause = 'first_published') AS times_first,
        sum(coalesce(amount, 0)) AS logged,
        bool_or(cause <> 'first_published' AND amount IS NULL) AS is_unknown,
        bool_or(cause <> 'first_published' AND units < 1) AS is_by_nobody
      FROM
        (SELECT *, max(CASE WHEN cause = 'first_published' THEN batch_id END)
          OVER (PARTITION BY %1$s) AS first_batch FROM log)
      WHERE cause = 'first_published' OR batch_id > first_batch
      GROUP BY %1$s
      """
          .formatted(CELL);

  private static final String TOLD =
      """
      SELECT %1$s,
        coalesce(max(first_value), 0) + sum(difference) AS told,
        max(latest_value) AS latest_value
      FROM revision GROUP BY %1$s
      """
          .formatted(CELL);

  /** Only the change of a ratio that has no denominator before or after is not known. */
  private static final String WRONG =
      """
      SELECT %1$s, times_first, logged, told, latest_value, value_ytd
      FROM (%2$s) AS logged
      JOIN cells USING (%1$s)
      LEFT JOIN (%3$s) AS told USING (%1$s)
      WHERE times_first <> 1
        OR NOT (latest_value <=> value_ytd)
        OR is_by_nobody
        OR (is_unknown AND indicator <> 'tax_share')
        OR (NOT is_unknown AND NOT (logged <=> coalesce(value_ytd, 0) AND told <=> logged))
      """
          .formatted(CELL, LOGGED, TOLD);

  private final SmallLake lake;
  private final Set<String> causes = new TreeSet<>();

  RevisionSums(SmallLake lake) {
    this.lake = lake;
  }

  /** After a night. */
  void assertThatTheyAddUp(LocalDate night) {
    Dataset<Row> log = lake.rows(RevisionLogTable.DEFINITION);
    log.createOrReplaceTempView("log");
    Dataset<Row> cells = lake.rows(CellTable.DEFINITION);
    cells.createOrReplaceTempView("cells");
    Aggregate.revision(log, cells).createOrReplaceTempView("revision");
    assertThat(TestSession.get().sql(WRONG).limit(10).collectAsList())
        .as("after the night of %s", night)
        .isEmpty();
    log.select(RevisionLogTable.CAUSE)
        .distinct()
        .collectAsList()
        .forEach(row -> causes.add(row.getString(0)));
  }

  /** The causes that were told so far, the first publication among them. */
  Set<String> causes() {
    return causes;
  }
}
