package jindu.assess;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.when;

import jindu.core.Measure;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;

/** How far a figure is ahead (positive) or behind, in points (method.md section 7). */
final class Gap {

  private static final Column HUNDRED = lit(100);

  private Gap() {}

  /**
   * The exact gap; where rounding the figure to the digits people read changes its sign, the gap of
   * the rounded figure, because sign and "met" are decided on what people read.
   */
  static Column points(Column actual, Column decided) {
    Column exact = of(actual);
    Column read = of(decided);
    return when(signum(exact).equalTo(signum(read)), exact).otherwise(read);
  }

  /** Completion (完成率) in percent; null for caps, growth and the like, which have none. */
  static Column completion(Column figure) {
    return when(is(Measure.FLOW), Exact.percent(figure, threshold()))
        .when(is(Measure.STOCK).and(not(col(PlanRow.HOLD))), wayGone(figure));
  }

  /** The gap in points for the lamp: a cap on a stock has its gap in units, so in % of the cap. */
  static Column shortfall(Column gap) {
    return when(is(Measure.STOCK_CAP), Exact.percent(gap, threshold())).otherwise(gap);
  }

  /**
   * What the pace asks for by now, in points: of the whole way, or of the points themselves. Null
   * for what is not held against a pace.
   */
  static Column askedByNow() {
    Column ofWhole = col(PlanRow.PACE).multiply(HUNDRED);
    return when(is(Measure.FLOW).or(is(Measure.FLOW_CAP)).or(is(Measure.STOCK)), ofWhole)
        .when(is(Measure.PATH), abs(onTheWay(way())))
        .when(is(Measure.POINTS), abs(pointsByNow()))
        .try_cast(Exact.WIDE);
  }

  static Column is(Measure measure) {
    return col(PlanRow.MEASURE).equalTo(measure.code());
  }

  private static Column of(Column figure) {
    Column gap = null;
    for (Measure measure : Measure.values()) {
      Column points = of(measure, figure).try_cast(Exact.WIDE);
      gap = gap == null ? when(is(measure), points) : gap.when(is(measure), points);
    }
    return gap;
  }

  private static Column of(Measure measure, Column figure) {
    Column pace = col(PlanRow.PACE).multiply(HUNDRED);
    return switch (measure) {
      case DISTANCE -> when(not(col(PlanRow.ALL_OR_NOTHING)), turned(figure, threshold()));
      case FLOW -> Exact.percent(figure, threshold()).minus(pace);
      case FLOW_CAP -> pace.minus(shareOfCap(figure));
      case STOCK -> when(not(col(PlanRow.HOLD)), ofStock(figure, pace));
      case STOCK_CAP -> when(not(col(PlanRow.ALL_OR_NOTHING)), threshold().minus(figure));
      case PATH -> turned(figure, when(aimIsPath(), path()).otherwise(threshold()));
      case POINTS -> turned(figure, when(col(PlanRow.HOLD), threshold()).otherwise(pointsByNow()));
      case SCOPE -> lit(null);
    };
  }

  /** Where there is no way to go, but more than the base is wanted (突破), the path is the target. */
  private static Column ofStock(Column figure, Column pace) {
    return when(way().gt(0), wayGone(figure).minus(pace))
        .when(way().leq(0).and(figure.geq(threshold())), lit(0).cast(Exact.WIDE));
  }

  private static Column turned(Column figure, Column aim) {
    Column ahead = figure.minus(aim);
    return when(col(PlanRow.SENSE).gt(0), ahead).otherwise(negate(ahead));
  }

  /** A target to hold, or one that is due, is no longer measured from the path to it. */
  static Column aimIsPath() {
    return not(col(PlanRow.HOLD)).and(not(col(PlanRow.DUE)));
  }

  /** The figure that the straight way from last year's end to the target has by now. */
  static Column path() {
    return col(PlanRow.BASE).plus(onTheWay(way()));
  }

  /** The points that are to be gained by now. */
  static Column pointsByNow() {
    return onTheWay(threshold());
  }

  /** How much of a cap on a flow is used up, in percent. */
  static Column shareOfCap() {
    return shareOfCap(col(PlanProgressTable.ACTUAL));
  }

  private static Column shareOfCap(Column figure) {
    return Exact.percent(figure, threshold());
  }

  private static Column wayGone(Column figure) {
    return Exact.percent(figure.minus(col(PlanRow.BASE)), way());
  }

  private static Column way() {
    return threshold().minus(col(PlanRow.BASE));
  }

  private static Column onTheWay(Column whole) {
    return whole.multiply(col(PlanRow.PACE));
  }

  private static Column threshold() {
    return col(PlanRow.THRESHOLD);
  }
}
