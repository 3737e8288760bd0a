package jindu.aggregate;

import static jindu.aggregate.Steps.QUARTERS;
import static jindu.table.ObservationTable.ATTRIBUTES;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.IN_FORCE;
import static jindu.table.ObservationTable.SECTOR_CODE;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.VINTAGE_ORDER;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.ArrayList;
import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.RegisterForm;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The register, year by year: which units have to report a form, and where they are.
 *
 * <p>An entry covers the months from {@code since} to {@code until}, both included, as in {@code
 * check.Register}. A unit is expected in a quarter when any of its entries covers the quarter's
 * last month (method.md section 4). Where it is, its group and the reason are those of the entry
 * that began last by the year's end, among those that cover any month of the year.
 */
final class RegisteredUnits {

  /** Why the unit is in the register, or has left it; null where the entry does not say. */
  static final String REASON = "reason";

  private static final String SINCE = "since";
  private static final String UNTIL = "until";
  private static final String LAST = "last_entry";

  private RegisteredUnits() {}

  /** Whether the unit has to report for the quarter; never null. */
  static String expected(int quarter) {
    return "expected_" + quarter;
  }

  /**
   * One row a form, unit and year in which the register has the unit for at least one month: form,
   * unit_key, year, expected_1 to expected_4, township_code, sector_code, unit_group, reason.
   *
   * @param observations rows of {@link jindu.table.ObservationTable}, the register among them
   * @param formYears form and year, each pair once; others have no row
   * @param catalog only its forms with {@code registered: true} have rows
   */
  static Dataset<Row> of(Dataset<Row> observations, Dataset<Row> formYears, Catalog catalog) {
    Dataset<Row> years =
        formYears.where(col(FORM).isin(registered(catalog))).select(col(FORM), col(YEAR));
    return entries(observations)
        // An entry stands in several years: rows multiply on purpose.
        .join(broadcast(years), new String[] {FORM}, "inner")
        .where(col(SINCE).leq(month(12)).and(lasts(month(1))))
        .groupBy(col(FORM), col(UNIT_KEY), col(YEAR))
        .agg(
            max_by(latest(), struct(col(SINCE), col(VINTAGE_ORDER))).as(LAST),
            expected().toArray(Column[]::new))
        .select(col("*"), col(LAST + ".*"))
        .drop(LAST);
  }

  /** An entry that ends before it begins covers nothing. */
  private static Dataset<Row> entries(Dataset<Row> observations) {
    return observations
        .where(col(FORM).equalTo(RegisterForm.CODE).and(col(IN_FORCE)))
        .select(
            attribute(RegisterForm.REPORTED_FORM).as(FORM),
            substring_index(col(UNIT_KEY), "|", 1).as(UNIT_KEY),
            attribute(RegisterForm.SINCE).as(SINCE),
            attribute(RegisterForm.UNTIL).as(UNTIL),
            attribute(RegisterForm.REASON).as(REASON),
            attribute(RegisterForm.GROUP).as(UNIT_GROUP),
            col(TOWNSHIP_CODE),
            col(SECTOR_CODE),
            col(VINTAGE_ORDER))
        .where(lasts(col(SINCE)));
  }

  private static Column latest() {
    return struct(
        col(TOWNSHIP_CODE),
        col(SECTOR_CODE),
        coalesce(col(UNIT_GROUP), col(UNIT_KEY)).as(UNIT_GROUP),
        col(REASON));
  }

  private static List<Column> expected() {
    List<Column> expected = new ArrayList<>();
    for (int quarter : QUARTERS) {
      Column lastMonth = month(3 * quarter);
      expected.add(bool_or(col(SINCE).leq(lastMonth).and(lasts(lastMonth))).as(expected(quarter)));
    }
    return expected;
  }

  /** Whether the entry has not ended before the month. */
  private static Column lasts(Column month) {
    return col(UNTIL).isNull().or(col(UNTIL).geq(month));
  }

  private static Column month(int number) {
    return concat(col(YEAR).cast("string"), lit("-%02d".formatted(number)));
  }

  private static Column attribute(String code) {
    return try_element_at(col(ATTRIBUTES), lit(code));
  }

  /** Codes of the forms whose units must be in the register. */
  static Object[] registered(Catalog catalog) {
    return catalog.forms().values().stream().filter(Form::registered).map(Form::code).toArray();
  }
}
