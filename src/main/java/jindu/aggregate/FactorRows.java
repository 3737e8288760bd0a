package jindu.aggregate;

import static jindu.aggregate.Steps.BASE_FACTOR;
import static jindu.aggregate.Steps.DIVISION;
import static jindu.aggregate.Steps.SOURCE_INDICATOR;
import static jindu.table.ObservationTable.YEAR;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.table.Types;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/** The dated factors of the catalog: value-added rates, price indices, base adjustments. */
final class FactorRows {

  static final String RATE = "rate";

  /** Price indices of the division by month of the year, from January; null where missing. */
  static final String INDICES = "indices";

  /** Decimals of a factor; times an amount it stays within DECIMAL(38). */
  static final int DECIMALS = 6;

  static final DecimalType FACTOR = DataTypes.createDecimalType(12, DECIMALS);

  private static final int MONTHS = 12;
  private static final StructType DIVISION_SCHEMA =
      new StructType()
          .add(DIVISION, Types.TEXT)
          .add(YEAR, Types.WHOLE)
          .add(RATE, FACTOR)
          .add(INDICES, DataTypes.createArrayType(FACTOR));
  private static final StructType BASE_SCHEMA =
      new StructType()
          .add(SOURCE_INDICATOR, Types.TEXT)
          .add(YEAR, Types.WHOLE)
          .add(BASE_FACTOR, FACTOR);

  private FactorRows() {}

  /** Rate and indices, unique by division and year of the current value. */
  static Dataset<Row> divisions(SparkSession spark, Catalog catalog) {
    Map<DivisionYear, BigDecimal> rates = new TreeMap<>();
    Map<DivisionYear, BigDecimal[]> indices = new TreeMap<>();
    for (Catalog.ValueAddedRate rate : catalog.valueAddedRates()) {
      DivisionYear key = new DivisionYear(rate.division(), rate.year());
      rates.put(key, exact(rate.rate()));
      indices.computeIfAbsent(key, missing -> new BigDecimal[MONTHS]);
    }
    for (Catalog.PriceIndex index : catalog.priceIndices()) {
      String[] month = index.month().split("-", 2);
      DivisionYear key = new DivisionYear(index.division(), Integer.parseInt(month[0]));
      indices
              .computeIfAbsent(key, missing -> new BigDecimal[MONTHS])[
              Integer.parseInt(month[1]) - 1] =
          exact(index.index());
    }
    List<Row> rows = new ArrayList<>();
    indices.forEach(
        (key, months) ->
            rows.add(RowFactory.create(key.division(), key.year(), rates.get(key), months)));
    return spark.createDataFrame(rows, DIVISION_SCHEMA);
  }

  /** Factor on a year's values as the base of the next, unique by indicator and that first year. */
  static Dataset<Row> bases(SparkSession spark, Catalog catalog) {
    List<Row> rows = new ArrayList<>();
    for (Catalog.BaseAdjustment adjustment : catalog.baseAdjustments()) {
      rows.add(
          RowFactory.create(
              adjustment.indicator(), adjustment.year() - 1, exact(adjustment.factor())));
    }
    return spark.createDataFrame(rows, BASE_SCHEMA);
  }

  /** A factor with more decimals would be rounded, and every amount after it. */
  private static BigDecimal exact(BigDecimal factor) {
    if (factor.stripTrailingZeros().scale() > DECIMALS) {
      throw new IllegalArgumentException(
          "Invalid factor: %s (expected at most %d decimals). Shorten it in reference/."
              .formatted(factor.toPlainString(), DECIMALS));
    }
    return factor.setScale(DECIMALS);
  }

  private record DivisionYear(String division, int year) implements Comparable<DivisionYear> {
    @Override
    public int compareTo(DivisionYear other) {
      int byDivision = division.compareTo(other.division);
      return byDivision == 0 ? Integer.compare(year, other.year) : byDivision;
    }
  }
}
