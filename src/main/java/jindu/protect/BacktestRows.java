package jindu.protect;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Sector;
import jindu.table.IndicatorTable;
import jindu.table.PaceBacktestTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tests of the pace that may leave: no error is left where a total behind it is withheld. */
final class BacktestRows {

  private static final List<String> FIGURES =
      List.of(
          PaceBacktestTable.MEAN_ERROR_PCT,
          PaceBacktestTable.LARGEST_ERROR_PCT,
          PaceBacktestTable.BEST);

  private BacktestRows() {}

  static Dataset<Row> of(Dataset<Row> backtest, Dataset<Row> protectedIndicator, Catalog catalog) {
    Dataset<Row> closed =
        protectedIndicator
            .where(
                col(IndicatorTable.WITHHELD)
                    .and(col(IndicatorTable.TOWNSHIP_CODE).equalTo(catalog.district().code()))
                    .and(col(IndicatorTable.SECTOR_CODE).equalTo(Sector.ALL)))
            .select(col(IndicatorTable.INDICATOR).as(PaceBacktestTable.INDICATOR))
            .distinct()
            .withColumn(PaceBacktestTable.WITHHELD, lit(true));
    return backtest
        .drop(PaceBacktestTable.WITHHELD)
        // One row an indicator on the right: distinct.
        .join(closed, new String[] {PaceBacktestTable.INDICATOR}, "left")
        .withColumn(
            PaceBacktestTable.WITHHELD, coalesce(col(PaceBacktestTable.WITHHELD), lit(false)))
        .transform(rows -> Withheld.emptied(rows, FIGURES));
  }
}
