package jindu.aggregate;

import static jindu.aggregate.Steps.HEADLINE_BASE;
import static jindu.aggregate.Steps.HEADLINE_CURRENT;
import static jindu.aggregate.Steps.KIND;
import static jindu.table.CellTable.COMPARABLE_PREVIOUS_YTD;
import static jindu.table.CellTable.COMPARABLE_YTD;
import static jindu.table.IndicatorTable.COMPARABLE_GROWTH_YTD_PCT;
import static jindu.table.IndicatorTable.CONTRIBUTION_PCT;
import static jindu.table.IndicatorTable.GROWTH_PCT;
import static jindu.table.IndicatorTable.GROWTH_YTD_PCT;
import static jindu.table.IndicatorTable.INDICATOR;
import static jindu.table.IndicatorTable.PREVIOUS;
import static jindu.table.IndicatorTable.PREVIOUS_YTD;
import static jindu.table.IndicatorTable.PULL_POINTS;
import static jindu.table.IndicatorTable.QUARTER;
import static jindu.table.IndicatorTable.SECTOR_CODE;
import static jindu.table.IndicatorTable.SHARE_PCT;
import static jindu.table.IndicatorTable.TOWNSHIP_CODE;
import static jindu.table.IndicatorTable.TWO_YEAR_AVG_GROWTH_PCT;
import static jindu.table.IndicatorTable.VALUE;
import static jindu.table.IndicatorTable.VALUE_YTD;
import static jindu.table.IndicatorTable.WITHHELD;
import static jindu.table.IndicatorTable.YEAR;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Indicator.Kind;
import jindu.core.Place;
import jindu.core.Quarter;
import jindu.core.Sector;
import jindu.table.ExactRatio;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Growth, share, pull and contribution of each cell (method.md section 6). */
final class Growth {

  private static final String TOTAL_CURRENT = "total_current";
  private static final String TOTAL_BASE = "total_base";
  private static final String LAST_YEAR = "last_year";
  private static final String LAST_CURRENT = "last_current";
  private static final String LAST_BASE = "last_base";

  /** Below 0.1 % of the base the total's change is too small to be shared out. */
  private static final int SMALLEST_CHANGE = 1000;

  private static final WindowSpec QUARTER_CELLS = Window.partitionBy(INDICATOR, YEAR, QUARTER);
  private static final WindowSpec SAME_CELL =
      Window.partitionBy(INDICATOR, TOWNSHIP_CODE, SECTOR_CODE, QUARTER).orderBy(YEAR);

  private Growth() {}

  static Dataset<Row> of(Dataset<Row> values, Catalog catalog) {
    return values
        .withColumns(
            Map.of(
                TOTAL_CURRENT, total(HEADLINE_CURRENT, catalog),
                TOTAL_BASE, total(HEADLINE_BASE, catalog),
                LAST_YEAR, lag(YEAR, 1).over(SAME_CELL),
                LAST_CURRENT, lag(HEADLINE_CURRENT, 1).over(SAME_CELL),
                LAST_BASE, lag(HEADLINE_BASE, 1).over(SAME_CELL)))
        .withColumns(growth())
        .withColumns(parts(catalog))
        .withColumns(Map.of(TWO_YEAR_AVG_GROWTH_PCT, twoYears(catalog), WITHHELD, lit(false)));
  }

  private static Column total(String amount, Catalog catalog) {
    Column isTotal =
        col(TOWNSHIP_CODE)
            .equalTo(catalog.district().code())
            .and(col(SECTOR_CODE).equalTo(Sector.ALL));
    return max(when(isTotal, col(amount))).over(QUARTER_CELLS);
  }

  /** Of sums and means; a percentage or a rank does not grow in percent. */
  private static Map<String, Column> growth() {
    Column grows = col(KIND).isin(Kind.FLOW.code(), Kind.STOCK.code(), Kind.MEAN.code());
    Column atComparablePrices = rise(COMPARABLE_YTD, COMPARABLE_PREVIOUS_YTD);
    return Map.of(
        GROWTH_PCT, when(grows, rise(VALUE, PREVIOUS)),
        GROWTH_YTD_PCT, when(grows, rise(VALUE_YTD, PREVIOUS_YTD)),
        COMPARABLE_GROWTH_YTD_PCT, when(grows, atComparablePrices));
  }

  private static Column rise(String current, String base) {
    return percent(col(current).minus(col(base)), col(base));
  }

  /** A percentage beyond the range of its column is null. */
  private static Column percent(Column numerator, Column denominator) {
    return ExactRatio.percent(numerator, denominator).try_cast(Types.PERCENT);
  }

  private static Column twoYears(Catalog catalog) {
    Column isAbnormal = lit(false);
    for (Quarter abnormal : catalog.abnormalQuarters()) {
      isAbnormal =
          isAbnormal.or(
              col(LAST_YEAR).equalTo(abnormal.year()).and(col(QUARTER).equalTo(abnormal.number())));
    }
    Column isNextYear = col(YEAR).equalTo(col(LAST_YEAR).plus(1));
    Column average =
        TwoYearGrowth.percent(
            col(HEADLINE_CURRENT), col(HEADLINE_BASE), col(LAST_CURRENT), col(LAST_BASE));
    // Of a cell that has no unit left the base is known, and no growth is.
    return when(isAbnormal.and(isNextYear).and(col(VALUE_YTD).isNotNull()), average);
  }

  /** The parent of a part is district × ALL, on the headline's numerator and denominator. */
  private static Map<String, Column> parts(Catalog catalog) {
    Object[] places = catalog.places().stream().map(Place::code).toArray();
    Column isPart =
        col(KIND).isin(Kind.FLOW.code(), Kind.STOCK.code()).and(col(TOWNSHIP_CODE).isin(places));
    Column change = col(HEADLINE_CURRENT).minus(col(HEADLINE_BASE));
    Column totalChange = col(TOTAL_CURRENT).minus(col(TOTAL_BASE));
    // Without a base of the total its change is not known, and no part of it either.
    Column hasBase = total(PREVIOUS_YTD, catalog).isNotNull();
    Column isLarge = abs(totalChange).multiply(SMALLEST_CHANGE).geq(col(TOTAL_BASE));
    Column isTold = hasBase.and(isLarge);
    // The sign of a falling total goes to the numerator: the denominator must be positive.
    Column turned = when(totalChange.lt(0), change.unary_$minus()).otherwise(change);
    Column share = percent(col(HEADLINE_CURRENT), col(TOTAL_CURRENT));
    return Map.of(
        SHARE_PCT, when(isPart.and(col(VALUE_YTD).isNotNull()), share),
        PULL_POINTS, when(isPart, percent(change, col(TOTAL_BASE))),
        CONTRIBUTION_PCT, when(isPart.and(isTold), percent(turned, abs(totalChange))));
  }
}
