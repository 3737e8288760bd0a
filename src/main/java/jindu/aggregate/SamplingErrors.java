package jindu.aggregate;

import static jindu.aggregate.Steps.MEASURE;
import static jindu.table.ContributionTable.REPORTED;
import static jindu.table.ContributionTable.STATE;
import static jindu.table.IndicatorTable.COEFFICIENT_OF_VARIATION_PCT;
import static jindu.table.IndicatorTable.INDICATOR;
import static jindu.table.IndicatorTable.QUARTER;
import static jindu.table.IndicatorTable.SECTOR_CODE;
import static jindu.table.IndicatorTable.TOWNSHIP_CODE;
import static jindu.table.IndicatorTable.VALUE_YTD;
import static jindu.table.IndicatorTable.YEAR;
import static jindu.table.ObservationTable.UNIT_KEY;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.try_multiply;
import static org.apache.spark.sql.functions.try_sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Feed.Measure;
import jindu.core.Rounding;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The sampling error of a survey mean: the standard error of the ratio R = Σa / Σb, with a = weight
 * × income and b = weight × persons of a household, by linearisation: n / (n − 1) × Σ(a − R b)² /
 * (Σb)², as a percentage of R.
 *
 * <p>The sums are exact. The figure itself is a root, and so computed in double and rounded once:
 * see {@link TwoYearGrowth} for why it is the same everywhere.
 */
final class SamplingErrors {

  private static final List<String> CELL =
      List.of(INDICATOR, TOWNSHIP_CODE, SECTOR_CODE, YEAR, QUARTER);
  private static final String ABOVE = "household_above";
  private static final String BELOW = "household_below";
  private static final int SAFE_DECIMALS = 13;

  private SamplingErrors() {}

  /** Adds the error to cells of survey means; unique by the key of the cell on the right. */
  static Dataset<Row> join(Dataset<Row> cells, Dataset<Row> contributions, Catalog catalog) {
    return cells.join(broadcast(of(contributions, catalog)), CELL.toArray(String[]::new), "left");
  }

  private static Dataset<Row> of(Dataset<Row> contributions, Catalog catalog) {
    List<String> household = new ArrayList<>(CELL);
    household.add(UNIT_KEY);
    Dataset<Row> answers =
        contributions.where(new FormTerms(catalog).isSurvey().and(col(STATE).equalTo(REPORTED)));
    return Levels.of(answers, catalog)
        .groupBy(Steps.columns(household))
        .agg(side(Measure.NOMINAL).as(ABOVE), side(Measure.WEIGHT).as(BELOW))
        .groupBy(Steps.columns(CELL))
        .agg(error().as(COEFFICIENT_OF_VARIATION_PCT));
  }

  private static Column side(Measure measure) {
    return sum(when(col(MEASURE).equalTo(measure.code()), col(VALUE_YTD))).cast(Types.AMOUNT);
  }

  private static Column error() {
    Column households = count(col(ABOVE)).cast(DataTypes.DoubleType);
    Column above = inDouble(sum(col(ABOVE)));
    Column mean = try_divide(above, inDouble(sum(col(BELOW))));
    Column squares =
        squares(ABOVE, ABOVE)
            .minus(lit(2.0).multiply(mean).multiply(squares(ABOVE, BELOW)))
            .plus(mean.multiply(mean).multiply(squares(BELOW, BELOW)));
    Column variance =
        try_divide(households, households.minus(1)).multiply(greatest(squares, lit(0.0)));
    Column percent = try_divide(sqrt(variance), above).multiply(lit(100.0));
    return when(
        above.gt(0),
        round(
                percent.try_cast(DataTypes.createDecimalType(38, SAFE_DECIMALS)),
                Rounding.PERCENT_DECIMALS)
            .try_cast(Types.PERCENT));
  }

  private static Column squares(String left, String right) {
    return inDouble(try_sum(try_multiply(col(left), col(right))));
  }

  private static Column inDouble(Column amount) {
    return amount.cast(DataTypes.DoubleType);
  }
}
