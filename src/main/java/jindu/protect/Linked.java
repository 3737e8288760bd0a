package jindu.protect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.protect.pattern.Patterns;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Column;

/**
 * Indicators of which one is told by others: sales less retail sales are wholesale, and so are
 * their revisions. What is kept back of one is kept back of all.
 */
final class Linked {

  private Linked() {}

  /** The first of the row's linked indicators; itself, where there is none but it. */
  static Column group(Catalog catalog) {
    Column group = col(IndicatorTable.INDICATOR);
    for (List<String> linked : Patterns.together(catalog)) {
      if (linked.size() > 1) {
        group =
            when(col(IndicatorTable.INDICATOR).isin(linked.toArray()), lit(linked.get(0)))
                .otherwise(group);
      }
    }
    return group;
  }
}
