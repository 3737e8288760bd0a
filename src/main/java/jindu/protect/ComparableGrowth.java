package jindu.protect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.core.Target;
import jindu.table.IndicatorTable;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Growth at comparable prices that may leave. With last year's published figure it is one more
 * figure of the cell, in which each division counts by another price index: beside output and value
 * added it would solve for three divisions what those two solve for two. So it leaves for the
 * district's total, whose cells are many, and for what only departments say; and so does what is
 * computed from it.
 */
final class ComparableGrowth {

  /** Where the headline growth is at comparable prices, these are too (method.md section 5). */
  private static final List<String> ON_HEADLINE_BASIS =
      List.of(
          IndicatorTable.TWO_YEAR_AVG_GROWTH_PCT,
          IndicatorTable.SHARE_PCT,
          IndicatorTable.PULL_POINTS,
          IndicatorTable.CONTRIBUTION_PCT);

  private ComparableGrowth() {}

  /** The cells without what tells their figure at comparable prices. */
  static Dataset<Row> ofTheTotalAlone(Dataset<Row> cells, Catalog catalog) {
    Column leaves = leaves(catalog);
    Object[] comparable =
        catalog.indicators().values().stream()
            .filter(Indicator::comparable)
            .map(Indicator::code)
            .toArray();
    Column isNominal = not(col(IndicatorTable.INDICATOR).isin(comparable));
    Dataset<Row> left =
        cells.withColumn(
            IndicatorTable.COMPARABLE_GROWTH_YTD_PCT,
            when(leaves, col(IndicatorTable.COMPARABLE_GROWTH_YTD_PCT)));
    for (String column : ON_HEADLINE_BASIS) {
      left = left.withColumn(column, when(leaves.or(isNominal), col(column)));
    }
    return left;
  }

  /** Whether a row of the plan judges, or counts back from, what stays inside. */
  static Column isBehindPlanRow(Catalog catalog) {
    Object[] targets =
        catalog.targets().stream()
            .filter(Target::comparableBasis)
            .map(Target::id)
            .distinct()
            .toArray();
    return col(PlanProgressTable.TARGET_ID).isin(targets).and(not(leaves(catalog)));
  }

  private static Column leaves(Catalog catalog) {
    return DetailLevel.isTotal(catalog)
        .or(col(IndicatorTable.INDICATOR).isin(Respondents.administrative(catalog)));
  }
}
