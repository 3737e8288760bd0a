package jindu.assess;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Lamp;
import jindu.core.Place;
import jindu.table.PlanProgressTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Ranks of townships within indicator and quarter (method.md section 7): by completion where there
 * is any, else by gap; ties share a rank, and the next one is skipped (1, 2, 2, 4).
 *
 * <p>Ranked are townships alone, neither grey nor withheld, of the latest version of each target.
 * Compared are the rows of one target, where it was allocated, or of targets of one kind and
 * deadline, where the plan states them.
 */
final class Ranks {

  private static final String CONTEST = "contest";
  private static final String IS_RANKED = "is_ranked";
  private static final String BY_COMPLETION = "by_completion";
  private static final String RANKED_FIGURE = "ranked_figure";

  private static final Column[] SAME_TARGET =
      columns(
          PlanProgressTable.TARGET_ID,
          PlanProgressTable.TOWNSHIP_CODE,
          PlanProgressTable.SECTOR_CODE,
          PlanProgressTable.YEAR);

  private static final Column[] SAME_CONTEST =
      columns(
          PlanProgressTable.INDICATOR,
          PlanProgressTable.KIND,
          PlanProgressTable.SECTOR_CODE,
          CONTEST,
          PlanProgressTable.YEAR,
          PlanProgressTable.QUARTER,
          IS_RANKED);

  private Ranks() {}

  /**
   * The rows with rank and change of rank.
   *
   * @param plan what may be published, so that no rank tells of a figure that is withheld
   */
  static Dataset<Row> beside(Dataset<Row> plan, Catalog catalog) {
    return plan.withColumn(CONTEST, contest())
        .withColumn(IS_RANKED, isRanked(catalog))
        .withColumn(
            BY_COMPLETION,
            bool_or(col(PlanProgressTable.COMPLETION_PCT).isNotNull())
                .over(Window.partitionBy(SAME_CONTEST)))
        .withColumn(RANKED_FIGURE, figure())
        .withColumn(PlanProgressTable.RANK, rankOf(RANKED_FIGURE, SAME_CONTEST))
        .withColumn(PlanProgressTable.RANK_CHANGE, change())
        .transform(PlanProgressTable.DEFINITION::select);
  }

  /** The highest figure first, ties sharing; null where there is none. */
  static Column rankOf(String figure, Column[] contest) {
    Column known = col(figure).isNotNull();
    Column[] knownApart = append(contest, known);
    return when(known, rank().over(Window.partitionBy(knownApart).orderBy(col(figure).desc())));
  }

  /** Places gained on the quarter before, null where that has no rank. */
  static Column changeOf(String rank, Column quarterOfAll, Column[] same) {
    var inOrder = Window.partitionBy(same).orderBy(quarterOfAll);
    Column isNext = lag(quarterOfAll, 1).over(inOrder).equalTo(quarterOfAll.minus(lit(1)));
    return when(isNext, lag(col(rank), 1).over(inOrder).minus(col(rank)));
  }

  /** With whom a row races: those of its target where it was allocated, else of its deadline. */
  static Column contest() {
    return when(col(PlanProgressTable.ALLOCATED), col(PlanProgressTable.TARGET_ID))
        .otherwise(col(PlanProgressTable.DEADLINE).cast(Types.TEXT));
  }

  private static Column isRanked(Catalog catalog) {
    return isTownship(catalog)
        .and(col(PlanProgressTable.IN_FORCE))
        .and(col(PlanProgressTable.LAMP).notEqual(Lamp.GREY.code()))
        .and(not(coalesce(col(PlanProgressTable.WITHHELD), lit(false))));
  }

  /** Neither the district nor its remainder. */
  static Column isTownship(Catalog catalog) {
    return col(PlanProgressTable.TOWNSHIP_CODE)
        .isin(
            catalog.places().stream()
                .filter(place -> place.kind() == Place.Kind.TOWNSHIP)
                .map(Place::code)
                .toArray());
  }

  private static Column figure() {
    return when(
        col(IS_RANKED),
        when(col(BY_COMPLETION), col(PlanProgressTable.COMPLETION_PCT))
            .otherwise(col(PlanProgressTable.GAP_POINTS)));
  }

  /** A plan year is a race of its own: its first quarter has no change. */
  private static Column change() {
    return changeOf(
        PlanProgressTable.RANK,
        col(PlanProgressTable.QUARTER),
        append(SAME_TARGET, col(PlanProgressTable.PLAN_VERSION)));
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }

  private static Column[] append(Column[] columns, Column last) {
    return Stream.concat(Arrays.stream(columns), Stream.of(last)).toArray(Column[]::new);
  }
}
