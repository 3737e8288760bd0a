package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jindu.core.Form;
import jindu.core.ProjectLedger;
import jindu.table.ObservationTable;
import jindu.table.ProjectProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What the ledger of projects says of each project at each quarter of a year in which it reports:
 * the latest return of the year up to the quarter's end. A quarter without one has the return
 * before it, as the indicators that the ledger feeds have (method.md section 4).
 */
final class ProjectReturns {

  /** The day on which the year's plan is due, as the ledger says; null where it does not. */
  static final String PLAN_DUE = "plan_due";

  /** What was done by the end of the quarter of that day, or of the row's quarter if earlier. */
  static final String DONE_IN_TIME = "done_in_time";

  private static final String RETURN = "return";
  private static final String RETURNS = "returns";
  private static final String PLACE = "place";
  private static final String LAST_QUARTER = "last_quarter";

  private ProjectReturns() {}

  /** The working column of an item of which the ledger says that it is not counted elsewhere. */
  private static String notCounted(String item) {
    return "not_counted_" + item;
  }

  /** One row a project and quarter, up to the last quarter of the year with any return. */
  static Dataset<Row> of(Dataset<Row> observations, Form form) {
    return years(quarters(observations, form))
        .withColumn(
            LAST_QUARTER,
            max(col(LAST_QUARTER)).over(Window.partitionBy(ProjectProgressTable.YEAR)))
        .withColumn(ProjectProgressTable.QUARTER, explode(sequence(lit(1), col(LAST_QUARTER))))
        .withColumn(RETURN, standing(col(ProjectProgressTable.QUARTER)))
        .where(col(RETURN).isNotNull())
        .select(
            col(ProjectProgressTable.PROJECT_CODE),
            col(ProjectProgressTable.YEAR),
            col(ProjectProgressTable.QUARTER),
            standing(quarterInTime()).getField(ProjectProgressTable.DONE_YTD).as(DONE_IN_TIME),
            col(PLACE + ".*"),
            col(RETURN + ".*"));
  }

  /** The last return of each quarter; an item that it lacks is not known. */
  private static Dataset<Row> quarters(Dataset<Row> observations, Form form) {
    List<Column> figures = figures(form.projects());
    Column[] others = figures.subList(1, figures.size()).toArray(Column[]::new);
    return observations
        .where(col(ObservationTable.FORM).equalTo(form.code()))
        .where(col(ObservationTable.IN_FORCE))
        .groupBy(
            col(ObservationTable.UNIT_KEY).as(ProjectProgressTable.PROJECT_CODE),
            col(ObservationTable.YEAR).as(ProjectProgressTable.YEAR),
            col(ObservationTable.QUARTER).as(ProjectProgressTable.QUARTER),
            col(ObservationTable.PERIOD).as(ObservationTable.PERIOD))
        .agg(figures.get(0), others)
        .groupBy(
            ProjectProgressTable.PROJECT_CODE,
            ProjectProgressTable.YEAR,
            ProjectProgressTable.QUARTER)
        .agg(
            max_by(struct(columns(form.projects())), col(ObservationTable.PERIOD)).as(RETURN),
            max_by(place(), col(ObservationTable.PERIOD)).as(PLACE));
  }

  private static Dataset<Row> years(Dataset<Row> quarters) {
    return quarters
        .groupBy(ProjectProgressTable.PROJECT_CODE, ProjectProgressTable.YEAR)
        .agg(
            map_from_entries(collect_list(struct(col(ProjectProgressTable.QUARTER), col(RETURN))))
                .as(RETURNS),
            max_by(col(PLACE), col(ProjectProgressTable.QUARTER)).as(PLACE),
            max(col(ProjectProgressTable.QUARTER)).as(LAST_QUARTER));
  }

  /** The last return of the year up to a quarter's end. */
  private static Column standing(Column quarter) {
    List<Column> latestFirst = new ArrayList<>();
    for (int back = 0; back < 4; back++) {
      latestFirst.add(try_element_at(col(RETURNS), quarter.minus(lit(back))));
    }
    return coalesce(latestFirst.toArray(Column[]::new));
  }

  /** The row's quarter, or that of the day on which the year's plan is due, if earlier. */
  private static Column quarterInTime() {
    Column due = col(RETURN).getField(PLAN_DUE);
    Column dueInYear = when(year(due).equalTo(col(ProjectProgressTable.YEAR)), quarter(due));
    // Spark's least skips what is null.
    return least(col(ProjectProgressTable.QUARTER), dueInYear);
  }

  private static List<Column> figures(ProjectLedger ledger) {
    List<Column> figures = new ArrayList<>();
    figures.add(item(ledger.totalInvestment()).as(ProjectProgressTable.TOTAL_INVESTMENT));
    figures.add(item(ledger.annualPlan()).as(ProjectProgressTable.ANNUAL_PLAN));
    figures.add(item(ledger.done()).as(ProjectProgressTable.DONE_YTD));
    figures.add(item(ledger.doneSinceStart()).as(ProjectProgressTable.DONE_SINCE_START));
    ledger.notCounted().forEach(item -> figures.add(item(item).as(notCounted(item))));
    figures.add(latest(col(ObservationTable.UNIT_NAME)).as(ProjectProgressTable.NAME));
    figures.add(latest(Attribute.of(ledger.tier())).as(ProjectProgressTable.TIER));
    figures.add(latest(Attribute.of(ledger.stage())).as(ProjectProgressTable.STAGE));
    figures.add(latest(day(ledger.stageDue())).as(ProjectProgressTable.STAGE_DUE));
    figures.add(latest(day(ledger.planDue())).as(PLAN_DUE));
    figures.add(latest(col(ObservationTable.TOWNSHIP_CODE)).as(ProjectProgressTable.TOWNSHIP_CODE));
    figures.add(latest(col(ObservationTable.SECTOR_CODE)).as(ProjectProgressTable.SECTOR_CODE));
    return figures;
  }

  private static Column[] columns(ProjectLedger ledger) {
    List<Column> columns = new ArrayList<>();
    columns.add(col(ProjectProgressTable.TOTAL_INVESTMENT));
    columns.add(col(ProjectProgressTable.ANNUAL_PLAN));
    columns.add(col(ProjectProgressTable.DONE_YTD));
    columns.add(col(ProjectProgressTable.DONE_SINCE_START));
    columns.add(notCounted(ledger).as(ProjectProgressTable.NOT_COUNTED));
    columns.add(col(ProjectProgressTable.NAME));
    columns.add(col(ProjectProgressTable.TIER));
    columns.add(col(ProjectProgressTable.STAGE));
    columns.add(col(ProjectProgressTable.STAGE_DUE));
    columns.add(col(PLAN_DUE));
    return columns.toArray(Column[]::new);
  }

  private static Column notCounted(ProjectLedger ledger) {
    Column[] entries =
        ledger.notCounted().stream()
            .flatMap(item -> Stream.of(lit(item), col(notCounted(item))))
            .toArray(Column[]::new);
    return entries.length == 0 ? lit(null).cast(Types.AMOUNT_BY_NAME) : map(entries);
  }

  /** Method.md section 5: the place and class of the year's latest return hold for all of it. */
  private static Column place() {
    return struct(col(ProjectProgressTable.TOWNSHIP_CODE), col(ProjectProgressTable.SECTOR_CODE));
  }

  private static Column item(String code) {
    return max(when(col(ObservationTable.ITEM).equalTo(code), col(ObservationTable.VALUE)));
  }

  /** All items of a return say the same of what is not an item. */
  private static Column latest(Column value) {
    return max_by(value, col(ObservationTable.VINTAGE_ORDER));
  }

  private static Column day(String attribute) {
    return Attribute.of(attribute).try_cast(Types.DAY);
  }
}
