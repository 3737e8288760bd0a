package jindu.aggregate;

import static jindu.aggregate.RegisteredUnits.REASON;
import static jindu.aggregate.Steps.EARLIER;
import static jindu.aggregate.Steps.EXPECTED;
import static jindu.aggregate.Steps.FROM;
import static jindu.aggregate.Steps.LAST_YEAR;
import static jindu.aggregate.Steps.LATEST;
import static jindu.aggregate.Steps.MONTHS;
import static jindu.aggregate.Steps.ON_DUE;
import static jindu.aggregate.Steps.ORDER;
import static jindu.aggregate.Steps.OWN;
import static jindu.aggregate.Steps.QUARTERS;
import static jindu.aggregate.Steps.REGISTER;
import static jindu.aggregate.Steps.RETURNED;
import static jindu.aggregate.Steps.monthCount;
import static jindu.aggregate.Steps.months;
import static jindu.aggregate.Steps.onDue;
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
import static jindu.table.ObservationTable.WEIGHT;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * One row a unit, item and quarter, all four of each year: what was returned, what is known of the
 * unit beside it, and where it counts.
 */
final class QuarterReturns {

  /** In the place of a quarter: the same quarter of last year. */
  private static final int LAST_YEARS = 0;

  private static final String MONTH_COUNT = "month_count";
  private static final String ROW = "row";
  private static final WindowSpec UNIT_YEAR = Window.partitionBy(FORM, UNIT_KEY, YEAR);

  private QuarterReturns() {}

  static Dataset<Row> of(Dataset<Row> unitYears, Catalog catalog) {
    FormTerms terms = new FormTerms(catalog);
    return unitYears
        .withColumn(LATEST, place())
        .withColumn(ROW, explode(array(rows(terms))))
        .select(
            col(FORM),
            col(UNIT_KEY),
            col(ITEM),
            col(YEAR),
            col(LATEST),
            col(REGISTER).getField(REASON).as(REASON),
            col(ROW + ".*"))
        .withColumns(
            Map.of(
                MONTHS, monthsAlone(terms),
                EXPECTED, when(terms.isRegistered(), col(EXPECTED))));
  }

  /**
   * Method.md section 5: the township and class of the latest return of the year hold for all its
   * quarters. A unit without one lies where the register has it, and is what it was last year.
   */
  private static Column place() {
    Column registered =
        struct(
            register(TOWNSHIP_CODE).as(TOWNSHIP_CODE),
            register(SECTOR_CODE).as(SECTOR_CODE),
            register(UNIT_GROUP).as(UNIT_GROUP),
            col(LAST_YEAR).getField(LATEST).getField(ATTRIBUTES).as(ATTRIBUTES));
    Column latest = max_by(own(LATEST), own(ORDER)).over(UNIT_YEAR);
    return coalesce(latest, when(col(REGISTER).isNotNull(), registered));
  }

  private static Column[] rows(FormTerms terms) {
    return QUARTERS.stream().map(quarter -> row(quarter, terms)).toArray(Column[]::new);
  }

  private static Column row(int quarter, FormTerms terms) {
    Column lastYear = lastYear(Answering.countedLastYear(quarter, terms));
    return struct(
        lit(quarter).as(QUARTER),
        own(returned(quarter)).as(RETURNED),
        when(terms.isEstimated(), earlier(quarter, lastYear)).as(EARLIER),
        lastYear.as(LAST_YEAR),
        own(months(quarter)).as(MONTHS),
        own(monthCount(quarter)).as(MONTH_COUNT),
        own(onDue(quarter)).as(ON_DUE),
        Answering.isExpected(quarter, own(returned(quarter))).as(EXPECTED));
  }

  /** The value of last year stands where a return states its same period. */
  private static Column lastYear(Column then) {
    Column previous =
        struct(
            then.getField(PERIOD).as(PERIOD),
            then.getField(VALUE).as(PREVIOUS),
            then.getField(WEIGHT).as(WEIGHT));
    return when(then.isNotNull(), previous);
  }

  /** What a missing value can be moved from, the latest first, last year's same period last. */
  private static Column earlier(int quarter, Column lastYear) {
    List<Column> latestFirst = new ArrayList<>();
    for (int before = quarter - 1; before > 0; before--) {
      Column value = own(returned(before));
      latestFirst.add(earlier(before, value, value.getField(VALUE), value.getField(PREVIOUS)));
    }
    Column nothing = lit(null).cast(Types.AMOUNT);
    latestFirst.add(earlier(LAST_YEARS, lastYear, lastYear.getField(PREVIOUS), nothing));
    return array_compact(array(latestFirst.toArray(Column[]::new)));
  }

  private static Column earlier(int from, Column source, Column value, Column previous) {
    return when(
        source.isNotNull(), struct(lit(from).as(FROM), value.as(VALUE), previous.as(PREVIOUS)));
  }

  /** The quarter's months alone, as a value of its own; null where one of them is not known. */
  private static Column monthsAlone(FormTerms terms) {
    Column month = expr("int(substring(%s.%s, 6, 2))".formatted(RETURNED, PERIOD));
    Column quarterBegin = col(QUARTER).multiply(3).minus(2);
    Column begin = when(col(QUARTER).equalTo(1), terms.firstMonth()).otherwise(quarterBegin);
    Column isComplete =
        terms.firstMonth().isNotNull().and(col(MONTH_COUNT).equalTo(month.minus(begin).plus(1)));
    Column values =
        struct(
            col(RETURNED).getField(PERIOD).as(PERIOD),
            col(MONTHS).try_cast(Types.AMOUNT).as(VALUE),
            lit(null).cast(Types.AMOUNT).as(WEIGHT));
    return when(isComplete, values);
  }

  private static Column own(String part) {
    return col(OWN).getField(part);
  }

  private static Column register(String part) {
    return col(REGISTER).getField(part);
  }
}
