package jindu.assess;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.util.function.Predicate;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;

/** Rows of the indicators of which the catalog says something. */
final class IndicatorSet {

  private IndicatorSet() {}

  /** The row's growth, year to date, on its indicator's headline basis, in percent. */
  static Column headlineGrowth(Catalog catalog) {
    return when(that(catalog, Indicator::comparable), col(IndicatorTable.COMPARABLE_GROWTH_YTD_PCT))
        .otherwise(col(IndicatorTable.GROWTH_YTD_PCT));
  }

  /** Whether the row's indicator is one of those. */
  static Column that(Catalog catalog, Predicate<Indicator> which) {
    return col(IndicatorTable.INDICATOR)
        .isin(catalog.indicators().values().stream().filter(which).map(Indicator::code).toArray());
  }
}
