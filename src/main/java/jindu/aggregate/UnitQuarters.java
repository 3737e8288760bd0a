package jindu.aggregate;

import static jindu.aggregate.RegisteredUnits.REASON;
import static jindu.aggregate.Steps.BASE;
import static jindu.aggregate.Steps.BASE_FACTOR;
import static jindu.aggregate.Steps.BEFORE;
import static jindu.aggregate.Steps.DIFFERENCED;
import static jindu.aggregate.Steps.LAST_QUARTER;
import static jindu.aggregate.Steps.LOST;
import static jindu.aggregate.Steps.NOW;
import static jindu.aggregate.Steps.RETURN_UNIT;
import static jindu.aggregate.Steps.SAME_PERIOD;
import static jindu.aggregate.Steps.STATE;
import static jindu.aggregate.Steps.SURVEY;
import static jindu.aggregate.Steps.YTD;
import static jindu.aggregate.Steps.before;
import static jindu.table.ContributionTable.DELIVERED_VALUE;
import static jindu.table.ContributionTable.REPORTED;
import static jindu.table.IndicatorTable.PREVIOUS;
import static jindu.table.IndicatorTable.PREVIOUS_YTD;
import static jindu.table.IndicatorTable.QUARTER;
import static jindu.table.IndicatorTable.SECTOR_CODE;
import static jindu.table.IndicatorTable.VALUE;
import static jindu.table.IndicatorTable.VALUE_YTD;
import static jindu.table.IndicatorTable.YEAR;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.ITEM;
import static jindu.table.ObservationTable.PERIOD;
import static jindu.table.ObservationTable.UNIT_KEY;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jindu.core.Form.GrowthBase;
import jindu.table.ContributionTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The quarter taken out of the year-to-date, per unit, and the same period on the growth base of
 * the form.
 *
 * <p>Where the base is last year's stored total or mean, a unit's values of a year are also its
 * part of the base in the next: every unit counted then stays in the base, finished ones included,
 * and base and current value run through the same sums.
 */
final class UnitQuarters {

  /** Whose the row is, so that a cell can be traced to it. */
  private static final List<String> SOURCE = List.of(FORM, ITEM, UNIT_KEY, SECTOR_CODE, REASON);

  private static final String ROW = "row";
  private static final String NEXT_BASE = "next_base";

  private UnitQuarters() {}

  static Dataset<Row> of(Dataset<Row> contributions) {
    List<Column> kept = new ArrayList<>();
    Levels.NEEDED.forEach(name -> kept.add(col(name)));
    SOURCE.forEach(name -> kept.add(col(name)));
    kept.add(col(ROW + ".*"));
    return contributions
        .withColumns(Map.of(NEXT_BASE, adjusted(YTD), before(NEXT_BASE), adjusted(before(YTD))))
        .withColumn(ROW, explode(array(ownYear(), nextYear())))
        .where(col(ROW).isNotNull())
        .select(kept.toArray(Column[]::new));
  }

  private static Column adjusted(String amount) {
    return Conversions.times(col(amount), col(BASE_FACTOR));
  }

  private static Column ownYear() {
    Column counts = col(NOW).isNotNull();
    Amounts current = new Amounts(YTD, counts);
    Amounts base = new Amounts(SAME_PERIOD, counts.and(not(isStored())));
    List<Column> columns =
        new ArrayList<>(
            List.of(
                col(YEAR),
                col(QUARTER),
                col(STATE),
                col(NOW).getField(PERIOD).as(PERIOD),
                col(NOW).getField(RETURN_UNIT).as(RETURN_UNIT),
                col(NOW).getField(VALUE).as(DELIVERED_VALUE),
                when(is(REPORTED), col(QUARTER)).as(LAST_QUARTER),
                current.own().as(VALUE),
                current.cumulative().as(VALUE_YTD),
                base.own().as(PREVIOUS),
                base.cumulative().as(PREVIOUS_YTD),
                Beside.lost(current.own()).plus(lost(current, base)).as(LOST)));
    columns.addAll(Beside.columns(current.own()));
    return struct(columns.toArray(Column[]::new));
  }

  /** The unit in the base of the next year; null where the units report that base themselves. */
  private static Column nextYear() {
    Amounts nothing = new Amounts(NEXT_BASE, lit(false));
    Amounts base = new Amounts(NEXT_BASE, lit(true));
    List<Column> columns =
        new ArrayList<>(
            List.of(
                col(YEAR).plus(1).as(YEAR),
                col(QUARTER),
                lit(ContributionTable.BASE).as(STATE),
                col(NOW).getField(PERIOD).as(PERIOD),
                col(NOW).getField(RETURN_UNIT).as(RETURN_UNIT),
                col(NOW).getField(VALUE).as(DELIVERED_VALUE),
                lit(null).cast(Types.WHOLE).as(LAST_QUARTER),
                nothing.own().as(VALUE),
                nothing.cumulative().as(VALUE_YTD),
                base.own().as(PREVIOUS),
                base.cumulative().as(PREVIOUS_YTD),
                lost(nothing, base).as(LOST)));
    columns.addAll(Beside.nothing());
    return when(isStored().and(col(NOW).isNotNull()), struct(columns.toArray(Column[]::new)));
  }

  /** One bit each, in the order of {@link Steps#AMOUNTS}. */
  private static Column lost(Amounts current, Amounts base) {
    Column bits = lit(0);
    List<Column> marks =
        List.of(
            current.ownIsLost(),
            current.cumulativeIsLost(),
            base.ownIsLost(),
            base.cumulativeIsLost());
    for (int bit = 0; bit < marks.size(); bit++) {
      bits = bits.plus(when(marks.get(bit), 1 << bit).otherwise(0));
    }
    return bits;
  }

  private static Column isStored() {
    return col(BASE).notEqual(Steps.BASES.indexOf(GrowthBase.REPORTED));
  }

  private static Column is(String state) {
    return col(STATE).equalTo(state);
  }

  /**
   * The quarter's own amount and the year-to-date one.
   *
   * @param ytd the column of the year-to-date amount
   * @param isMeant whether the row has these amounts at all; otherwise they are null and not lost
   */
  private record Amounts(String ytd, Column isMeant) {

    Column cumulative() {
      return when(isMeant, col(ytd));
    }

    Column cumulativeIsLost() {
      return isMeant.and(col(ytd).isNull());
    }

    /** qk = Yk − the value then counted for Y(k−1), or 0; a stock's quarter is its year-to-date. */
    Column own() {
      Column before = coalesce(col(before(ytd)), lit(0));
      Column difference = col(ytd).minus(before).try_cast(Types.AMOUNT);
      Column own = when(col(DIFFERENCED), difference).otherwise(col(ytd));
      return when(isMeant.and(hasOwn()).and(not(ownIsLost())), own);
    }

    Column ownIsLost() {
      Column beforeIsLost =
          isMeant.and(col(DIFFERENCED)).and(col(BEFORE).isNotNull()).and(col(before(ytd)).isNull());
      return hasOwn().and(cumulativeIsLost().or(beforeIsLost));
    }

    /** A mean of a survey has a year-to-date value only (method.md section 3). */
    private static Column hasOwn() {
      return not(col(SURVEY)).or(col(QUARTER).equalTo(1));
    }
  }
}
