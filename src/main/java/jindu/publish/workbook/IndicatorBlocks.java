package jindu.publish.workbook;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;

/** The cells of the edition's quarter, one block an indicator: headline first, then as listed. */
final class IndicatorBlocks {

  private IndicatorBlocks() {}

  /**
   * Blocks of the cells that {@code shown} takes; without those where that is one cell alone.
   *
   * @param order of the cells within a block
   */
  static Map<String, List<Row>> of(Edition edition, Predicate<Row> shown, Comparator<Row> order) {
    Map<String, List<Row>> byIndicator =
        edition.current(IndicatorTable.DEFINITION).stream()
            .filter(shown)
            .sorted(order)
            .collect(groupingBy(row -> row.<String>getAs(IndicatorTable.INDICATOR)));
    Map<String, List<Row>> blocks = new LinkedHashMap<>();
    for (String indicator : inOrder(edition, byIndicator.keySet())) {
      List<Row> cells = byIndicator.get(indicator);
      if (cells != null && cells.size() > 1) {
        blocks.put(indicator, cells);
      }
    }
    return blocks;
  }

  private static Set<String> inOrder(Edition edition, Set<String> published) {
    Set<String> order = new LinkedHashSet<>(edition.catalog().headline());
    order.addAll(edition.catalog().indicators().keySet());
    order.addAll(new ArrayList<>(published).stream().sorted().toList());
    return order;
  }
}
