package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Collection;
import jindu.catalog.Catalog;
import jindu.core.LampPreset;
import jindu.core.Measure;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each target at each quarter, one column after the other. */
final class PlanProgress {

  private PlanProgress() {}

  static Dataset<Row> of(
      Dataset<Row> cells, Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    Dataset<Row> targets =
        Allocation.beside(TargetRows.of(cells.sparkSession(), catalog, asOf), catalog, asOf);
    Dataset<Row> shared = Allocation.shared(CellHistory.beside(targets, cells));
    Collection<LampPreset> presets = catalog.lampPresets().values();
    return QuartersInPlay.of(shared, cells, asOf)
        .transform(PlanVersions::inQuarters)
        .transform(rows -> CityFigures.beside(rows, observations, catalog))
        .transform(PlanProgress::withFigures)
        .transform(PlanProgress::withGap)
        .transform(PlanProgress::withEffort)
        .transform(PlanProgress::withExpectedEnd)
        .transform(rows -> withLamp(rows, presets))
        .transform(PlanProgressTable.DEFINITION::select);
  }

  private static Dataset<Row> withFigures(Dataset<Row> rows) {
    Column year = col(PlanProgressTable.YEAR);
    Column lastYearEnd = CellHistory.at(year.minus(lit(1)), lit(4));
    return rows.withColumn(PlanRow.NOW, CellHistory.at(year, judgedQuarter()))
        .withColumn(PlanRow.BASE, lastYearEnd.getField(IndicatorTable.VALUE_YTD))
        .transform(each -> Judged.OWN.withFigure(each, Figure.actual()))
        .withColumn(PlanRow.HOLD, isHold())
        .withColumn(PlanRow.PACE, Pace.fraction());
  }

  /** From its deadline on a target is judged by what there was then: late is not in time. */
  private static Column judgedQuarter() {
    return least(col(PlanProgressTable.QUARTER), col(PlanRow.DEADLINE_QUARTER));
  }

  /** Last year's end meets the target already, so that it only has to be held. */
  private static Column isHold() {
    Column base = col(PlanRow.BASE);
    Column aimsAtLevel = Gap.is(Measure.STOCK).or(Gap.is(Measure.PATH));
    Column gained = when(Gap.is(Measure.POINTS).and(base.isNotNull()), lit(0));
    Column atLastYearsEnd = when(aimsAtLevel, Figure.decided(base)).otherwise(gained);
    return coalesce(Figure.isMetBy(atLastYearsEnd), lit(false));
  }

  private static Dataset<Row> withGap(Dataset<Row> rows) {
    return rows.withColumn(PlanRow.COMPLETION, Gap.completion(col(PlanProgressTable.ACTUAL)))
        .withColumn(PlanProgressTable.COMPLETION_PCT, Exact.asPercent(col(PlanRow.COMPLETION)))
        .transform(Judged.OWN::withGap)
        .withColumn(PlanProgressTable.GAP_POINTS, Exact.asPercent(col(PlanRow.GAP)))
        .withColumn(PlanProgressTable.PACE_PCT, Exact.asPercent(Pace.shown()));
  }

  private static Dataset<Row> withEffort(Dataset<Row> rows) {
    return rows.transform(Effort::withOperands)
        .withColumn(PlanProgressTable.REQUIRED_VALUE, Exact.asAmount(Effort.requiredValue()))
        .withColumn(PlanProgressTable.REQUIRED_GROWTH_PCT, Exact.asPercent(Effort.requiredGrowth()))
        .withColumn(
            PlanProgressTable.REQUIRED_PER_QUARTER, Exact.asAmount(Effort.requiredPerQuarter()))
        .withColumn(PlanProgressTable.BEST_GROWTH_PCT, Exact.asPercent(Effort.bestGrowth()));
  }

  private static Dataset<Row> withExpectedEnd(Dataset<Row> rows) {
    return rows.transform(YearEnd::withWay)
        .withColumn(PlanProgressTable.EXPECTED_VALUE, Exact.asAmount(YearEnd.expectedValue()))
        .withColumn(
            PlanProgressTable.EXPECTED_COMPLETION_PCT,
            Exact.asPercent(YearEnd.expectedCompletion()))
        .withColumn(PlanProgressTable.EXPECTED_ERROR_PCT, Exact.asPercent(YearEnd.error()))
        .withColumn(PlanProgressTable.EXPECTED_BASIS, YearEnd.basis());
  }

  private static Dataset<Row> withLamp(Dataset<Row> rows, Collection<LampPreset> presets) {
    return Judged.OWN
        .withStanding(rows, presets)
        .withColumn(PlanProgressTable.LAMP, Lamps.lamp(col(PlanRow.STANDING)))
        .transform(judged -> LampReason.beside(judged, presets))
        .transform(judged -> Provisional.beside(judged, presets))
        .withColumn(PlanProgressTable.WITHHELD, lit(false));
  }
}
