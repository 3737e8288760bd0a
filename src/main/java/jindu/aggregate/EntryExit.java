package jindu.aggregate;

import static jindu.aggregate.BridgeLines.IS_STORED;
import static jindu.aggregate.BridgeLines.SIDE;
import static jindu.aggregate.BridgeLines.STORED;
import static jindu.aggregate.Steps.ADMINISTRATIVE;
import static jindu.aggregate.Steps.IS_NAMED;
import static jindu.aggregate.Steps.columns;
import static jindu.aggregate.UnitPairs.BASE_IS_KNOWN;
import static jindu.table.ContributionTable.FORM;
import static jindu.table.ContributionTable.UNIT_KEY;
import static jindu.table.EntryExitTable.BASE_RESTATEMENT;
import static jindu.table.EntryExitTable.INDICATOR;
import static jindu.table.EntryExitTable.LINE_AMOUNT;
import static jindu.table.EntryExitTable.PART;
import static jindu.table.EntryExitTable.POINTS;
import static jindu.table.EntryExitTable.QUARTER;
import static jindu.table.EntryExitTable.RESPONDENTS;
import static jindu.table.EntryExitTable.SECTOR_CODE;
import static jindu.table.EntryExitTable.TOWNSHIP_CODE;
import static jindu.table.EntryExitTable.UNITS;
import static jindu.table.EntryExitTable.UNNAMED_RESPONDENTS;
import static jindu.table.EntryExitTable.YEAR;
import static jindu.table.IndicatorTable.GROWTH_YTD_PCT;
import static jindu.table.IndicatorTable.PREVIOUS_YTD;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Indicator;
import jindu.table.EntryExitTable;
import jindu.table.ExactRatio;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The bridge from last year's total of a cell to this year's (method.md section 6).
 *
 * <p>With S0 what counted last year, each unit where it was then, and S1 the year to date, the
 * lines of units add up to S1 − S0, and the base restatement, S0 − previous_ytd, makes that
 * value_ytd − previous_ytd. What is not known in a line, or in S0, is null; the lines beside it
 * stay.
 */
final class EntryExit {

  private static final List<String> QUARTER_OF_INDICATOR = List.of(INDICATOR, YEAR, QUARTER);
  private static final List<String> CELL = with(QUARTER_OF_INDICATOR, TOWNSHIP_CODE, SECTOR_CODE);
  private static final List<String> LINE = with(CELL, PART);

  private static final WindowSpec SAME_CELL = Window.partitionBy(columns(CELL));
  private static final WindowSpec SAME_QUARTER = Window.partitionBy(columns(QUARTER_OF_INDICATOR));

  /** S0, and S1 − S0. */
  private static final String LAST_YEARS = "last_years_total";

  private static final String CHANGE = "change_of_total";
  private static final int TWO = 2;
  private static final String IS_CELL = "is_cell";
  private static final String IS_COMPARED = "is_compared";

  private EntryExit() {}

  /**
   * @param contributions read once
   * @param cells read once; only the keys, {@code previous_ytd} and {@code growth_ytd_pct}
   */
  static Dataset<Row> of(Dataset<Row> contributions, Dataset<Row> cells, Catalog catalog) {
    Dataset<Row> lines =
        UnitPairs.of(contributions)
            .transform(BridgeLines::of)
            .transform(units -> Levels.of(units, catalog))
            .transform(EntryExit::unitsOfCells)
            .unionByName(bases(cells, catalog), true)
            // One exchange for all that follows.
            .repartition(columns(QUARTER_OF_INDICATOR))
            .transform(EntryExit::lines)
            .transform(EntryExit::ofCells)
            .transform(EntryExit::restated);
    Column isThere =
        col(LINE_AMOUNT).isNull().or(col(LINE_AMOUNT).notEqual(0)).or(col(UNITS).gt(0));
    return EntryExitTable.UNPROTECTED.select(
        lines.where(col(IS_CELL).and(col(IS_COMPARED)).and(isThere)));
  }

  /** A unit in a line of a cell. Who moved within the cell moves nothing there. */
  private static Dataset<Row> unitsOfCells(Dataset<Row> levels) {
    List<String> key = with(LINE, FORM, UNIT_KEY, UNIT_GROUP, ADMINISTRATIVE, IS_NAMED);
    Column isThere = sum(col(SIDE)).notEqual(0);
    return levels
        .groupBy(columns(key))
        .agg(
            when(isThere, 1L).otherwise(0L).as(UNITS),
            when(isThere, WholeSum.of(col(LINE_AMOUNT)))
                .otherwise(lit(0).cast(Types.AMOUNT))
                .as(LINE_AMOUNT),
            WholeSum.of(col(STORED)).as(STORED),
            bool_or(col(IS_STORED)).as(IS_STORED),
            bool_and(col(BASE_IS_KNOWN)).as(BASE_IS_KNOWN));
  }

  /** The line of each cell that is no unit's. */
  private static Dataset<Row> bases(Dataset<Row> cells, Catalog catalog) {
    Object[] added =
        catalog.indicators().values().stream()
            .filter(indicator -> indicator.kind().isAdditive())
            .map(Indicator::code)
            .toArray();
    return cells
        .where(col(INDICATOR).isin(added))
        .select(columns(with(CELL, PREVIOUS_YTD, GROWTH_YTD_PCT)))
        .withColumns(Map.of(PART, lit(BASE_RESTATEMENT), STORED, lit(0).cast(Types.AMOUNT)));
  }

  /** By group first, which counts once: two counts of distinct groups would take two passes. */
  private static Dataset<Row> lines(Dataset<Row> units) {
    Column isRespondent = col(UNITS).gt(0).and(not(col(ADMINISTRATIVE)));
    return units
        .groupBy(columns(with(LINE, UNIT_GROUP)))
        .agg(
            sum(col(UNITS)).as(UNITS),
            broughtBy(isRespondent).as(RESPONDENTS),
            broughtBy(isRespondent.and(not(col(IS_NAMED)))).as(UNNAMED_RESPONDENTS),
            WholeSum.of(col(LINE_AMOUNT)).as(LINE_AMOUNT),
            WholeSum.of(col(STORED)).as(STORED),
            bool_or(col(IS_STORED)).as(IS_STORED),
            bool_and(col(BASE_IS_KNOWN)).as(BASE_IS_KNOWN),
            max(col(PREVIOUS_YTD)).as(PREVIOUS_YTD),
            max(col(GROWTH_YTD_PCT)).as(GROWTH_YTD_PCT))
        .groupBy(columns(LINE))
        .agg(
            sum(col(UNITS)).as(UNITS),
            Stream.of(
                    Stream.of(
                        WholeSum.of(col(LINE_AMOUNT)).as(LINE_AMOUNT),
                        WholeSum.of(col(STORED)).as(STORED),
                        bool_or(col(IS_STORED)).as(IS_STORED),
                        bool_and(col(BASE_IS_KNOWN)).as(BASE_IS_KNOWN),
                        max(col(PREVIOUS_YTD)).as(PREVIOUS_YTD),
                        max(col(GROWTH_YTD_PCT)).as(GROWTH_YTD_PCT)),
                    statistics(RESPONDENTS),
                    statistics(UNNAMED_RESPONDENTS))
                .flatMap(columns -> columns)
                .toArray(Column[]::new));
  }

  /** What the rows of a group bring without its sign, 0 where that is not known; of none null. */
  private static Column broughtBy(Column respondents) {
    return abs(sum(when(respondents, coalesce(col(LINE_AMOUNT), lit(0)))));
  }

  /** Of what each group brings: how many do, how much together, and the two that bring most. */
  private static Stream<Column> statistics(String groups) {
    Column brought = when(col(UNIT_GROUP).isNotNull(), col(groups));
    Column two = max_by(brought, brought, TWO);
    return Stream.of(
        count(brought).as(groups),
        sum(brought).as(EntryExitTable.contributed(groups)),
        get(two, lit(0)).as(EntryExitTable.largest(groups)),
        get(two, lit(1)).as(EntryExitTable.second(groups)));
  }

  private static Dataset<Row> ofCells(Dataset<Row> lines) {
    return lines
        .withColumns(
            Map.of(
                LAST_YEARS, WholeSum.over(SAME_CELL, lit(true), col(STORED)),
                CHANGE, WholeSum.over(SAME_CELL, not(isBase()), col(LINE_AMOUNT)),
                IS_CELL, bool_or(isBase()).over(SAME_CELL),
                BASE_IS_KNOWN, bool_and(col(BASE_IS_KNOWN)).over(SAME_CELL)))
        .withColumn(IS_COMPARED, bool_or(coalesce(col(IS_STORED), lit(false))).over(SAME_QUARTER));
  }

  private static Dataset<Row> restated(Dataset<Row> lines) {
    // An empty same period is 0; with a base of stored totals it is as well known as S0.
    Column isEmpty = coalesce(col(BASE_IS_KNOWN), lit(true));
    Column previous = coalesce(col(PREVIOUS_YTD), when(isEmpty, lit(0)));
    Column restatement = col(LAST_YEARS).minus(previous).try_cast(Types.AMOUNT);
    Column restated = col(GROWTH_YTD_PCT).minus(pointsOf(CHANGE));
    return lines.withColumns(
        Map.of(
            UNITS, when(not(isBase()), col(UNITS)),
            LINE_AMOUNT, when(isBase(), restatement).otherwise(col(LINE_AMOUNT)),
            POINTS, when(isBase(), restated).otherwise(pointsOf(LINE_AMOUNT))));
  }

  private static Column pointsOf(String amount) {
    return ExactRatio.percent(col(amount), col(LAST_YEARS)).try_cast(Types.PERCENT);
  }

  private static Column isBase() {
    return col(PART).equalTo(BASE_RESTATEMENT);
  }

  private static List<String> with(List<String> names, String... more) {
    return Stream.concat(names.stream(), Stream.of(more)).toList();
  }
}
