package jindu.sample;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.catalog.Catalog.PriceIndex;
import jindu.catalog.Catalog.ValueAddedRate;

/** The catalog's value-added rates and price indices, by the division of a class. */
final class ValueAdded {

  private final Map<String, BigDecimal> rates = new HashMap<>();
  private final Map<String, BigDecimal> indices = new HashMap<>();

  ValueAdded(Catalog catalog) {
    for (ValueAddedRate rate : catalog.valueAddedRates()) {
      rates.put(rate.division() + " " + rate.year(), rate.rate());
    }
    for (PriceIndex index : catalog.priceIndices()) {
      indices.put(index.division() + " " + index.month(), index.index());
    }
  }

  BigDecimal rate(String sector, int year) {
    return required(rates, division(sector) + " " + year, "value-added rate");
  }

  /** Same period of last year = 100. */
  BigDecimal index(String sector, YearMonth month) {
    return required(indices, division(sector) + " " + month, "price index");
  }

  private static String division(String sector) {
    return sector.substring(0, 2);
  }

  private static BigDecimal required(Map<String, BigDecimal> values, String key, String what) {
    BigDecimal value = values.get(key);
    if (value == null) {
      throw new IllegalStateException(
          "Cannot calibrate industrial value added: the catalog has no "
              + what
              + " for "
              + key
              + ".");
    }
    return value;
  }
}
