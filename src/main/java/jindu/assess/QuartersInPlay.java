package jindu.assess;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;

import java.time.LocalDate;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which quarters a plan year has so far, and on which day each is judged. */
final class QuartersInPlay {

  private QuartersInPlay() {}

  /** Each row once for each quarter of its year with any data that begins before the date. */
  static Dataset<Row> of(Dataset<Row> rows, Dataset<Row> cells, LocalDate asOf) {
    Dataset<Row> quarters =
        cells
            .select(col(IndicatorTable.YEAR), col(IndicatorTable.QUARTER))
            .distinct()
            .filter(firstDay().lt(lit(asOf)));
    // Several quarters a year on the right: a target is meant to become one row for each.
    return rows.join(broadcast(quarters), PlanProgressTable.YEAR)
        .withColumn(PlanRow.JUDGED_ON, judgedOn(asOf))
        .withColumn(PlanRow.DUE, col(PlanRow.JUDGED_ON).geq(col(PlanProgressTable.DEADLINE)));
  }

  /** The quarter's last day, or the as-of date if earlier (contracts.md section 2, As-of). */
  static Column judgedOn(LocalDate asOf) {
    return least(lastDay(col("year"), col("quarter")), lit(asOf));
  }

  static Column lastDay(Column year, Column quarter) {
    return last_day(make_date(year, quarter.multiply(lit(3)), lit(1)));
  }

  private static Column firstDay() {
    return make_date(
        col(IndicatorTable.YEAR),
        col(IndicatorTable.QUARTER).multiply(lit(3)).minus(lit(2)),
        lit(1));
  }
}
