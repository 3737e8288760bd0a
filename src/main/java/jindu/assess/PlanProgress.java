package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import jindu.catalog.Catalog;
import jindu.core.Measure;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each target at each quarter, one column after the other. */
final class PlanProgress {

  private PlanProgress() {}

  static Dataset<Row> of(Dataset<Row> cells, Catalog catalog, LocalDate asOf) {
    Dataset<Row> targets =
        Allocation.beside(TargetRows.of(cells.sparkSession(), catalog, asOf), catalog, asOf);
    Dataset<Row> shared = Allocation.shared(CellHistory.beside(targets, cells));
    return QuartersInPlay.of(shared, cells, asOf)
        .transform(PlanProgress::withFigures)
        .transform(PlanProgress::withGap)
        .transform(PlanProgress::withEffort)
        .transform(PlanProgress::withLamp)
        .transform(PlanProgressTable.DEFINITION::select);
  }

  private static Dataset<Row> withFigures(Dataset<Row> rows) {
    Column year = col(PlanProgressTable.YEAR);
    Column lastYearEnd = CellHistory.at(year.minus(lit(1)), lit(4));
    return rows.withColumn(PlanRow.NOW, CellHistory.at(year, col(PlanProgressTable.QUARTER)))
        .withColumn(PlanRow.BASE, lastYearEnd.getField(IndicatorTable.VALUE_YTD))
        .withColumn(PlanProgressTable.ACTUAL, Figure.actual())
        .withColumn(PlanRow.DECIDED, Figure.decided(col(PlanProgressTable.ACTUAL)))
        .withColumn(PlanRow.MET, Figure.isMetBy(col(PlanRow.DECIDED)))
        .withColumn(PlanRow.HOLD, isHold())
        .withColumn(PlanRow.PACE, Pace.fraction());
  }

  /** Last year's end meets the target already, so that it only has to be held. */
  private static Column isHold() {
    Column metByBase = Figure.isMetBy(Figure.decided(col(PlanRow.BASE)));
    Column aimsAtLevel = Gap.is(Measure.STOCK).or(Gap.is(Measure.PATH));
    return coalesce(aimsAtLevel.and(metByBase), lit(false));
  }

  private static Dataset<Row> withGap(Dataset<Row> rows) {
    Column gap = Gap.points(col(PlanProgressTable.ACTUAL), col(PlanRow.DECIDED));
    return rows.withColumn(PlanRow.COMPLETION, Gap.completion(col(PlanProgressTable.ACTUAL)))
        .withColumn(PlanProgressTable.COMPLETION_PCT, Exact.asPercent(col(PlanRow.COMPLETION)))
        .withColumn(PlanRow.GAP, gap)
        .withColumn(PlanRow.SHORTFALL, Gap.shortfall(col(PlanRow.GAP)))
        .withColumn(PlanProgressTable.GAP_POINTS, Exact.asPercent(col(PlanRow.GAP)))
        .withColumn(PlanProgressTable.PACE_PCT, Exact.asPercent(Pace.shown()));
  }

  private static Dataset<Row> withEffort(Dataset<Row> rows) {
    return rows.withColumn(PlanProgressTable.REQUIRED_VALUE, Exact.asAmount(Effort.requiredValue()))
        .withColumn(PlanProgressTable.REQUIRED_GROWTH_PCT, Exact.asPercent(Effort.requiredGrowth()))
        .withColumn(PlanProgressTable.EXPECTED_VALUE, Exact.asAmount(Effort.expectedValue()))
        .withColumn(
            PlanProgressTable.EXPECTED_COMPLETION_PCT,
            Exact.asPercent(Effort.expectedCompletion(col(PlanProgressTable.EXPECTED_VALUE))));
  }

  private static Dataset<Row> withLamp(Dataset<Row> rows) {
    return rows.withColumn(PlanRow.STANDING, Lamps.standing())
        .withColumn(PlanProgressTable.LAMP, Lamps.lamp(col(PlanRow.STANDING)))
        .transform(LampReason::beside)
        .withColumn(PlanProgressTable.LAMP_PROVISIONAL, lit(false))
        .withColumn(PlanProgressTable.WITHHELD, lit(false));
  }
}
