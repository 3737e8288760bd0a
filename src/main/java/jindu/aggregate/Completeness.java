package jindu.aggregate;

import static jindu.aggregate.Steps.ESTIMATED_PART;
import static jindu.aggregate.Steps.KIND;
import static jindu.aggregate.Steps.SINCE_DUE;
import static jindu.aggregate.Steps.SIZE_EXPECTED;
import static jindu.aggregate.Steps.SIZE_REPORTED;
import static jindu.aggregate.Steps.UNITS_ANSWERED;
import static jindu.aggregate.Steps.WEIGHT_SINCE_DUE;
import static jindu.table.IndicatorTable.EARLIER_REVISED_PART;
import static jindu.table.IndicatorTable.ESTIMATED_SHARE_PCT;
import static jindu.table.IndicatorTable.INDICATOR;
import static jindu.table.IndicatorTable.QUARTER;
import static jindu.table.IndicatorTable.RESPONSE_PCT;
import static jindu.table.IndicatorTable.RESPONSE_SIZE_PCT;
import static jindu.table.IndicatorTable.RESTATED_PART;
import static jindu.table.IndicatorTable.SECTOR_CODE;
import static jindu.table.IndicatorTable.STATUS;
import static jindu.table.IndicatorTable.TOWNSHIP_CODE;
import static jindu.table.IndicatorTable.UNITS_EXPECTED;
import static jindu.table.IndicatorTable.VALUE_YTD;
import static jindu.table.IndicatorTable.YEAR;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_date;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.CellStatus;
import jindu.core.Feed.Measure;
import jindu.core.Indicator.Kind;
import jindu.table.CellTable;
import jindu.table.ExactRatio;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;

/** How complete a cell is, what it restates, and how final it is (method.md sections 3, 4, 9). */
final class Completeness {

  private static final String DUE_DAYS = "due_days";
  private static final String FINAL_MONTH = "final_month";
  private static final String FINAL_DAY = "final_day";
  private static final StructType DEADLINES =
      new StructType()
          .add(INDICATOR, Types.TEXT)
          .add(DUE_DAYS, Types.WHOLE)
          .add(FINAL_MONTH, Types.WHOLE)
          .add(FINAL_DAY, Types.WHOLE);
  private static final WindowSpec YEAR_OF_CELL =
      Window.partitionBy(INDICATOR, TOWNSHIP_CODE, SECTOR_CODE, YEAR).orderBy(QUARTER);

  private Completeness() {}

  static Dataset<Row> of(Dataset<Row> values, Catalog catalog, LocalDate asOf) {
    Column isAdded = col(KIND).isin(Kind.FLOW.code(), Kind.STOCK.code());
    return values
        // Unique by indicator: one row an entry of the catalog.
        .join(
            broadcast(deadlines(values.sparkSession(), catalog)), new String[] {INDICATOR}, "inner")
        .withColumns(
            Map.of(
                RESPONSE_PCT,
                ExactRatio.percent(col(UNITS_ANSWERED), col(UNITS_EXPECTED)).cast(Types.PERCENT),
                RESPONSE_SIZE_PCT,
                ExactRatio.percent(coalesce(col(SIZE_REPORTED), lit(0)), col(SIZE_EXPECTED))
                    .cast(Types.PERCENT),
                ESTIMATED_SHARE_PCT,
                when(isAdded, estimatedShare()),
                RESTATED_PART,
                when(col(KIND).equalTo(Kind.FLOW.code()), col(RESTATED_PART)),
                EARLIER_REVISED_PART,
                when(isLaterQuarterOfFlow(), ofQuarterBefore(SINCE_DUE).cast(Types.AMOUNT)),
                CellTable.EARLIER_REVISED_CONTRIBUTORS,
                ofQuarterBefore(CellTable.EARLIER_REVISED_CONTRIBUTORS),
                STATUS,
                status(asOf)));
  }

  private static Column estimatedShare() {
    return ExactRatio.percent(coalesce(col(ESTIMATED_PART), lit(0)), col(VALUE_YTD))
        .try_cast(Types.PERCENT);
  }

  /** A stock's value holds nothing of the quarter before. */
  private static Column isLaterQuarterOfFlow() {
    return col(KIND).equalTo(Kind.FLOW.code()).and(col(QUARTER).gt(1));
  }

  /** Where nothing counted in the quarter before, nor had by its due day, nothing has changed. */
  private static Column ofQuarterBefore(String change) {
    Column isQuarterBefore = lag(QUARTER, 1).over(YEAR_OF_CELL).equalTo(col(QUARTER).minus(1));
    return when(isQuarterBefore, lag(change, 1).over(YEAR_OF_CELL)).otherwise(lit(0));
  }

  /** A function of the data and of the day alone. */
  private static Column status(LocalDate asOf) {
    Column day = lit(Date.valueOf(asOf));
    Column finalDay = make_date(col(YEAR).plus(1), col(FINAL_MONTH), col(FINAL_DAY));
    Column lastDay = last_day(make_date(col(YEAR), col(QUARTER).multiply(3), lit(1)));
    Column isDue = date_add(lastDay, col(DUE_DAYS)).lt(day);
    return when(finalDay.leq(day), CellStatus.FINAL.code())
        .when(isDue.and(isRevised()), CellStatus.REVISED.code())
        .otherwise(CellStatus.PRELIMINARY.code());
  }

  /** Whether what was returned makes another figure than what had come by the due day. */
  private static Column isRevised() {
    Column above = counted(Measure.NOMINAL);
    Column below = counted(Measure.WEIGHT);
    Column aboveThen = above.minus(coalesce(col(SINCE_DUE), lit(0)));
    Column belowThen = below.minus(coalesce(col(WEIGHT_SINCE_DUE), lit(0)));
    Column isSameRate =
        ExactRatio.percent(above, below).eqNullSafe(ExactRatio.percent(aboveThen, belowThen));
    Column isSameMean =
        ExactRatio.amount(above, below).eqNullSafe(ExactRatio.amount(aboveThen, belowThen));
    return when(col(KIND).equalTo(Kind.RATE.code()), not(isSameRate))
        .when(col(KIND).equalTo(Kind.MEAN.code()), not(isSameMean))
        .otherwise(coalesce(col(SINCE_DUE), lit(0)).notEqual(0));
  }

  private static Column counted(Measure measure) {
    return col(CellSums.counted(measure.code(), VALUE_YTD));
  }

  private static Dataset<Row> deadlines(SparkSession spark, Catalog catalog) {
    List<Row> rows =
        catalog.indicators().values().stream()
            .map(
                indicator -> {
                  MonthDay last = catalog.finalDay(indicator);
                  return RowFactory.create(
                      indicator.code(),
                      catalog.dueDays(indicator),
                      last.getMonthValue(),
                      last.getDayOfMonth());
                })
            .toList();
    return spark.createDataFrame(rows, DEADLINES);
  }
}
