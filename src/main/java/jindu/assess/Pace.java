package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import jindu.core.Measure;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Pace (序时进度): how much of the way to the deadline should be behind us (method.md section 7).
 *
 * <p>An earlier year's profile runs to the deadline too: its year-to-date now over its year-to-date
 * at the deadline's quarter, which for a deadline at the year's end is its total. A pace stated by
 * the plan is even until plan files can state one.
 */
final class Pace {

  private Pace() {}

  /** A fraction; 1 from the deadline on. */
  static Column fraction() {
    return when(col(PlanRow.DUE), lit(1).cast(Exact.FRACTION))
        .otherwise(coalesce(when(col(PlanRow.SEASONAL), seasonal()), even()));
  }

  /** The pace in percent, for the measures that are held against it; else null. */
  static Column shown() {
    return when(
        not(Gap.is(Measure.DISTANCE).or(Gap.is(Measure.SCOPE))).and(not(Gap.is(Measure.STOCK_CAP))),
        col(PlanRow.PACE).multiply(lit(100)));
  }

  /** Days since 1 January over the days from there to the deadline, the last day included. */
  static Column even() {
    return Exact.fraction(days(col(PlanRow.JUDGED_ON)), days(col(PlanProgressTable.DEADLINE)));
  }

  /** Null where the year is not on record. */
  private static Column seasonal() {
    Column year = col(PlanRow.PROFILE_YEAR);
    Column soFar =
        CellHistory.at(year, col(PlanProgressTable.QUARTER)).getField(IndicatorTable.VALUE_YTD);
    Column whole =
        CellHistory.at(year, col(PlanRow.DEADLINE_QUARTER)).getField(IndicatorTable.VALUE_YTD);
    return Exact.fraction(soFar, whole);
  }

  private static Column days(Column day) {
    Column eve = make_date(col(PlanProgressTable.YEAR).minus(lit(1)), lit(12), lit(31));
    return datediff(day, eve).cast(DataTypes.createDecimalType(10, 0));
  }
}
