package jindu.protect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.Lamp;
import jindu.core.Messages;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Plan rows that may leave: nothing is left to read where a cell behind the row is withheld. */
final class PlanRows {

  /**
   * What is computed from cells; the rest of a row is the plan's own, which is public, but for a
   * target that was allocated ({@link AllocatedTargets}).
   */
  private static final Set<String> FIGURES =
      Set.of(
          PlanProgressTable.PACE_PCT,
          PlanProgressTable.ACTUAL,
          PlanProgressTable.COMPLETION_PCT,
          PlanProgressTable.GAP_POINTS,
          PlanProgressTable.REQUIRED_VALUE,
          PlanProgressTable.REQUIRED_GROWTH_PCT,
          PlanProgressTable.BEST_GROWTH_PCT,
          PlanProgressTable.EXPECTED_VALUE,
          PlanProgressTable.EXPECTED_ERROR_PCT,
          PlanProgressTable.EXPECTED_COMPLETION_PCT,
          PlanProgressTable.LAMP_PROVISIONAL,
          PlanProgressTable.REQUIRED_PER_QUARTER,
          PlanProgressTable.EXPECTED_BASIS,
          PlanProgressTable.RANK,
          PlanProgressTable.RANK_CHANGE);

  private static final String[] CELL = {
    IndicatorTable.INDICATOR, IndicatorTable.TOWNSHIP_CODE, IndicatorTable.SECTOR_CODE
  };
  private static final String CLOSED = "closed_quarters";
  private static final String TARGET_IS_WITHHELD = "target_is_withheld";

  private PlanRows() {}

  static Dataset<Row> of(
      Dataset<Row> planProgress, Dataset<Row> protectedIndicator, Catalog catalog) {
    Column looksAtClosed = coalesce(exists(col(CLOSED), PlanRows::isBehindRow), lit(false));
    Column weightIsClosed = coalesce(exists(col(CLOSED), PlanRows::isLastYears), lit(false));
    return planProgress
        // One row a cell on the right: it is grouped by the columns of the join.
        .join(closedQuarters(protectedIndicator), CELL, "left")
        .transform(rows -> AllocatedTargets.withheld(rows, weightIsClosed, TARGET_IS_WITHHELD))
        .withColumn(
            PlanProgressTable.WITHHELD,
            looksAtClosed.or(col(TARGET_IS_WITHHELD)).or(ComparableGrowth.isBehindPlanRow(catalog)))
        .transform(PlanRows::emptied)
        .transform(PlanProgressTable.DEFINITION::select);
  }

  private static Dataset<Row> closedQuarters(Dataset<Row> protectedIndicator) {
    return protectedIndicator
        .filter(col(IndicatorTable.WITHHELD))
        .groupBy(col(CELL[0]), col(CELL[1]), col(CELL[2]))
        .agg(
            collect_list(struct(col(IndicatorTable.YEAR), col(IndicatorTable.QUARTER))).as(CLOSED));
  }

  /**
   * The row's own quarter, that of its deadline where it is behind it, or one of an earlier year:
   * pace, base, effort and error look at all.
   */
  private static Column isBehindRow(Column closed) {
    Column year = closed.getField(IndicatorTable.YEAR);
    Column ownYear = col(PlanProgressTable.YEAR);
    Column closedQuarter = closed.getField(IndicatorTable.QUARTER);
    Column deadline = col(PlanProgressTable.DEADLINE);
    Column atDeadline =
        year(deadline)
            .equalTo(ownYear)
            .and(quarter(deadline).lt(col(PlanProgressTable.QUARTER)))
            .and(closedQuarter.equalTo(quarter(deadline)));
    Column own = closedQuarter.equalTo(col(PlanProgressTable.QUARTER)).or(atDeadline);
    return year.equalTo(ownYear).and(own).or(year.lt(ownYear));
  }

  private static Column isLastYears(Column closed) {
    return closed.getField(IndicatorTable.YEAR).equalTo(col(PlanProgressTable.YEAR).minus(lit(1)));
  }

  private static Dataset<Row> emptied(Dataset<Row> rows) {
    Column open = not(col(PlanProgressTable.WITHHELD));
    Column target = when(not(col(TARGET_IS_WITHHELD)), col(PlanProgressTable.TARGET_VALUE));
    Column lamp = when(open, col(PlanProgressTable.LAMP)).otherwise(lit(Lamp.GREY.code()));
    return Withheld.emptied(rows, FIGURES)
        .withColumn(PlanProgressTable.TARGET_VALUE, target)
        .withColumn(PlanProgressTable.LAMP, lamp)
        .withColumn(
            PlanProgressTable.LAMP_REASON,
            when(open, col(PlanProgressTable.LAMP_REASON)).otherwise(lit(reason())));
  }

  private static String reason() {
    return List.of(Messages.CHINESE, Messages.ENGLISH).stream()
        .map(messages -> messages.text("protect.withheld"))
        .collect(Collectors.joining(" / "));
  }
}
