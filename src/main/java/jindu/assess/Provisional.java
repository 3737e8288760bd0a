package jindu.assess;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import jindu.core.Lamp;
import jindu.core.LampPreset;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether a lamp hangs on estimated data (method.md section 4): its colour would be another if the
 * missing units turned out to have nothing, or twice what is estimated for them.
 *
 * <p>An estimate may be wrong by all of itself, for nothing is known of its unit; so the error of
 * the estimated part is that part.
 */
final class Provisional {

  private static final Column HUNDRED = lit(100);
  private static final Judged WITHOUT = new Judged("_without_estimates");
  private static final Judged TWICE = new Judged("_estimates_twice");

  private Provisional() {}

  /**
   * @param rows with the standing and lamp of the row's own figure
   */
  static Dataset<Row> beside(Dataset<Row> rows, Collection<LampPreset> presets) {
    Column share = Figure.now(IndicatorTable.ESTIMATED_SHARE_PCT);
    Column isLit = col(PlanProgressTable.LAMP).notEqual(Lamp.GREY.code());
    Column turns = turns(WITHOUT).or(turns(TWICE));
    return rows.transform(each -> judged(each, WITHOUT, HUNDRED.minus(share), presets))
        .transform(each -> judged(each, TWICE, HUNDRED.plus(share), presets))
        .withColumn(
            PlanProgressTable.LAMP_PROVISIONAL,
            coalesce(isLit.and(share.gt(0)).and(turns), lit(false)));
  }

  /** The same period is the units' own and does not change with what is estimated for now. */
  private static Dataset<Row> judged(
      Dataset<Row> rows, Judged figure, Column percent, Collection<LampPreset> presets) {
    Column actual = Figure.ifYearToDateWere(amount -> amount.multiply(percent).divide(HUNDRED));
    return figure
        .withFigure(rows, actual)
        .transform(figure::withGap)
        .transform(each -> figure.withStanding(each, presets));
  }

  private static Column turns(Judged figure) {
    return Lamps.lamp(figure.standing()).notEqual(col(PlanProgressTable.LAMP));
  }
}
