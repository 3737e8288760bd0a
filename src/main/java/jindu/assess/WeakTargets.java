package jindu.assess;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import jindu.catalog.Catalog;
import jindu.core.Lamp;
import jindu.core.Measure;
import jindu.core.Rounding;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The plan's own targets under a yellow or red lamp, of the district and of townships, and how bad
 * each is. A part that was allocated is the district's target once more, and ranked.
 *
 * <p>Points of growth, of completion and of a share are not the same points. What makes them
 * comparable is what the plan tolerates of each: severity is the shortfall over the tolerance, 1
 * where yellow turns red.
 */
final class WeakTargets {

  /** How many townships, sectors or units are named beside a weak target. */
  static final int PARTS_OF_A_KIND = 3;

  /** Shortfall over tolerance; null where a target is only met or not. */
  static final String SEVERITY = "severity";

  private static final BigDecimal SMALLEST_TOLERANCE =
      BigDecimal.ONE.scaleByPowerOfTen(-Rounding.VALUE_DECIMALS);

  private WeakTargets() {}

  /** One row a target and quarter, of its latest version, with {@link PlanRow#SENSE}. */
  static Dataset<Row> of(Dataset<Row> plan, Catalog catalog, LocalDate asOf) {
    Dataset<Row> yardsticks =
        TargetRows.of(plan.sparkSession(), catalog, asOf)
            .select(
                col(PlanProgressTable.TARGET_ID),
                col(PlanProgressTable.PLAN_VERSION),
                col(PlanRow.MEASURE),
                col(PlanRow.SENSE),
                col(PlanRow.TOLERANCE));
    return plan.filter(not(coalesce(col(PlanProgressTable.ALLOCATED), lit(false))))
        .filter(col(PlanProgressTable.IN_FORCE))
        .filter(col(PlanProgressTable.LAMP).isin(Lamp.YELLOW.code(), Lamp.RED.code()))
        // One row a target and version on the right: the catalog has each once.
        .join(
            broadcast(yardsticks),
            new String[] {PlanProgressTable.TARGET_ID, PlanProgressTable.PLAN_VERSION},
            "inner")
        .withColumn(SEVERITY, severity());
  }

  /** Red before yellow, then by severity; what is only met or not has none, and comes last. */
  static Column[] worstFirst() {
    return new Column[] {
      col(PlanProgressTable.LAMP).equalTo(Lamp.RED.code()).desc(),
      col(SEVERITY).desc_nulls_last(),
      col(PlanProgressTable.TARGET_ID).asc()
    };
  }

  private static Column severity() {
    Column gap = col(PlanProgressTable.GAP_POINTS);
    Column cap = col(PlanProgressTable.TARGET_VALUE);
    // A gap in base units may be beyond its column.
    Column room = coalesce(gap, cap.minus(col(PlanProgressTable.ACTUAL)));
    Column inPercent = Exact.percent(room, cap);
    Column shortfall = negate(when(Gap.is(Measure.STOCK_CAP), inPercent).otherwise(gap));
    Column tolerance = greatest(col(PlanRow.TOLERANCE), lit(SMALLEST_TOLERANCE));
    return Exact.quotient(shortfall.cast(Exact.WIDE), tolerance);
  }
}
