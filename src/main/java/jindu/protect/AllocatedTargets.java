package jindu.protect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
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
 * share not below it, else the largest, then the lower code: so neither is bounded by the other. It
 * is one place for all versions of a plan, which share their weights: two that each withhold
 * another would say more together than each alone.
 */
final class AllocatedTargets {

  private static final String SHARE_IS_CLOSED = "share_is_closed";
  private static final String CLOSED_PLACE = "closed_place";
  private static final String CLOSED_SHARE = "closed_share";
  private static final String LARGEST_SHARE = "largest_share";
  private static final String TIMES = "times_allocated";

  private static final List<String> WEIGHTS =
      List.of(
          PlanProgressTable.INDICATOR,
          PlanProgressTable.SECTOR_CODE,
          PlanProgressTable.YEAR,
          PlanProgressTable.KIND,
          PlanProgressTable.ALLOCATED);
  private static final WindowSpec PARTS = Window.partitionBy(columns(WEIGHTS));
  private static final WindowSpec PLACE =
      Window.partitionBy(columns(WEIGHTS, PlanProgressTable.TOWNSHIP_CODE));

  private AllocatedTargets() {}

  /**
   * The rows, with a column that says whether the target itself is to be withheld.
   *
   * @param weightIsClosed whether last year's cell of the row's place is withheld
   */
  static Dataset<Row> withheld(Dataset<Row> rows, Column weightIsClosed, String column) {
    Column isLevel = coalesce(col(PlanProgressTable.ALLOCATED), lit(false)).and(isLevel());
    Column closedPlace = when(col(SHARE_IS_CLOSED), col(PlanProgressTable.TOWNSHIP_CODE));
    Column isAlone = size(collect_set(col(CLOSED_PLACE)).over(PARTS)).equalTo(1);
    Column isNext = isLevel.and(not(col(SHARE_IS_CLOSED))).and(isAlone).and(turn().equalTo(lit(1)));
    Column closedShare = when(col(SHARE_IS_CLOSED), col(LARGEST_SHARE));
    return rows.withColumn(SHARE_IS_CLOSED, isLevel.and(weightIsClosed))
        .withColumn(CLOSED_PLACE, closedPlace)
        .withColumn(LARGEST_SHARE, max(col(PlanProgressTable.TARGET_VALUE)).over(PLACE))
        .withColumn(TIMES, count(lit(1)).over(PLACE))
        .withColumn(CLOSED_SHARE, max(closedShare).over(PARTS))
        .withColumn(column, col(SHARE_IS_CLOSED).or(isNext))
        .drop(SHARE_IS_CLOSED, CLOSED_PLACE, LARGEST_SHARE, TIMES, CLOSED_SHARE);
  }

  private static Column isLevel() {
    return col(PlanProgressTable.KIND).eqNullSafe(Target.Kind.LEVEL.code());
  }

  /**
   * Open places first, in the order in which one is taken beside the one that is closed; before all
   * those to which every version allocates.
   */
  private static Column turn() {
    Column share = col(LARGEST_SHARE);
    return dense_rank()
        .over(
            PARTS.orderBy(
                col(SHARE_IS_CLOSED).asc(),
                col(TIMES).desc(),
                when(share.geq(col(CLOSED_SHARE)), share).asc_nulls_last(),
                share.desc_nulls_last(),
                col(PlanProgressTable.TOWNSHIP_CODE).asc()));
  }

  private static Column[] columns(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }
}
