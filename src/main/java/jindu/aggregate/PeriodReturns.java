package jindu.aggregate;

import static jindu.aggregate.Steps.LATEST;
import static jindu.aggregate.Steps.NOW;
import static jindu.aggregate.Steps.QUARTERS;
import static jindu.aggregate.Steps.RETURN_UNIT;
import static jindu.aggregate.Steps.VINTAGE;
import static jindu.aggregate.Steps.onDue;
import static jindu.table.ObservationTable.ATTRIBUTES;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.IN_FORCE;
import static jindu.table.ObservationTable.ITEM;
import static jindu.table.ObservationTable.MONTH_VALUE;
import static jindu.table.ObservationTable.PERIOD;
import static jindu.table.ObservationTable.PREVIOUS;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.RECEIVED_DATE;
import static jindu.table.ObservationTable.SECTOR_CODE;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.VALUE;
import static jindu.table.ObservationTable.VINTAGE_ORDER;
import static jindu.table.ObservationTable.WEIGHT;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a unit, item and period: the vintage in force, and for the due day of this quarter and of
 * each later one of the year the vintage that had been received by then.
 */
final class PeriodReturns {

  private PeriodReturns() {}

  static Dataset<Row> of(Dataset<Row> returns, Catalog catalog) {
    Column counts = col(IN_FORCE).and(col(VALUE).isNotNull());
    Column order = when(counts, col(VINTAGE_ORDER));
    List<Column> columns = new ArrayList<>();
    columns.add(max_by(col(MONTH_VALUE), order).as(MONTH_VALUE));
    columns.add(
        max_by(
                struct(col(TOWNSHIP_CODE), col(SECTOR_CODE), col(UNIT_GROUP), col(ATTRIBUTES)),
                order)
            .as(LATEST));
    columns.add(max(order).as(VINTAGE));
    Column dueDays = new FormTerms(catalog).dueDays();
    for (int quarter : QUARTERS) {
      Column isKnown =
          col(QUARTER).leq(quarter).and(col(RECEIVED_DATE).leq(dueDay(quarter, dueDays)));
      columns.add(max_by(known(), when(isKnown, col(VINTAGE_ORDER))).as(onDue(quarter)));
    }
    return returns
        .groupBy(
            col(FORM),
            col(UNIT_KEY),
            col(RETURN_UNIT),
            col(YEAR),
            col(QUARTER),
            col(ITEM),
            col(PERIOD))
        .agg(max_by(values(), order).as(NOW), columns.toArray(Column[]::new));
  }

  private static Column values() {
    return struct(col(PERIOD), col(VALUE), col(PREVIOUS), col(WEIGHT), col(RETURN_UNIT));
  }

  /** With the place where the unit was then. A withdrawal is known too, and has no value. */
  private static Column known() {
    return struct(
        col(PERIOD),
        col(VALUE),
        col(PREVIOUS),
        col(WEIGHT),
        col(TOWNSHIP_CODE),
        col(SECTOR_CODE),
        col(VINTAGE_ORDER));
  }

  private static Column dueDay(int quarter, Column dueDays) {
    return date_add(last_day(make_date(col(YEAR), lit(quarter * 3), lit(1))), dueDays);
  }
}
