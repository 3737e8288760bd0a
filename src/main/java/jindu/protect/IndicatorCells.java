package jindu.protect;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Set;
import jindu.catalog.Catalog;
import jindu.protect.pattern.Patterns;
import jindu.table.ColumnDefinition;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Cells that may leave: sensitive ones, and what is derived from them, emptied and marked. */
final class IndicatorCells {

  private static final String TOTAL_IS_WITHHELD = "total_is_withheld";

  /** What a withheld cell still says: which cell it is, and how it was made. */
  private static final Set<String> LABELS =
      Set.of(
          IndicatorTable.INDICATOR,
          IndicatorTable.TOWNSHIP_CODE,
          IndicatorTable.SECTOR_CODE,
          IndicatorTable.YEAR,
          IndicatorTable.QUARTER,
          IndicatorTable.UNIT,
          IndicatorTable.GROWTH_BASE,
          IndicatorTable.STATUS,
          IndicatorTable.WITHHELD);

  /** Columns that, divided into the value, give the district's total of the quarter. */
  private static final List<String> OF_THE_TOTAL =
      List.of(
          IndicatorTable.SHARE_PCT, IndicatorTable.PULL_POINTS, IndicatorTable.CONTRIBUTION_PCT);

  private static final String RESPONSE_LEAVES = "response_leaves";

  private IndicatorCells() {}

  /**
   * The cells that may leave.
   *
   * @param closedByPattern rows of {@link Patterns#closed}
   */
  static Dataset<Row> of(Dataset<Row> cells, Dataset<Row> closedByPattern, Catalog catalog) {
    Column closed = isSensitive(catalog).or(coalesce(col(Patterns.CLOSED), lit(false)));
    return cells
        // One row a cell and year on the right.
        .join(broadcast(closedByPattern), Patterns.CELL.toArray(String[]::new), "left")
        .withColumn(IndicatorTable.WITHHELD, forTheYear(closed))
        // Here, where the quarters of a cell lie together.
        .transform(rows -> RevisedParts.of(rows, catalog))
        .transform(rows -> DerivedRates.withheldWithTheirSums(rows, catalog))
        .transform(rows -> withoutWithheldTotal(rows, catalog))
        .transform(rows -> ComparableGrowth.ofTheTotalAlone(rows, catalog))
        .transform(rows -> withoutResponseOfFew(rows, catalog))
        .transform(IndicatorCells::emptied)
        .transform(IndicatorTable.DEFINITION::select);
  }

  /**
   * A cell closed in one quarter is closed in all quarters of the year and in later years: an open
   * quarter beside it gives it by subtraction, and next year's same period repeats it.
   */
  private static Column forTheYear(Column closed) {
    return max(closed)
        .over(
            Window.partitionBy(
                    IndicatorTable.INDICATOR,
                    IndicatorTable.TOWNSHIP_CODE,
                    IndicatorTable.SECTOR_CODE)
                .orderBy(IndicatorTable.YEAR)
                .rangeBetween(Window.unboundedPreceding(), Window.currentRow()));
  }

  /** Value and share together are the total: where that is withheld, no part shows its share. */
  private static Dataset<Row> withoutWithheldTotal(Dataset<Row> rows, Catalog catalog) {
    Column isTotal = DetailLevel.isTotal(catalog);
    Column totalIsWithheld =
        max(isTotal.and(col(IndicatorTable.WITHHELD)))
            .over(
                Window.partitionBy(
                    IndicatorTable.INDICATOR, IndicatorTable.YEAR, IndicatorTable.QUARTER));
    Dataset<Row> told = rows.withColumn(TOTAL_IS_WITHHELD, totalIsWithheld);
    for (String column : OF_THE_TOTAL) {
      told = told.withColumn(column, when(not(col(TOTAL_IS_WITHHELD)), col(column)));
    }
    return told;
  }

  /**
   * Shares by size leave by whole levels of detail: weighted by last year's totals, those of the
   * other cells and of the total are that of the one that is kept.
   */
  private static Dataset<Row> withoutResponseOfFew(Dataset<Row> rows, Catalog catalog) {
    Column isOfFew =
        new Sensitivity(catalog)
            .isResponseOfFew(
                col(IndicatorTable.UNITS_EXPECTED), col(IndicatorTable.UNITS_REPORTED));
    Column isAdministrative =
        col(IndicatorTable.INDICATOR).isin(Respondents.administrative(catalog));
    Dataset<Row> told =
        rows.withColumn(RESPONSE_LEAVES, isAdministrative.or(DetailLevel.leaves(isOfFew, catalog)));
    for (String share :
        List.of(IndicatorTable.RESPONSE_SIZE_PCT, IndicatorTable.ESTIMATED_SHARE_PCT)) {
      told = told.withColumn(share, when(col(RESPONSE_LEAVES), col(share)));
    }
    return told;
  }

  private static Column isSensitive(Catalog catalog) {
    Sensitivity sensitivity = new Sensitivity(catalog);
    Column isMean = isOneOf(Respondents.means(catalog));
    return when(isMean, sensitivity.ofMean()).otherwise(sensitivity.ofSum());
  }

  private static Column isOneOf(List<String> indicators) {
    return col(IndicatorTable.INDICATOR).isin(indicators.toArray());
  }

  private static Dataset<Row> emptied(Dataset<Row> rows) {
    Column[] columns =
        IndicatorTable.DEFINITION.columns().stream()
            .map(ColumnDefinition::name)
            .map(IndicatorCells::unlessWithheld)
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  private static Column unlessWithheld(String column) {
    return LABELS.contains(column)
        ? col(column)
        : when(not(col(IndicatorTable.WITHHELD)), col(column)).as(column);
  }
}
