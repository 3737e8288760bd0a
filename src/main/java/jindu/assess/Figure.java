package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.util.function.UnaryOperator;
import jindu.core.Target;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;

/** The figure that a target judges, and whether it meets the target. */
final class Figure {

  private static final Column HUNDRED = lit(100);

  private Figure() {}

  /** Growth on the target's basis, points since last year's end, or the value itself. */
  static Column actual() {
    return ifYearToDateWere(UnaryOperator.identity());
  }

  /**
   * The same with another year-to-date, the same period being what it is.
   *
   * @param other from the year-to-date, or what is proportional to it, to the other one
   */
  static Column ifYearToDateWere(UnaryOperator<Column> other) {
    Column value = other.apply(value());
    return when(isGrowth(), other.apply(growth().plus(HUNDRED)).minus(HUNDRED))
        .when(isKind(Target.Kind.POINTS), value.minus(col(PlanRow.BASE)))
        .otherwise(value)
        .try_cast(Types.AMOUNT);
  }

  static Column isKind(Target.Kind kind) {
    return col(PlanProgressTable.KIND).equalTo(kind.code());
  }

  /** Whether the target judges a growth: one to reach, or a fall. */
  static Column isGrowth() {
    return isKind(Target.Kind.GROWTH).or(isKind(Target.Kind.REDUCTION));
  }

  static Column value() {
    return now(IndicatorTable.VALUE_YTD);
  }

  static Column now(String column) {
    return col(PlanRow.NOW).getField(column);
  }

  private static Column growth() {
    return when(col(PlanRow.COMPARABLE_BASIS), now(IndicatorTable.COMPARABLE_GROWTH_YTD_PCT))
        .otherwise(now(IndicatorTable.GROWTH_YTD_PCT));
  }

  /** Twin of {@link jindu.core.Yardstick#decided}: rounded half up to whole steps. */
  static Column decided(Column figure) {
    return round(figure.divide(col(PlanRow.STEP)), 0)
        .multiply(col(PlanRow.STEP))
        .try_cast(Types.AMOUNT);
  }

  /** Twin of {@link jindu.core.Yardstick#isMetBy} for a figure already rounded to steps. */
  static Column isMetBy(Column decided) {
    Column bound = col(PlanRow.BOUND);
    Column beyond = when(col(PlanRow.SENSE).gt(0), decided.gt(bound)).otherwise(decided.lt(bound));
    return beyond.or(not(col(PlanRow.STRICT)).and(decided.equalTo(bound)));
  }
}
