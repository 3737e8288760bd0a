package jindu.aggregate;

import static jindu.aggregate.Steps.FORM_LAST_QUARTER;
import static jindu.aggregate.Steps.LATEST;
import static jindu.aggregate.Steps.QUARTERS;
import static jindu.aggregate.Steps.counted;
import static jindu.aggregate.Steps.returned;
import static jindu.table.ObservationTable.ATTRIBUTES;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.ITEM;
import static jindu.table.ObservationTable.PERIOD;
import static jindu.table.ObservationTable.PREVIOUS;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.SECTOR_CODE;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.VALUE;
import static jindu.table.ObservationTable.VINTAGE_ORDER;
import static jindu.table.ObservationTable.WEIGHT;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Form;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * One row a unit, item and year: what it returned in each quarter, and what counts there.
 *
 * <p>One exchange, by unit and year, serves the aggregation and the window after it.
 */
final class UnitYears {

  private static final String ORDER = "order";
  private static final String[] FORM_YEAR = {FORM, YEAR};
  private static final WindowSpec UNIT_YEAR = Window.partitionBy(FORM, UNIT_KEY, YEAR);

  private UnitYears() {}

  static Dataset<Row> of(Dataset<Row> returns, Catalog catalog) {
    return returns
        .repartition(col(FORM), col(UNIT_KEY), col(YEAR))
        .transform(UnitYears::quarters)
        // Method.md section 5: the township and class of the latest return of the year hold for
        // all.
        .withColumn(LATEST, max_by(col(LATEST), col(ORDER)).over(UNIT_YEAR))
        .join(broadcast(lastQuarters(returns)), FORM_YEAR, "inner")
        .transform(units -> standing(units, catalog))
        .drop(ORDER);
  }

  /** Of the months received within a quarter the latest, and where the unit was at last. */
  private static Dataset<Row> quarters(Dataset<Row> returns) {
    Column order = struct(col(PERIOD), col(VINTAGE_ORDER));
    List<Column> quarters = new ArrayList<>();
    quarters.add(
        max_by(
                struct(col(TOWNSHIP_CODE), col(SECTOR_CODE), col(UNIT_GROUP), col(ATTRIBUTES)),
                order)
            .as(LATEST));
    for (int quarter : QUARTERS) {
      Column values = struct(col(PERIOD), col(VALUE), col(PREVIOUS), col(WEIGHT));
      Column within = when(col(QUARTER).equalTo(quarter), order);
      quarters.add(max_by(values, within).as(returned(quarter)));
    }
    return returns
        .groupBy(col(FORM), col(UNIT_KEY), col(YEAR), col(ITEM))
        .agg(max(order).as(ORDER), quarters.toArray(Column[]::new));
  }

  /** Unique by form and year, because it is grouped by them. */
  private static Dataset<Row> lastQuarters(Dataset<Row> returns) {
    return returns.groupBy(col(FORM), col(YEAR)).agg(max(QUARTER).as(FORM_LAST_QUARTER));
  }

  /**
   * A unit's last year-to-date of the year stands until the next one, current and same period
   * together (method.md section 4). A household of a survey counts only where it reported.
   */
  private static Dataset<Row> standing(Dataset<Row> units, Catalog catalog) {
    Column isSurvey = col(FORM).isin(surveys(catalog));
    Map<String, Column> counted = new HashMap<>();
    List<Column> latestFirst = new ArrayList<>();
    for (int quarter : QUARTERS) {
      Column own = col(returned(quarter));
      latestFirst.add(0, own);
      Column standing = coalesce(latestFirst.toArray(Column[]::new));
      counted.put(counted(quarter), when(isSurvey, own).otherwise(standing));
    }
    return units.withColumns(counted);
  }

  private static Object[] surveys(Catalog catalog) {
    return catalog.forms().values().stream()
        .filter(form -> form.base() == Form.GrowthBase.SURVEY)
        .map(Form::code)
        .toArray();
  }
}
