package jindu.protect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import jindu.core.Target;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Allocated levels that say what a place had last year: its share of the district's target is its
 * share of last year's total.
 *
 * <p>Where that is withheld, so is the share; and where it is of one place alone, that of a second
 * one, for the district's target less the others would give it. The second is the smallest open
 * share not below it, else the largest, then the lower code: so neither is bounded by the other.
 */
final class AllocatedTargets {

  private static final String SHARE_IS_CLOSED = "share_is_closed";
  private static final String CLOSED_SHARE = "closed_share";

  private static final WindowSpec PARTS =
      Window.partitionBy(
          PlanProgressTable.TARGET_ID,
          PlanProgressTable.PLAN_VERSION,
          PlanProgressTable.SECTOR_CODE,
          PlanProgressTable.YEAR,
          PlanProgressTable.QUARTER,
          PlanProgressTable.ALLOCATED);

  private AllocatedTargets() {}

  /**
   * The rows, with a column that says whether the target itself is to be withheld.
   *
   * @param weightIsClosed whether last year's cell of the row's place is withheld
   */
  static Dataset<Row> withheld(Dataset<Row> rows, Column weightIsClosed, String column) {
    Column isLevel = coalesce(col(PlanProgressTable.ALLOCATED), lit(false)).and(isLevel());
    Column isAlone = count_if(col(SHARE_IS_CLOSED)).over(PARTS).equalTo(1);
    Column isNext = isLevel.and(not(col(SHARE_IS_CLOSED))).and(isAlone).and(turn().equalTo(lit(1)));
    Column closedShare = when(col(SHARE_IS_CLOSED), col(PlanProgressTable.TARGET_VALUE));
    return rows.withColumn(SHARE_IS_CLOSED, isLevel.and(weightIsClosed))
        .withColumn(CLOSED_SHARE, max(closedShare).over(PARTS))
        .withColumn(column, col(SHARE_IS_CLOSED).or(isNext))
        .drop(SHARE_IS_CLOSED, CLOSED_SHARE);
  }

  private static Column isLevel() {
    return col(PlanProgressTable.KIND).eqNullSafe(Target.Kind.LEVEL.code());
  }

  /** Open rows first, in the order in which one is taken beside the one that is closed. */
  private static Column turn() {
    Column share = col(PlanProgressTable.TARGET_VALUE);
    return row_number()
        .over(
            PARTS.orderBy(
                col(SHARE_IS_CLOSED).asc(),
                when(share.geq(col(CLOSED_SHARE)), share).asc_nulls_last(),
                share.desc_nulls_last(),
                col(PlanProgressTable.TOWNSHIP_CODE).asc()));
  }
}
