package jindu.assess;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.Lamp;
import jindu.core.Target;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The lines a leader reads first: the district's figure, its growth and its target. */
final class Headline {

  private static final String[] INDICATOR = {HeadlineTable.INDICATOR};
  private static final String[] CELL = {
    HeadlineTable.INDICATOR, HeadlineTable.YEAR, HeadlineTable.QUARTER
  };

  private Headline() {}

  static Dataset<Row> of(
      Dataset<Row> indicators, Dataset<Row> planProgress, Dataset<Row> peers, Catalog catalog) {
    Dataset<Row> lines = HeadlineLines.of(indicators.sparkSession(), catalog);
    Dataset<Row> figures =
        // left_semi: a figure stays or goes, whatever the lines repeat.
        indicators
            .filter(PeerComparison.isWhole(catalog))
            .join(broadcast(lines), INDICATOR, "left_semi");
    Dataset<Row> quarters =
        figures.select(col(HeadlineTable.YEAR), col(HeadlineTable.QUARTER)).distinct();
    Dataset<Row> targets =
        ShownTargets.of(planProgress.filter(PeerComparison.isWhole(catalog)), List.of(CELL));
    return lines
        .crossJoin(broadcast(quarters))
        // One row a cell on the right: place and sector are fixed, the rest is the table's key.
        .join(figures, CELL, "left")
        // One row a cell on the right: it is grouped by the columns of the join.
        .join(targets, CELL, "left")
        .transform(rows -> withFigures(rows, catalog))
        .transform(Headline::withTarget)
        .transform(rows -> PeerComparison.beside(rows, peers, catalog))
        .transform(HeadlineTable.DEFINITION::select);
  }

  private static Dataset<Row> withFigures(Dataset<Row> rows, Catalog catalog) {
    Column basis =
        when(IndicatorSet.that(catalog, Indicator::comparable), lit("comparable"))
            .otherwise(col(IndicatorTable.GROWTH_BASE));
    return rows.withColumn(HeadlineTable.DISPLAY_VALUE, displayValue())
        .withColumn(HeadlineTable.GROWTH_PCT, PeerComparison.growth(catalog))
        .withColumn(HeadlineTable.GROWTH_BASIS, basis)
        .withColumn(HeadlineTable.WITHHELD, coalesce(col(IndicatorTable.WITHHELD), lit(false)));
  }

  /** In the display unit, rounded half up once: whole steps of the last digit shown. */
  private static Column displayValue() {
    Column step = col(HeadlineLines.DISPLAY_STEP);
    Column baseUnitsInStep = col(HeadlineLines.DISPLAY_FACTOR).multiply(step);
    return round(col(IndicatorTable.VALUE_YTD).divide(baseUnitsInStep), 0).multiply(step);
  }

  /** A level is shown in the display unit; growth, points, shares and ranks as they are. */
  private static Dataset<Row> withTarget(Dataset<Row> rows) {
    Column target = col(ShownTargets.TARGET);
    Column value = target.getField(PlanProgressTable.TARGET_VALUE);
    Column kind = target.getField(PlanProgressTable.KIND);
    Column inBaseUnit = kind.isin(Target.Kind.LEVEL.code(), Target.Kind.SCOPE.code());
    Column shown =
        when(inBaseUnit, value.divide(col(HeadlineLines.DISPLAY_FACTOR))).otherwise(value);
    return rows.withColumn(HeadlineTable.TARGET, round(shown, 4))
        .withColumn(HeadlineTable.TARGET_KIND, kind)
        .withColumn(
            HeadlineTable.LAMP_PROVISIONAL, target.getField(PlanProgressTable.LAMP_PROVISIONAL))
        .withColumn(HeadlineTable.COMPLETION_PCT, target.getField(PlanProgressTable.COMPLETION_PCT))
        .withColumn(
            HeadlineTable.LAMP,
            coalesce(target.getField(PlanProgressTable.LAMP), lit(Lamp.GREY.code())));
  }
}
