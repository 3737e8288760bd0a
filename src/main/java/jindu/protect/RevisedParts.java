package jindu.protect;

import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import jindu.catalog.Catalog;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What of a figure restates earlier quarters, and what was revised since their due days. However
 * many respondents a cell has, most of its revisions are those of one or two; so they leave for the
 * district's total alone, where three or more made them, of the indicator and of those linked with
 * it, and for what only departments say; of an indicator whose units are published by name they
 * stay.
 */
final class RevisedParts {

  private static final WindowSpec YEAR_OF_CELL =
      Window.partitionBy(
              IndicatorTable.INDICATOR,
              IndicatorTable.TOWNSHIP_CODE,
              IndicatorTable.SECTOR_CODE,
              IndicatorTable.YEAR)
          .orderBy(IndicatorTable.QUARTER);

  private static final String RESTATED_BY_MANY = "restated_by_many";
  private static final String REVISED_BY_MANY = "revised_by_many";

  /** The first quarter has no earlier one, so that the fourth has two before it that have. */
  private static final int EARLIER = 2;

  private final Sensitivity sensitivity;

  private RevisedParts(Catalog catalog) {
    this.sensitivity = new Sensitivity(catalog);
  }

  /**
   * The rows without the parts that tell of few.
   *
   * @param cells rows of {@link CellTable}
   */
  static Dataset<Row> of(Dataset<Row> cells, Catalog catalog) {
    RevisedParts parts = new RevisedParts(catalog);
    Column isAdministrative =
        col(IndicatorTable.INDICATOR).isin(Respondents.administrative(catalog));
    Column isTotal = DetailLevel.isTotal(catalog);
    // Of the indicator whose units are published by name the groups alone do not tell who hides.
    String named = catalog.publishedLedger().map(form -> form.projects().statistics()).orElse("");
    Column isOfUnnamed = col(IndicatorTable.INDICATOR).notEqual(named);
    Column restated = isOfUnnamed.and(parts.isOfMany(CellTable.RESTATED_CONTRIBUTORS));
    Column revised =
        isOfUnnamed
            .and(parts.isOfMany(CellTable.EARLIER_REVISED_CONTRIBUTORS))
            .and(not(parts.isOfFewBesideEarlier()));
    WindowSpec sameCell =
        Window.partitionBy(
            Linked.group(catalog),
            col(IndicatorTable.TOWNSHIP_CODE),
            col(IndicatorTable.SECTOR_CODE),
            col(IndicatorTable.YEAR),
            col(IndicatorTable.QUARTER));
    return cells
        .withColumns(Map.of(RESTATED_BY_MANY, restated, REVISED_BY_MANY, revised))
        .withColumns(
            Map.of(
                IndicatorTable.RESTATED_PART,
                when(
                    isAdministrative.or(isTotal.and(ofAll(RESTATED_BY_MANY, sameCell))),
                    col(IndicatorTable.RESTATED_PART)),
                IndicatorTable.EARLIER_REVISED_PART,
                when(
                    isAdministrative.or(isTotal.and(ofAll(REVISED_BY_MANY, sameCell))),
                    col(IndicatorTable.EARLIER_REVISED_PART))))
        .drop(RESTATED_BY_MANY, REVISED_BY_MANY);
  }

  /** Whether it holds of the cell of every linked indicator. */
  private static Column ofAll(String claim, WindowSpec sameCell) {
    return bool_and(col(claim)).over(sameCell);
  }

  private Column isOfMany(String contributors) {
    return not(sensitivity.isFew(contributors(contributors)));
  }

  /**
   * Whether what was revised by now of one quarter, less that of an earlier one, may be the
   * revision of a few: who revised the first of them has revised the other as well. Two numbers of
   * groups that differ by three are three groups apart at least.
   */
  private Column isOfFewBesideEarlier() {
    Column own = contributors(CellTable.EARLIER_REVISED_CONTRIBUTORS);
    Column part = col(IndicatorTable.EARLIER_REVISED_PART);
    Column isOfFew = lit(false);
    for (int quarters = 1; quarters <= EARLIER; quarters++) {
      Column then = lag(CellTable.EARLIER_REVISED_CONTRIBUTORS, quarters).over(YEAR_OF_CELL);
      Column partThen = lag(IndicatorTable.EARLIER_REVISED_PART, quarters).over(YEAR_OF_CELL);
      Column apart = own.minus(coalesce(then, lit(0)));
      Column isClose = sensitivity.isTooFew(apart).and(sensitivity.isTooFew(apart.unary_$minus()));
      isOfFew = isOfFew.or(partThen.isNotNull().and(partThen.notEqual(part)).and(isClose));
    }
    return isOfFew;
  }

  private static Column contributors(String column) {
    return coalesce(col(column), lit(0));
  }
}
