package jindu.assess;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.Sector;
import jindu.core.Target;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import jindu.table.TownshipRankingTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Townships in their order, for every indicator that has them: as the plan ranks them where they
 * have targets, else by growth on the headline basis, in the indicator's good direction.
 */
final class TownshipRanking {

  private static final String RACE = "race";
  private static final String PREFERENCE = "preference";
  private static final String PREFERRED = "preferred";
  private static final String HAS_TARGET = "indicator_has_target";
  private static final String GROWTH_FIGURE = "growth_figure";
  private static final String GROWTH_RANK = "growth_rank";

  private static final Column[] CONTEST = {
    col(TownshipRankingTable.INDICATOR),
    col(TownshipRankingTable.YEAR),
    col(TownshipRankingTable.QUARTER)
  };
  private static final Column[] TOWNSHIP = {
    col(TownshipRankingTable.INDICATOR), col(TownshipRankingTable.TOWNSHIP_CODE), col(HAS_TARGET)
  };
  private static final List<String> KEY = TownshipRankingTable.DEFINITION.key();

  private TownshipRanking() {}

  /**
   * @param indicators what may be published
   * @param plan what may be published, with its ranks
   */
  static Dataset<Row> of(Dataset<Row> indicators, Dataset<Row> plan, Catalog catalog) {
    Column isWholeTownship =
        Ranks.isTownship(catalog).and(col(IndicatorTable.SECTOR_CODE).equalTo(Sector.ALL));
    Column hasTownships =
        IndicatorSet.that(catalog, of -> of.lowestPlace() == Indicator.LowestPlace.TOWNSHIP);
    Dataset<Row> figures =
        indicators
            .filter(isWholeTownship.and(hasTownships))
            .withColumn(TownshipRankingTable.GROWTH_YTD_PCT, IndicatorSet.headlineGrowth(catalog))
            .select(
                col(IndicatorTable.INDICATOR),
                col(IndicatorTable.TOWNSHIP_CODE),
                col(IndicatorTable.YEAR),
                col(IndicatorTable.QUARTER),
                col(IndicatorTable.WITHHELD),
                col(TownshipRankingTable.GROWTH_YTD_PCT));
    return figures
        // One row a township, indicator and quarter on the right: it is grouped by them.
        .join(
            ShownTargets.of(ofOneRace(plan.filter(isWholeTownship)), KEY),
            KEY.toArray(String[]::new),
            "left")
        .transform(rows -> withRanks(rows, catalog))
        .transform(TownshipRankingTable.DEFINITION::select);
  }

  /**
   * The targets of one race an indicator and quarter, for ranks of two races are not comparable:
   * the one that ranks most townships, then levels before others, then the first by its name.
   */
  private static Dataset<Row> ofOneRace(Dataset<Row> plan) {
    Column[] quarter = {
      col(PlanProgressTable.INDICATOR), col(PlanProgressTable.YEAR), col(PlanProgressTable.QUARTER)
    };
    Column[] race = {quarter[0], quarter[1], quarter[2], col(PlanProgressTable.KIND), col(RACE)};
    Column ranked = count(col(PlanProgressTable.RANK)).over(Window.partitionBy(race));
    Column preference =
        struct(
            negate(ranked),
            col(PlanProgressTable.KIND).notEqual(Target.Kind.LEVEL.code()),
            col(PlanProgressTable.KIND),
            col(RACE));
    return plan.filter(col(PlanProgressTable.IN_FORCE))
        .withColumn(RACE, Ranks.contest())
        .withColumn(PREFERENCE, preference)
        .withColumn(PREFERRED, min(col(PREFERENCE)).over(Window.partitionBy(quarter)))
        .filter(col(PREFERENCE).equalTo(col(PREFERRED)));
  }

  private static Dataset<Row> withRanks(Dataset<Row> rows, Catalog catalog) {
    Column target = col(ShownTargets.TARGET);
    Column hasTarget = bool_or(target.isNotNull()).over(Window.partitionBy(CONTEST));
    Column targetIsWithheld = coalesce(target.getField(PlanProgressTable.WITHHELD), lit(false));
    return rows.withColumn(HAS_TARGET, hasTarget)
        .withColumn(GROWTH_FIGURE, when(not(col(HAS_TARGET)), turned(catalog)))
        .withColumn(GROWTH_RANK, Ranks.rankOf(GROWTH_FIGURE, CONTEST))
        .withColumn(
            TownshipRankingTable.COMPLETION_PCT, target.getField(PlanProgressTable.COMPLETION_PCT))
        .withColumn(
            TownshipRankingTable.RANK,
            coalesce(target.getField(PlanProgressTable.RANK), col(GROWTH_RANK)))
        .withColumn(
            TownshipRankingTable.RANK_CHANGE,
            coalesce(
                target.getField(PlanProgressTable.RANK_CHANGE),
                Ranks.changeOf(GROWTH_RANK, quarterOfAll(), TOWNSHIP)))
        .withColumn(
            TownshipRankingTable.WITHHELD, col(IndicatorTable.WITHHELD).or(targetIsWithheld));
  }

  private static Column turned(Catalog catalog) {
    Column growth = col(TownshipRankingTable.GROWTH_YTD_PCT);
    Column fallIsGood = IndicatorSet.that(catalog, of -> of.good() == Indicator.Direction.DOWN);
    return when(fallIsGood, growth.multiply(lit(-1))).otherwise(growth);
  }

  /** Quarters counted through the years, so that the fourth comes before the next first. */
  private static Column quarterOfAll() {
    return col(TownshipRankingTable.YEAR).multiply(lit(4)).plus(col(TownshipRankingTable.QUARTER));
  }
}
