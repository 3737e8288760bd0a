package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jindu.catalog.Catalog;
import jindu.core.Feed.Measure;

/**
 * A side of an indicator that the publication shows, itself or in a growth rate.
 *
 * @param items what it is made of; two sheets that are made of the same are in each division a rate
 *     of each other, and whoever knows the rates knows one by the other. Empty where that is not so
 */
record Sheet(String indicator, Measure measure, Set<String> items) {

  /**
   * The indicators in their order, then those at comparable prices that follow from one of them.
   */
  static List<Sheet> of(List<String> indicators, Catalog catalog) {
    List<Sheet> sheets = new ArrayList<>();
    for (String indicator : indicators) {
      sheets.add(sheet(indicator, Measure.NOMINAL, catalog));
    }
    for (String indicator : indicators) {
      Sheet comparable = sheet(indicator, Measure.COMPARABLE, catalog);
      if (sheets.stream().anyMatch(comparable::isRateOf)) {
        sheets.add(comparable);
      }
    }
    return sheets;
  }

  boolean isRateOf(Sheet other) {
    return !items.isEmpty() && items.equals(other.items);
  }

  private static Sheet sheet(String indicator, Measure measure, Catalog catalog) {
    return new Sheet(indicator, measure, LinkedIndicators.amounts(indicator, measure, catalog));
  }
}
