package jindu.aggregate;

import static jindu.aggregate.Steps.LAST_REGISTER;
import static jindu.aggregate.Steps.LAST_YEAR;
import static jindu.aggregate.Steps.LATEST;
import static jindu.aggregate.Steps.NOW;
import static jindu.aggregate.Steps.ORDER;
import static jindu.aggregate.Steps.OWN;
import static jindu.aggregate.Steps.QUARTERS;
import static jindu.aggregate.Steps.REGISTER;
import static jindu.aggregate.Steps.VINTAGE;
import static jindu.aggregate.Steps.monthCount;
import static jindu.aggregate.Steps.months;
import static jindu.aggregate.Steps.onDue;
import static jindu.aggregate.Steps.returned;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.ITEM;
import static jindu.table.ObservationTable.MONTH_VALUE;
import static jindu.table.ObservationTable.PERIOD;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.VALUE;
import static jindu.table.ObservationTable.VINTAGE_ORDER;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a unit, item and year, in four parts of which at least one of the first two is there:
 * what the unit returned in the year, what the register says of it, and both of the year before.
 *
 * <p>Everything of a unit lies in one partition: its years meet without another exchange.
 */
final class UnitYears {

  private static final String ROW = "row";
  private static final String[] KEY = {UNIT_KEY, ITEM, YEAR};

  private UnitYears() {}

  /**
   * @param returns rows of {@link FeedingReturns}
   * @param register rows of {@link ExpectedItems}
   */
  static Dataset<Row> of(Dataset<Row> returns, Dataset<Row> register, Catalog catalog) {
    Dataset<Row> years =
        returns
            .repartition(col(FORM), col(UNIT_KEY))
            .transform(rows -> PeriodReturns.of(rows, catalog))
            .transform(UnitYears::quarters)
            .transform(UnitYears::ownAndNext);
    return years
        .unionByName(registered(register.repartition(col(FORM), col(UNIT_KEY))), true)
        .groupBy(FORM, KEY)
        .agg(
            first(col(OWN), true).as(OWN),
            first(col(REGISTER), true).as(REGISTER),
            first(col(LAST_REGISTER), true).as(LAST_REGISTER),
            first(col(LAST_YEAR), true).as(LAST_YEAR))
        .where(col(OWN).isNotNull().or(col(REGISTER).isNotNull()));
  }

  /** Of the months received within a quarter the latest, and where the unit was at last. */
  private static Dataset<Row> quarters(Dataset<Row> periods) {
    Column order = when(col(VINTAGE).isNotNull(), struct(col(PERIOD), col(VINTAGE)));
    List<Column> quarters = new ArrayList<>();
    quarters.add(max_by(col(LATEST), order).as(LATEST));
    for (int quarter : QUARTERS) {
      Column isWithin = col(QUARTER).equalTo(quarter);
      Column month = when(isWithin, col(MONTH_VALUE));
      Column known = col(onDue(quarter));
      Column knownOrder =
          when(
              known.getField(VALUE).isNotNull(),
              struct(col(PERIOD), known.getField(VINTAGE_ORDER)));
      quarters.add(max_by(col(NOW), when(isWithin, order)).as(returned(quarter)));
      quarters.add(sum(month).as(months(quarter)));
      quarters.add(count(month).as(monthCount(quarter)));
      quarters.add(max_by(known, knownOrder).as(onDue(quarter)));
    }
    return periods.groupBy(FORM, KEY).agg(max(order).as(ORDER), quarters.toArray(Column[]::new));
  }

  /** The unit in its year, and what the next year has to know of it. */
  private static Dataset<Row> ownAndNext(Dataset<Row> units) {
    List<Column> own = new ArrayList<>(List.of(col(ORDER), col(LATEST)));
    List<Column> next = new ArrayList<>(List.of(col(LATEST)));
    for (int quarter : QUARTERS) {
      own.add(col(returned(quarter)));
      own.add(col(months(quarter)));
      own.add(col(monthCount(quarter)));
      own.add(col(onDue(quarter)));
      next.add(col(returned(quarter)));
    }
    return twoYears(
        units,
        OWN,
        struct(own.toArray(Column[]::new)),
        LAST_YEAR,
        struct(next.toArray(Column[]::new)));
  }

  private static Dataset<Row> registered(Dataset<Row> register) {
    return twoYears(register, REGISTER, col(REGISTER), LAST_REGISTER, col(REGISTER));
  }

  /** A row for the year and one for the next, each with a part of its own. */
  private static Dataset<Row> twoYears(
      Dataset<Row> rows, String own, Column ownPart, String next, Column nextPart) {
    Column ownYear =
        struct(col(YEAR).as(YEAR), ownPart.as(own), when(lit(false), nextPart).as(next));
    Column nextYear =
        struct(col(YEAR).plus(1).as(YEAR), when(lit(false), ownPart).as(own), nextPart.as(next));
    return rows.withColumn(ROW, explode(array(ownYear, nextYear)))
        .select(col(FORM), col(UNIT_KEY), col(ITEM), col(ROW + ".*"));
  }
}
