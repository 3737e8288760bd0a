package jindu.aggregate;

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
import static org.apache.spark.sql.functions.coalesce;
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
 * One row a unit, item and year, in three parts of which at least one of the first two is there:
 * what the unit returned in the year, what the register says of it, and what it returned in the
 * year before.
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
            .transform(rows -> ownAndNext(rows, new FormTerms(catalog)));
    return years
        .unionByName(register.repartition(col(FORM), col(UNIT_KEY)), true)
        .groupBy(FORM, KEY)
        .agg(
            first(col(OWN), true).as(OWN),
            first(col(REGISTER), true).as(REGISTER),
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
  private static Dataset<Row> ownAndNext(Dataset<Row> units, FormTerms terms) {
    List<Column> own = new ArrayList<>(List.of(col(ORDER), col(LATEST)));
    for (int quarter : QUARTERS) {
      own.add(col(returned(quarter)));
      own.add(col(months(quarter)));
      own.add(col(monthCount(quarter)));
      own.add(col(onDue(quarter)));
    }
    Column ownPart = struct(own.toArray(Column[]::new));
    Column nextPart = struct(lastYear(terms).toArray(Column[]::new));
    return units
        .withColumn(
            ROW,
            explode(
                array(
                    struct(
                        col(YEAR).as(YEAR),
                        ownPart.as(OWN),
                        when(lit(false), nextPart).as(LAST_YEAR)),
                    struct(
                        col(YEAR).plus(1).as(YEAR),
                        when(lit(false), ownPart).as(OWN),
                        nextPart.as(LAST_YEAR)))))
        .select(col(FORM), col(UNIT_KEY), col(ITEM), col(ROW + ".*"));
  }

  /** What counted then without any estimate: the return, or outside surveys the one that stands. */
  private static List<Column> lastYear(FormTerms terms) {
    List<Column> parts = new ArrayList<>(List.of(col(LATEST)));
    List<Column> latestFirst = new ArrayList<>();
    for (int quarter : QUARTERS) {
      Column own = col(returned(quarter));
      latestFirst.add(0, own);
      Column standing = coalesce(latestFirst.toArray(Column[]::new));
      parts.add(when(terms.isSurvey(), own).otherwise(standing).as(returned(quarter)));
    }
    return parts;
  }
}
