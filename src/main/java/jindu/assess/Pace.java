package jindu.assess;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import jindu.core.Measure;
import jindu.table.ExactRatio;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Pace (序时进度): how much of the way to the deadline should be behind us (method.md section 7).
 *
 * <p>The plan states it, or an earlier year shows it, or it is even. An earlier year's profile runs
 * to the deadline too: its year-to-date now over its year-to-date at the deadline's quarter, which
 * for a deadline at the year's end is its total.
 */
final class Pace {

  private Pace() {}

  /**
   * How much of a way is behind: two amounts, days or percents.
   *
   * @param whole positive, or nothing can be said
   */
  record Way(Column gone, Column whole) {

    Column fraction() {
      return Exact.fraction(gone, whole);
    }

    /** What the whole way comes to where so much is gone: exact, rounded once. */
    Column end(Column soFar) {
      return ExactRatio.scaled(soFar, whole, gone);
    }

    /** What the same comes to as a share of what it came to, unrounded. */
    Column endOver(Column soFar, Column came) {
      return Exact.fraction(soFar, came).multiply(Exact.fraction(whole, gone));
    }
  }

  /** A fraction; 1 from the deadline on. */
  static Column fraction() {
    return when(col(PlanRow.DUE), lit(1).cast(Exact.FRACTION))
        .otherwise(in(col(PlanProgressTable.YEAR), col(PlanRow.JUDGED_ON)));
  }

  /**
   * The pace that the target's profile gives for its quarter in any year, before the deadline.
   *
   * @param day the day of that year until which days are counted
   */
  static Column in(Column year, Column day) {
    return way(year, day, col(PlanProgressTable.DEADLINE)).fraction();
  }

  /**
   * The same as the two amounts of which it is the quotient. An earlier year shows the pace of a
   * year, so one that ends later is even.
   *
   * @param deadline of the target, in the plan year or later
   */
  static Way way(Column year, Column day, Column deadline) {
    Column stated = element_at(col(PlanRow.STATED_PACE), col(PlanProgressTable.QUARTER));
    Column isWithinYear = year(deadline).equalTo(col(PlanProgressTable.YEAR));
    Column isSeasonal = col(PlanRow.SEASONAL).and(isWithinYear).and(seasonal(year).isNotNull());
    Way profile = profile(year);
    Way days = days(year, day, deadline);
    return new Way(
        when(stated.isNotNull(), stated).when(isSeasonal, profile.gone()).otherwise(days.gone()),
        when(stated.isNotNull(), lit(100))
            .when(isSeasonal, profile.whole())
            .otherwise(days.whole()));
  }

  /** The pace in percent, for the measures that are held against it; else null. */
  static Column shown() {
    return when(
        not(Gap.is(Measure.DISTANCE).or(Gap.is(Measure.SCOPE))).and(not(Gap.is(Measure.STOCK_CAP))),
        col(PlanRow.PACE).multiply(lit(100)));
  }

  /** Whether the year before holds an abnormal quarter, so that a normal one stands in for it. */
  static Column isAfterAbnormal(Column year) {
    return try_element_at(col(PlanRow.NORMAL_YEARS), year).isNotNull();
  }

  /** Days since 1 January over the days from there to the deadline, the last day included. */
  static Column even(Column year, Column day) {
    return days(year, day, col(PlanProgressTable.DEADLINE)).fraction();
  }

  /** As an earlier year went; null where that is not on record. */
  static Column seasonal(Column year) {
    return profile(year).fraction();
  }

  private static Way profile(Column year) {
    Column profileYear =
        coalesce(try_element_at(col(PlanRow.NORMAL_YEARS), year), year.minus(lit(1)));
    return new Way(
        CellHistory.yearToDate(profileYear, PlanProgressTable.QUARTER),
        CellHistory.yearToDate(profileYear, PlanRow.DEADLINE_QUARTER));
  }

  private static Way days(Column year, Column day, Column deadline) {
    Column later = year.minus(col(PlanProgressTable.YEAR)).multiply(lit(12));
    return new Way(daysOf(year, day), daysOf(year, add_months(deadline, later)));
  }

  private static Column daysOf(Column year, Column day) {
    Column eve = make_date(year.minus(lit(1)), lit(12), lit(31));
    return datediff(day, eve).cast(DataTypes.createDecimalType(10, 0));
  }
}
