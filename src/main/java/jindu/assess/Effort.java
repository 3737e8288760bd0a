package jindu.assess;

import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.try_add;
import static org.apache.spark.sql.functions.try_multiply;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.function.UnaryOperator;
import jindu.core.Measure;
import jindu.core.Rounding;
import jindu.core.Target;
import jindu.table.CellTable;
import jindu.table.ExactRatio;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the rest of the year must bring (后期需完成, 后期需增长), and whether a rest of a year ever brought as
 * much (method.md section 7, Required).
 *
 * <p>All of it looks ahead to the deadline's quarter d, the fourth for a deadline at the year's
 * end: Pd = stored Pd × (Pk / stored Pk), so that last year is taken as its units restate it today.
 */
final class Effort {

  private static final String SO_FAR = "so_far";
  private static final String SAME_PERIOD = "same_period";
  private static final String STORED = "stored_so_far";
  private static final String STORED_END = "stored_end";
  private static final String STORED_REST = "stored_rest";

  private Effort() {}

  /**
   * What remains of a level, a share or points to be gained or lost; never negative, null of caps
   * and where one of the two is not known. Of percentages in points.
   */
  static Column requiredValue() {
    Column reached =
        when(Gap.is(Measure.POINTS), col(PlanProgressTable.ACTUAL)).otherwise(Figure.value());
    Column remaining = col(PlanRow.THRESHOLD).minus(reached);
    Column isKnown = isOnTheWay().or(isFlowRatio()).and(remaining.isNotNull());
    Column isLoss = Gap.is(Measure.POINTS).and(col(PlanRow.THRESHOLD).lt(0));
    // Spark's greatest skips what is null.
    return when(isKnown.and(col(PlanRow.SENSE).gt(0)), greatest(remaining, lit(0)))
        .when(isKnown.and(isLoss), greatest(negate(remaining), lit(0)));
  }

  /**
   * What remains, spread over the quarters that are left to the deadline, at least one. A ratio of
   * flows is not built up quarter by quarter.
   */
  static Column requiredPerQuarter() {
    Column deadline = col(PlanProgressTable.DEADLINE);
    Column left =
        year(deadline)
            .minus(col(PlanProgressTable.YEAR))
            .multiply(lit(4))
            .plus(quarter(deadline))
            .minus(col(PlanProgressTable.QUARTER));
    Column share = requiredValue().divide(greatest(left, lit(1)));
    return when(isOnTheWay().and(not(col(PlanRow.DUE))), share);
  }

  private static Column isOnTheWay() {
    return Gap.is(Measure.FLOW)
        .or(Gap.is(Measure.STOCK))
        .or(Gap.is(Measure.PATH))
        .or(Gap.is(Measure.POINTS));
  }

  private static Column isFlowRatio() {
    Column aimsAtValue = Figure.isKind(Target.Kind.SHARE).or(Figure.isKind(Target.Kind.LEVEL));
    return Gap.is(Measure.DISTANCE).and(aimsAtValue);
  }

  /**
   * r with Yk + (Pd − Pk)(1 + r) = the aim, in percent, on the target's price basis. A growth aims
   * at Pd(1 + g), a level of a flow that is not reached yet at the level itself. A mean of what is
   * earned grows through the year as a flow does, and is treated alike.
   */
  static Column requiredGrowth() {
    Column isDueInYear = year(col(PlanProgressTable.DEADLINE)).equalTo(col(PlanProgressTable.YEAR));
    Column isBelow = Figure.value().lt(col(PlanRow.THRESHOLD));
    Column ofLevel = Gap.is(Measure.FLOW).and(isBelow).and(isDueInYear);
    Column hasRest = col(PlanRow.CUMULATIVE).and(not(col(PlanRow.DUE)));
    Column lastYearHadStarted = col(STORED).gt(0);
    return when(
        hasRest.and(Figure.isGrowth().or(ofLevel)).and(lastYearHadStarted),
        ExactRatio.percentOfProducts(Effort::missing, Effort::lastYearsRest));
  }

  /** The rows with the figures of this and last year between which growth is required. */
  static Dataset<Row> withOperands(Dataset<Row> rows) {
    Column now = col(PlanRow.NOW);
    Column storedEnd = ofYear(lastYear(), PlanRow.DEADLINE_QUARTER, Effort::current);
    return rows.withColumn(SO_FAR, current(now))
        .withColumn(SAME_PERIOD, previous(now))
        .withColumn(STORED, ofYear(lastYear(), PlanProgressTable.QUARTER, Effort::current))
        .withColumn(STORED_END, storedEnd)
        .withColumn(STORED_REST, col(STORED_END).minus(col(STORED)));
  }

  /**
   * Solved for r, with S for stored figures: where Pd = Sd × Pk / Sk, a growth of g % needs (g × Pk
   * × Sd + 100 × (Pk − Yk) × Sk) / (Pk × (Sd − Sk)) %, a level T needs 100 × ((T − Yk) × Sk − Pk ×
   * (Sd − Sk)) over the same.
   */
  private static Column missing(int decimals) {
    Column from = when(Figure.isGrowth(), col(SAME_PERIOD)).otherwise(col(PlanRow.THRESHOLD));
    Column soFar = ExactRatio.product(decimals, from.minus(col(SO_FAR)), col(STORED));
    Column ofGrowth =
        try_multiply(
            ExactRatio.product(decimals, col(SAME_PERIOD), col(STORED_END)),
            ExactRatio.whole(
                col(PlanRow.THRESHOLD), Rounding.PERCENT_DECIMALS, Types.PERCENT.precision()));
    Column ofLevel = try_multiply(lastYearsRest(decimals), lit(ExactRatio.IN_PERCENT.negate()));
    return try_add(
        try_multiply(soFar, lit(ExactRatio.IN_PERCENT)),
        when(Figure.isGrowth(), ofGrowth).otherwise(ofLevel));
  }

  /** Positive where last year still had more to come, else nothing is required of it. */
  private static Column lastYearsRest(int decimals) {
    return ExactRatio.product(decimals, col(SAME_PERIOD), col(STORED_REST));
  }

  /**
   * The best growth, in the direction that the target wants, that the same rest of a closed year
   * had on its own same period; null where no closed year tells.
   */
  static Column bestGrowth() {
    Column growths =
        CellHistory.ofClosedYears(
            year -> {
              Column came = rest(year, Effort::current);
              Column cameBefore = rest(year, Effort::previous);
              return ExactRatio.percent(came.minus(cameBefore), cameBefore);
            });
    Column best = when(col(PlanRow.SENSE).gt(0), array_max(growths)).otherwise(array_min(growths));
    return when(col(PlanProgressTable.REQUIRED_GROWTH_PCT).isNotNull(), best);
  }

  /** What came between the target's quarter and the deadline's in a year. */
  private static Column rest(Column year, UnaryOperator<Column> figure) {
    return ofYear(year, PlanRow.DEADLINE_QUARTER, figure)
        .minus(ofYear(year, PlanProgressTable.QUARTER, figure));
  }

  private static Column ofYear(Column year, String quarter, UnaryOperator<Column> figure) {
    return figure.apply(CellHistory.at(year, col(quarter)));
  }

  private static Column lastYear() {
    return col(PlanProgressTable.YEAR).minus(lit(1));
  }

  /** The figure of a cell that the target's growth is taken of. */
  private static Column current(Column cell) {
    return when(col(PlanRow.COMPARABLE_BASIS), cell.getField(CellTable.COMPARABLE_YTD))
        .otherwise(cell.getField(IndicatorTable.VALUE_YTD));
  }

  /** The figure of a cell that it is taken on. */
  private static Column previous(Column cell) {
    return when(col(PlanRow.COMPARABLE_BASIS), cell.getField(CellTable.COMPARABLE_PREVIOUS_YTD))
        .otherwise(cell.getField(IndicatorTable.PREVIOUS_YTD));
  }
}
