package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.ProjectLedger;
import jindu.core.RegisterForm;
import jindu.table.ObservationTable;
import jindu.table.ProjectProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether the investment statistics have a project (入库): the register says that it reports one of
 * the forms that feed the ledger's indicator, in any month of the year up to the quarter's end.
 *
 * <p>Of a form that asks no register for its units, a return in those months says the same.
 */
final class StatisticsRegister {

  private static final String UNIT = "register_unit";
  private static final String SPANS = "register_spans";

  private StatisticsRegister() {}

  /** The rows with {@link ProjectProgressTable#IN_REGISTER}; never null. */
  static Dataset<Row> beside(
      Dataset<Row> projects, Dataset<Row> observations, ProjectLedger ledger, Catalog catalog) {
    return projects
        // One row a unit on the right: it is grouped by it.
        .join(
            spans(observations, ledger, catalog),
            col(ProjectProgressTable.PROJECT_CODE).equalTo(col(UNIT)),
            "left")
        .withColumn(
            ProjectProgressTable.IN_REGISTER,
            coalesce(exists(col(SPANS), StatisticsRegister::touchesYearSoFar), lit(false)))
        .drop(UNIT, SPANS);
  }

  private static Dataset<Row> spans(
      Dataset<Row> observations, ProjectLedger ledger, Catalog catalog) {
    Object[] registered = forms(ledger, catalog, true);
    Object[] others = forms(ledger, catalog, false);
    Column isEntry =
        col(ObservationTable.FORM)
            .equalTo(RegisterForm.CODE)
            .and(Attribute.of(RegisterForm.REPORTED_FORM).isin(registered));
    Column isReturn = col(ObservationTable.FORM).isin(others);
    Column since = coalesce(Attribute.of(RegisterForm.SINCE), col(ObservationTable.PERIOD));
    Column until =
        when(isEntry, Attribute.of(RegisterForm.UNTIL)).otherwise(col(ObservationTable.PERIOD));
    return observations
        .where(col(ObservationTable.IN_FORCE).and(isEntry.or(isReturn)))
        .select(
            substring_index(col(ObservationTable.UNIT_KEY), "|", 1).as(UNIT),
            struct(since.as(RegisterForm.SINCE), until.as(RegisterForm.UNTIL)).as(SPANS))
        .groupBy(UNIT)
        .agg(collect_list(col(SPANS)).as(SPANS));
  }

  private static Column touchesYearSoFar(Column span) {
    Column firstMonth = month(lit(1));
    Column lastMonth = month(col(ProjectProgressTable.QUARTER).multiply(lit(3)));
    Column until = span.getField(RegisterForm.UNTIL);
    return span.getField(RegisterForm.SINCE)
        .leq(lastMonth)
        .and(until.isNull().or(until.geq(firstMonth)));
  }

  private static Column month(Column number) {
    return date_format(make_date(col(ProjectProgressTable.YEAR), number, lit(1)), "yyyy-MM");
  }

  private static Object[] forms(ProjectLedger ledger, Catalog catalog, boolean registered) {
    return catalog.formsThatFeed(catalog.indicators().get(ledger.statistics())).stream()
        .filter(form -> form.registered() == registered)
        .map(Form::code)
        .toArray();
  }
}
