package jindu.aggregate;

import static jindu.aggregate.IndicatorRows.COMPARABLE;
import static jindu.aggregate.Steps.AMOUNTS;
import static jindu.aggregate.Steps.BASE;
import static jindu.aggregate.Steps.HEADLINE_BASE;
import static jindu.aggregate.Steps.HEADLINE_CURRENT;
import static jindu.aggregate.Steps.KIND;
import static jindu.aggregate.Steps.LAST_QUARTER;
import static jindu.aggregate.Steps.LOWEST_PLACE;
import static jindu.aggregate.Steps.SECTOR_DETAIL;
import static jindu.table.CellTable.COMPARABLE_PREVIOUS_YTD;
import static jindu.table.CellTable.COMPARABLE_YTD;
import static jindu.table.IndicatorTable.GROWTH_BASE;
import static jindu.table.IndicatorTable.INDICATOR;
import static jindu.table.IndicatorTable.PREVIOUS_YTD;
import static jindu.table.IndicatorTable.QUARTER;
import static jindu.table.IndicatorTable.VALUE_YTD;
import static jindu.table.IndicatorTable.YEAR;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Feed.Measure;
import jindu.core.Form.GrowthBase;
import jindu.core.Indicator.Kind;
import jindu.table.CellTable;
import jindu.table.ExactRatio;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The values of each cell by the kind of its indicator, for the quarters in play. */
final class CellValues {

  private static final String NOMINAL = Measure.NOMINAL.code();
  private static final String WEIGHT = Measure.WEIGHT.code();
  private static final String AT_COMPARABLE_PRICES = Measure.COMPARABLE.code();

  private static final List<String> SIZES = List.of("_contributed", "_largest", "_second");

  private CellValues() {}

  static Dataset<Row> of(Dataset<Row> sums, Catalog catalog) {
    return sums
        // One exchange, by indicator, serves every window from here on.
        .repartition(col(INDICATOR))
        .transform(CellValues::inPlay)
        // Unique by code: one row an indicator of the catalog.
        .join(
            broadcast(
                IndicatorRows.of(sums.sparkSession(), catalog).drop(LOWEST_PLACE, SECTOR_DETAIL)),
            new String[] {INDICATOR},
            "inner")
        .transform(CellValues::values)
        .transform(CellValues::contributors)
        .transform(CellValues::headline);
  }

  /**
   * Up to the last quarter for which a form that feeds the indicator has returns. One quarter for
   * all its forms: were each cut at its own, the quarters would not add up to the year-to-date.
   */
  private static Dataset<Row> inPlay(Dataset<Row> sums) {
    Column last = max(col(LAST_QUARTER)).over(Window.partitionBy(INDICATOR, YEAR));
    return sums.withColumn(LAST_QUARTER, last).where(col(QUARTER).leq(col(LAST_QUARTER)));
  }

  private static Dataset<Row> values(Dataset<Row> sums) {
    Map<String, Column> values = new HashMap<>();
    for (String amount : AMOUNTS) {
      Column above = col(Steps.of(NOMINAL, amount));
      Column below = col(Steps.of(WEIGHT, amount));
      Column value =
          when(is(Kind.RATE), ExactRatio.percent(above, below))
              .when(is(Kind.MEAN), ExactRatio.amount(above, below))
              .when(isSummed(), above);
      values.put(amount, value.try_cast(Types.AMOUNT));
    }
    values.put(GROWTH_BASE, base());
    values.put(COMPARABLE_YTD, col(Steps.of(AT_COMPARABLE_PRICES, VALUE_YTD)));
    values.put(COMPARABLE_PREVIOUS_YTD, col(Steps.of(AT_COMPARABLE_PRICES, PREVIOUS_YTD)));
    return sums.withColumns(values);
  }

  private static Column base() {
    Column base = lit(null).cast(Types.TEXT);
    for (GrowthBase known : Steps.BASES) {
      base = when(col(BASE).equalTo(Steps.BASES.indexOf(known)), known.code()).otherwise(base);
    }
    return base;
  }

  /** A rate has no contributors of its own; of a mean only the number of households matters. */
  private static Dataset<Row> contributors(Dataset<Row> values) {
    Map<String, Column> contributors = new HashMap<>();
    for (String figure : AMOUNTS) {
      for (String amount : List.of(figure, CellTable.unnamed(figure))) {
        contributors.put(number(amount), when(isCounted(), col(number(amount))));
        for (String size : SIZES) {
          contributors.put(
              amount + size, when(isSummed(), col(amount + size)).try_cast(Types.AMOUNT));
        }
      }
    }
    return values.withColumns(contributors);
  }

  /** Both sides of the growth that people read, an empty side of a sum as 0. */
  private static Dataset<Row> headline(Dataset<Row> values) {
    Column isComparable = isAdded().and(col(COMPARABLE));
    return values.withColumns(
        Map.of(
            HEADLINE_CURRENT, headline(isComparable, VALUE_YTD),
            HEADLINE_BASE, headline(isComparable, PREVIOUS_YTD)));
  }

  private static Column headline(Column isComparable, String amount) {
    return when(isComparable, col(CellSums.counted(AT_COMPARABLE_PRICES, amount)))
        .when(isAdded(), col(CellSums.counted(NOMINAL, amount)))
        .when(is(Kind.MEAN), col(amount));
  }

  private static String number(String amount) {
    return amount + "_contributors";
  }

  /** Whether the value is a sum of what units deliver; a level is the sum of one value. */
  private static Column isSummed() {
    return isAdded().or(is(Kind.LEVEL));
  }

  private static Column isCounted() {
    return is(Kind.RATE).equalTo(false);
  }

  private static Column isAdded() {
    return is(Kind.FLOW).or(is(Kind.STOCK));
  }

  private static Column is(Kind kind) {
    return col(KIND).equalTo(kind.code());
  }
}
