package jindu.aggregate;

import static jindu.aggregate.Steps.ADMINISTRATIVE;
import static jindu.aggregate.Steps.AMOUNTS;
import static jindu.aggregate.Steps.BASE;
import static jindu.aggregate.Steps.BESIDE;
import static jindu.aggregate.Steps.LAST_QUARTER;
import static jindu.aggregate.Steps.LOST;
import static jindu.aggregate.Steps.MEASURE;
import static jindu.aggregate.Steps.RESTATED_IS_LOST;
import static jindu.aggregate.Steps.SINCE_DUE;
import static jindu.aggregate.Steps.SINCE_DUE_IS_LOST;
import static jindu.aggregate.Steps.UNITS;
import static jindu.aggregate.Steps.WEIGHT_SINCE_DUE;
import static jindu.aggregate.Steps.columns;
import static jindu.table.IndicatorTable.INDICATOR;
import static jindu.table.IndicatorTable.QUARTER;
import static jindu.table.IndicatorTable.RESTATED_PART;
import static jindu.table.IndicatorTable.SECTOR_CODE;
import static jindu.table.IndicatorTable.TOWNSHIP_CODE;
import static jindu.table.IndicatorTable.YEAR;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.core.Feed.Measure;
import jindu.table.CellTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One row a cell: the sums of each measure, and the groups that make the nominal ones. */
final class CellSums {

  private static final List<String> KEY =
      List.of(INDICATOR, TOWNSHIP_CODE, SECTOR_CODE, YEAR, QUARTER);

  /** The two largest contributions; bounded, whatever the number of groups. */
  private static final int LARGEST = 2;

  private CellSums() {}

  static Dataset<Row> of(Dataset<Row> groups) {
    List<Column> sums = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (String amount : AMOUNTS) {
        Column own = when(isOf(measure), col(amount));
        sums.add(sum(own).as(Steps.of(measure.code(), amount)));
      }
      sums.add(bit_or(when(isOf(measure), col(LOST))).as(lost(measure)));
    }
    for (String amount : AMOUNTS) {
      addContributors(sums, amount);
      addContributors(sums, CellTable.unnamed(amount));
    }
    for (String beside : BESIDE) {
      sums.add(sum(when(isOf(Measure.NOMINAL), col(beside))).as(beside));
    }
    sums.add(revised(RESTATED_PART).as(CellTable.RESTATED_CONTRIBUTORS));
    sums.add(revised(SINCE_DUE).as(CellTable.EARLIER_REVISED_CONTRIBUTORS));
    sums.add(sum(when(isOf(Measure.WEIGHT), col(SINCE_DUE))).as(WEIGHT_SINCE_DUE));
    UNITS.forEach(units -> sums.add(sum(col(units)).as(units)));
    sums.add(max(col(LAST_QUARTER)).as(LAST_QUARTER));
    return groups
        .groupBy(columns(KEY))
        .agg(max(col(BASE)).as(BASE), sums.toArray(Column[]::new))
        .transform(CellSums::known);
  }

  /** The largest contributions, largest first. */
  static String largest(String amount) {
    return amount + "_largest_two";
  }

  /** The amount with an empty sum as 0: what the cell counts in its total; null where unknown. */
  static String counted(String measure, String amount) {
    return Steps.of(measure, amount) + "_counted";
  }

  private static Column isOf(Measure measure) {
    return col(MEASURE).equalTo(measure.code());
  }

  private static String lost(Measure measure) {
    return Steps.of(measure.code(), LOST);
  }

  private static void addContributors(List<Column> sums, String amount) {
    Column contribution = when(isMeant(), abs(col(amount)));
    sums.add(count(contribution).as(CellTable.contributors(amount)));
    sums.add(sum(contribution).as(CellTable.contributed(amount)));
    sums.add(max_by(contribution, contribution, LARGEST).as(largest(amount)));
  }

  /** How many groups, administrative ones apart, an amount is not zero of. */
  private static Column revised(String amount) {
    return count_if(isMeant().and(col(amount).notEqual(0)));
  }

  private static Column isMeant() {
    return not(col(ADMINISTRATIVE)).and(isOf(Measure.NOMINAL));
  }

  /** A sum that holds an unknown part is unknown, and so is one beyond the range of an amount. */
  private static Dataset<Row> known(Dataset<Row> cells) {
    Map<String, Column> known = new HashMap<>();
    for (Measure measure : Measure.values()) {
      for (String amount : AMOUNTS) {
        String name = Steps.of(measure.code(), amount);
        Column isKnown = isKnown(measure, amount);
        Column counted = coalesce(col(name), lit(0));
        known.put(counted(measure.code(), amount), when(isKnown, counted.try_cast(Types.AMOUNT)));
        known.put(name, when(isKnown, col(name).try_cast(Types.AMOUNT)));
      }
    }
    for (String beside : BESIDE) {
      known.put(beside, col(beside).try_cast(Types.AMOUNT));
    }
    Column isRestated = isThere(Measure.NOMINAL, RESTATED_IS_LOST);
    Column isDueKnown = isThere(Measure.NOMINAL, SINCE_DUE_IS_LOST);
    Column sinceDue = coalesce(col(SINCE_DUE), lit(0));
    known.put(SINCE_DUE, when(isDueKnown, sinceDue.try_cast(Types.AMOUNT)));
    known.put(RESTATED_PART, when(isRestated, col(RESTATED_PART).try_cast(Types.AMOUNT)));
    for (String figure : AMOUNTS) {
      for (String amount : List.of(figure, CellTable.unnamed(figure))) {
        known.put(CellTable.largest(amount), get(col(largest(amount)), lit(0)));
        known.put(CellTable.second(amount), get(col(largest(amount)), lit(1)));
      }
    }
    return cells.withColumns(known);
  }

  /** Where no part of the measure is there, nothing is lost. */
  private static Column isKnown(Measure measure, String amount) {
    return isThere(measure, 1 << AMOUNTS.indexOf(amount));
  }

  private static Column isThere(Measure measure, int bit) {
    return coalesce(col(lost(measure)).bitwiseAND(bit), lit(0)).equalTo(0);
  }
}
