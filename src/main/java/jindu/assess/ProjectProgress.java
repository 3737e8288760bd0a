package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Measure;
import jindu.core.Standing;
import jindu.core.Yardstick;
import jindu.table.PlanProgressTable;
import jindu.table.ProjectProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Each project of the ledger against its plan of the year: a level of a flow whose pace is even,
 * because a project's last year was another stage of the same works (docs/decisions/015).
 */
final class ProjectProgress {

  private static final Column PLAN = col(ProjectProgressTable.ANNUAL_PLAN);

  private ProjectProgress() {}

  /**
   * In the shape of {@link ProjectProgressTable#UNPROTECTED}; without a ledger in the catalog no
   * row.
   */
  static Dataset<Row> of(Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    return catalog
        .projectForm()
        .map(
            form ->
                StatisticsRegister.beside(
                        ProjectReturns.of(observations, form),
                        observations,
                        form.projects(),
                        catalog)
                    .where(hasBegun(asOf))
                    .withColumns(yardstick(form))
                    .transform(rows -> withFigures(rows, asOf))
                    .transform(ProjectProgress::withLamp)
                    .transform(ProjectProgressTable.UNPROTECTED::select))
        .orElseGet(() -> none(observations));
  }

  private static Dataset<Row> none(Dataset<Row> observations) {
    return observations
        .sparkSession()
        .createDataFrame(List.of(), ProjectProgressTable.UNPROTECTED.schema());
  }

  private static Column hasBegun(LocalDate asOf) {
    Column firstMonth = col(ProjectProgressTable.QUARTER).multiply(lit(3)).minus(lit(2));
    return make_date(col(ProjectProgressTable.YEAR), firstMonth, lit(1)).lt(lit(asOf));
  }

  /** A plain figure to be reached; met is decided on whole units as the form delivers them. */
  private static Map<String, Column> yardstick(Form form) {
    long unit = form.item(form.projects().annualPlan()).orElseThrow().factor();
    return Map.of(
        PlanRow.MEASURE, lit(Measure.FLOW.code()),
        PlanRow.SENSE, lit(1),
        PlanRow.THRESHOLD, PLAN,
        PlanRow.BOUND, PLAN,
        PlanRow.STRICT, lit(false),
        PlanRow.STEP, amount(BigDecimal.valueOf(unit)),
        PlanRow.TOLERANCE, amount(Yardstick.TOLERANCE_OF_COMPLETION),
        PlanRow.ALL_OR_NOTHING, lit(false),
        PlanRow.HOLD, lit(false),
        PlanRow.BASE, lit(null).cast(Types.AMOUNT));
  }

  /** From its day on a project is judged by what was done then: late is not in time. */
  private static Dataset<Row> withFigures(Dataset<Row> rows, LocalDate asOf) {
    Column done = col(ProjectReturns.DONE_IN_TIME);
    Column due = col(PlanRow.JUDGED_ON).geq(col(PlanProgressTable.DEADLINE));
    Column even = Pace.even(col(ProjectProgressTable.YEAR), col(PlanRow.JUDGED_ON));
    Column pace = when(col(PlanRow.DUE), lit(1).cast(Exact.FRACTION)).otherwise(even);
    return rows.withColumn(PlanRow.JUDGED_ON, QuartersInPlay.judgedOn(asOf))
        .withColumn(PlanProgressTable.DEADLINE, deadline())
        .withColumn(PlanRow.DUE, due)
        .withColumn(PlanRow.PACE, pace)
        .withColumn(PlanRow.COMPLETION, Gap.completion(done))
        .transform(judged -> Judged.OWN.withFigure(judged, done))
        .transform(Judged.OWN::withGap);
  }

  /** The day that the ledger states, where it lies in the year; else the year's last. */
  private static Column deadline() {
    Column stated = col(ProjectReturns.PLAN_DUE);
    Column ownYear = col(ProjectProgressTable.YEAR);
    return coalesce(
        when(year(stated).equalTo(ownYear), stated), make_date(ownYear, lit(12), lit(31)));
  }

  private static Dataset<Row> withLamp(Dataset<Row> rows) {
    Column hasPlan = coalesce(PLAN.gt(lit(0)), lit(false));
    Column standing =
        when(col(ProjectReturns.DONE_IN_TIME).isNull(), lit(Standing.NO_DATA.code()))
            .when(hasPlan, Lamps.judged(Judged.OWN))
            .otherwise(lit(Standing.NO_FIGURE.code()));
    return rows.withColumn(PlanRow.STANDING, standing)
        .withColumn(ProjectProgressTable.LAMP, Lamps.lamp(Judged.OWN.standing()))
        .withColumn(ProjectProgressTable.COMPLETION_PCT, Exact.asPercent(col(PlanRow.COMPLETION)))
        .withColumn(ProjectProgressTable.GAP_POINTS, Exact.asPercent(Judged.OWN.gap()))
        .withColumn(ProjectProgressTable.WITHHELD, lit(false));
  }

  private static Column amount(BigDecimal value) {
    return lit(value).cast(Types.AMOUNT);
  }
}
