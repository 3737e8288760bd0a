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
import java.util.stream.Stream;
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
  private static final List<String> UNIT_ITEM = List.of(FORM, UNIT_KEY, ITEM);

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
            .transform(UnitYears::quarters);
    return together(years, own(), next(), register, UNIT_ITEM);
  }

  /**
   * Puts beside what a unit did in a year what it did in the year before, and what the register
   * says of both: rows of one union, of which one grouping loses none for want of a partner.
   *
   * @param years one row a {@code unit} and year, partitioned by form and unit
   * @param own what of a row is {@link Steps#OWN}
   * @param next what of it is {@link Steps#LAST_YEAR} of the year after
   * @param register one row a {@code unit} and year, with {@link Steps#REGISTER}
   * @param unit the columns that name a unit; form and unit_key, or these and more
   */
  static Dataset<Row> together(
      Dataset<Row> years, Column own, Column next, Dataset<Row> register, List<String> unit) {
    Dataset<Row> registered = register.repartition(col(FORM), col(UNIT_KEY));
    return twoYears(years, OWN, own, LAST_YEAR, next, unit)
        .unionByName(
            twoYears(registered, REGISTER, col(REGISTER), LAST_REGISTER, col(REGISTER), unit), true)
        .groupBy(Steps.columns(Stream.concat(unit.stream(), Stream.of(YEAR)).toList()))
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

  private static Column own() {
    List<Column> own = new ArrayList<>(List.of(col(ORDER), col(LATEST)));
    for (int quarter : QUARTERS) {
      own.add(col(returned(quarter)));
      own.add(col(months(quarter)));
      own.add(col(monthCount(quarter)));
      own.add(col(onDue(quarter)));
    }
    return struct(own.toArray(Column[]::new));
  }

  private static Column next() {
    List<Column> next = new ArrayList<>(List.of(col(LATEST)));
    QUARTERS.forEach(quarter -> next.add(col(returned(quarter))));
    return struct(next.toArray(Column[]::new));
  }

  /** A row for the year and one for the next, each with a part of its own. */
  private static Dataset<Row> twoYears(
      Dataset<Row> rows,
      String own,
      Column ownPart,
      String next,
      Column nextPart,
      List<String> unit) {
    Column ownYear =
        struct(col(YEAR).as(YEAR), ownPart.as(own), when(lit(false), nextPart).as(next));
    Column nextYear =
        struct(col(YEAR).plus(1).as(YEAR), when(lit(false), ownPart).as(own), nextPart.as(next));
    return rows.withColumn(ROW, explode(array(ownYear, nextYear)))
        .select(Steps.columns(Stream.concat(unit.stream(), Stream.of(ROW + ".*")).toList()));
  }
}
