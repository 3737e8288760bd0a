package jindu.aggregate;

import static jindu.aggregate.Steps.ADMINISTRATIVE;
import static jindu.aggregate.Steps.AMOUNTS;
import static jindu.aggregate.Steps.BASE;
import static jindu.aggregate.Steps.BESIDE;
import static jindu.aggregate.Steps.LAST_QUARTER;
import static jindu.aggregate.Steps.LOST;
import static jindu.aggregate.Steps.MEASURE;
import static jindu.aggregate.Steps.NAMED;
import static jindu.aggregate.Steps.UNITS;
import static jindu.aggregate.Steps.columns;
import static jindu.table.IndicatorTable.INDICATOR;
import static jindu.table.IndicatorTable.QUARTER;
import static jindu.table.IndicatorTable.SECTOR_CODE;
import static jindu.table.IndicatorTable.TOWNSHIP_CODE;
import static jindu.table.IndicatorTable.YEAR;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import jindu.table.CellTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a cell, measure and controlling group: protect must know the groups, not the units.
 * Administrative parts are no respondent's secret and make one row together.
 */
final class GroupSums {

  private static final List<String> KEY =
      List.of(
          INDICATOR,
          TOWNSHIP_CODE,
          SECTOR_CODE,
          YEAR,
          QUARTER,
          MEASURE,
          ADMINISTRATIVE,
          UNIT_GROUP);

  private GroupSums() {}

  static Dataset<Row> of(Dataset<Row> quarters) {
    List<Column> sums = new ArrayList<>();
    for (List<String> summed : List.of(AMOUNTS, BESIDE, UNITS)) {
      summed.forEach(name -> sums.add(sum(col(name)).as(name)));
    }
    for (String amount : AMOUNTS) {
      Column isNamed = col(NAMED).bitwiseAND(1 << AMOUNTS.indexOf(amount)).notEqual(0);
      sums.add(sum(when(not(isNamed), col(amount))).as(CellTable.unnamed(amount)));
    }
    sums.add(bit_or(col(LOST)).as(LOST));
    sums.add(max(col(LAST_QUARTER)).as(LAST_QUARTER));
    Column group = when(col(ADMINISTRATIVE), lit("")).otherwise(col(UNIT_GROUP));
    return quarters
        .withColumn(UNIT_GROUP, group)
        .groupBy(columns(KEY))
        .agg(max(col(BASE)).as(BASE), sums.toArray(Column[]::new));
  }
}
