package jindu.assess;

import static org.apache.spark.sql.functions.col;

import java.util.function.Predicate;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;

/** Rows of the indicators of which the catalog says something. */
final class IndicatorSet {

  private IndicatorSet() {}

  /** Whether the row's indicator is one of those. */
  static Column that(Catalog catalog, Predicate<Indicator> which) {
    return col(IndicatorTable.INDICATOR)
        .isin(catalog.indicators().values().stream().filter(which).map(Indicator::code).toArray());
  }
}
