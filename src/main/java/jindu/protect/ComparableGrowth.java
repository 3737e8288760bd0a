package jindu.protect;

import static org.apache.spark.sql.functions.col;

import jindu.catalog.Catalog;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;

/**
 * Growth at comparable prices that may leave. With last year's published figure it is one more
 * figure of the cell, in which each division counts by another price index: beside output and value
 * added it would solve for three divisions what those two solve for two. So it leaves for the
 * district's total, whose cells are many, and for what only departments say.
 */
final class ComparableGrowth {

  private ComparableGrowth() {}

  /** Whether that of a cell leaves where the cell does. */
  static Column leaves(Catalog catalog) {
    return DetailLevel.isTotal(catalog)
        .or(col(IndicatorTable.INDICATOR).isin(Respondents.administrative(catalog)));
  }
}
