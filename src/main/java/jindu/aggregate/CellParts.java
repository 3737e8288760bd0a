package jindu.aggregate;

import static jindu.aggregate.Steps.KIND;
import static jindu.aggregate.Steps.LOWEST_PLACE;
import static jindu.aggregate.Steps.SECTOR_DETAIL;
import static jindu.table.ContributionTable.FORM;
import static jindu.table.ContributionTable.INDICATOR;
import static jindu.table.ContributionTable.ITEM;
import static jindu.table.ContributionTable.MEASURE;
import static jindu.table.ContributionTable.PREVIOUS_YTD;
import static jindu.table.ContributionTable.QUARTER;
import static jindu.table.ContributionTable.SECTOR_CODE;
import static jindu.table.ContributionTable.STATE;
import static jindu.table.ContributionTable.TOWNSHIP_CODE;
import static jindu.table.ContributionTable.UNIT_KEY;
import static jindu.table.ContributionTable.VALUE_YTD;
import static jindu.table.ContributionTable.YEAR;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Cell;
import jindu.core.Indicator;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The stored contributions of which one cell is the sum, by the levels that {@link Levels} gives
 * each: a place and class of its own, and every whole above them.
 */
final class CellParts {

  private static final String OWN_PLACE = "own_place";
  private static final String OWN_SECTOR = "own_sector";

  private CellParts() {}

  /**
   * The largest parts of each measure and state, and in every row what all of them come to, those
   * beyond the largest included.
   *
   * @param most parts of a measure and state that are kept
   */
  static Dataset<Row> of(Dataset<Row> contributions, Cell cell, Catalog catalog, int most) {
    WindowSpec alike = Window.partitionBy(MEASURE, STATE);
    Map<String, Column> totals = new HashMap<>();
    totals.put(Aggregate.PARTS, count(lit(1)).over(alike));
    for (String amount : Steps.AMOUNTS) {
      totals.put(Aggregate.totalOf(amount), sum(amount).over(alike).try_cast(Types.AMOUNT));
    }
    totals.put(Aggregate.RANK, row_number().over(alike.orderBy(largestFirst())));
    return parts(contributions, cell, catalog)
        .withColumns(totals)
        .where(col(Aggregate.RANK).leq(most));
  }

  private static Dataset<Row> parts(Dataset<Row> contributions, Cell cell, Catalog catalog) {
    Indicator indicator = catalog.indicators().get(cell.indicator());
    Dataset<Row> ofIndicator =
        contributions
            .where(col(INDICATOR).equalTo(cell.indicator()))
            .where(col(YEAR).equalTo(cell.quarter().year()))
            .where(col(QUARTER).equalTo(cell.quarter().number()))
            .withColumns(
                Map.of(
                    OWN_PLACE, col(TOWNSHIP_CODE),
                    OWN_SECTOR, col(SECTOR_CODE),
                    KIND, lit(indicator.kind().code()),
                    LOWEST_PLACE, lit(indicator.lowestPlace().code()),
                    SECTOR_DETAIL, lit(indicator.sectorDetail().code())));
    return Levels.of(ofIndicator, catalog)
        .where(col(TOWNSHIP_CODE).equalTo(cell.place()))
        .where(col(SECTOR_CODE).equalTo(cell.sector()))
        .withColumns(Map.of(TOWNSHIP_CODE, col(OWN_PLACE), SECTOR_CODE, col(OWN_SECTOR)))
        .drop(OWN_PLACE, OWN_SECTOR);
  }

  /** What is not known comes first: one such part makes the cell unknown. */
  private static Column[] largestFirst() {
    Column amount = coalesce(col(VALUE_YTD), col(PREVIOUS_YTD));
    return new Column[] {
      abs(amount).desc_nulls_first(),
      col(FORM),
      col(ITEM),
      col(UNIT_KEY),
      col(TOWNSHIP_CODE),
      col(SECTOR_CODE)
    };
  }
}
