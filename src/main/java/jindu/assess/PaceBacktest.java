package jindu.assess;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import jindu.table.PaceBacktestTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Each profile of the pace put to the test on the closed years: the year-to-date divided by the
 * pace, against what the year came to (method.md section 7, Pace).
 *
 * <p>A year is tested with every profile or with none, so that no profile is better only for having
 * been spared a bad year; a stated pace alone is tested on the years whose plan stated one.
 */
final class PaceBacktest {

  private static final String ERROR = "error";
  private static final String TESTED = "tested";

  private PaceBacktest() {}

  static Dataset<Row> of(Dataset<Row> cells, Catalog catalog, LocalDate asOf) {
    Dataset<Row> profiles = ProfileRows.of(cells.sparkSession(), catalog, asOf);
    return CellHistory.beside(profiles, cells)
        .withColumn(PlanProgressTable.YEAR, explode(CellHistory.years()))
        .where(isStatedForTheYear())
        .withColumn(PlanProgressTable.QUARTER, explode(array(lit(1), lit(2), lit(3))))
        .withColumn(PlanProgressTable.DEADLINE, lastDayOf(lit(4)))
        .withColumn(ERROR, error())
        .where(col(ERROR).isNotNull())
        .transform(PaceBacktest::withBest)
        .groupBy(
            col(PaceBacktestTable.INDICATOR),
            col(PaceBacktestTable.PROFILE),
            col(PaceBacktestTable.QUARTER),
            col(PaceBacktestTable.BEST))
        .agg(
            count(lit(1)).as(PaceBacktestTable.YEARS),
            Exact.asPercent(avg(col(ERROR))).as(PaceBacktestTable.MEAN_ERROR_PCT),
            Exact.asPercent(max(col(ERROR))).as(PaceBacktestTable.LARGEST_ERROR_PCT))
        .transform(PaceBacktestTable.DEFINITION::select);
  }

  private static Column isStatedForTheYear() {
    return coalesce(col(ProfileRows.ONLY_YEAR).equalTo(col(PlanProgressTable.YEAR)), lit(true));
  }

  /** Null in a year that is not closed, or without an earlier year that shows a pace. */
  private static Column error() {
    Column year = col(PlanProgressTable.YEAR);
    Pace.Way way =
        Pace.way(year, lastDayOf(col(PlanProgressTable.QUARTER)), col(PlanProgressTable.DEADLINE));
    return when(Pace.seasonal(year).gt(0), YearEnd.errorOf(way, year));
  }

  /** The profile tested on most years, then the least wrong, then the default. */
  private static Dataset<Row> withBest(Dataset<Row> errors) {
    Column[] profile = {col(PaceBacktestTable.INDICATOR), col(PaceBacktestTable.PROFILE)};
    var ofProfile = Window.partitionBy(profile);
    var ofIndicator = Window.partitionBy(col(PaceBacktestTable.INDICATOR));
    Column order =
        struct(
            negate(count(lit(1)).over(ofProfile)),
            avg(col(ERROR)).over(ofProfile),
            col(ProfileRows.ORDER));
    return errors
        .withColumn(TESTED, order)
        .withColumn(
            PaceBacktestTable.BEST, col(TESTED).equalTo(min(col(TESTED)).over(ofIndicator)));
  }

  private static Column lastDayOf(Column quarter) {
    return QuartersInPlay.lastDay(col(PlanProgressTable.YEAR), quarter);
  }
}
