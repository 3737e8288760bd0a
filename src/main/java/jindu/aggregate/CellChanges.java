package jindu.aggregate;

import static jindu.aggregate.Steps.IS_NAMED;
import static jindu.aggregate.Steps.MEASURE;
import static jindu.aggregate.Steps.columns;
import static jindu.table.ContributionTable.DELIVERED_VALUE;
import static jindu.table.ContributionTable.DIVISION;
import static jindu.table.ContributionTable.FORM;
import static jindu.table.ContributionTable.INDICATOR;
import static jindu.table.ContributionTable.ITEM;
import static jindu.table.ContributionTable.PERIOD;
import static jindu.table.ContributionTable.QUARTER;
import static jindu.table.ContributionTable.REPORTED;
import static jindu.table.ContributionTable.SECTION;
import static jindu.table.ContributionTable.SECTOR_CODE;
import static jindu.table.ContributionTable.STATE;
import static jindu.table.ContributionTable.STRATA;
import static jindu.table.ContributionTable.TOWNSHIP_CODE;
import static jindu.table.ContributionTable.UNIT_GROUP;
import static jindu.table.ContributionTable.UNIT_KEY;
import static jindu.table.ContributionTable.VALUE_YTD;
import static jindu.table.ContributionTable.YEAR;
import static jindu.table.RevisionLogTable.AMOUNT_CHANGED;
import static jindu.table.RevisionLogTable.CAUSE;
import static jindu.table.RevisionTable.CATALOG;
import static jindu.table.RevisionTable.CORRECTION;
import static jindu.table.RevisionTable.ESTIMATE;
import static jindu.table.RevisionTable.MOVE;
import static jindu.table.RevisionTable.NEW_RETURN;
import static jindu.table.RevisionTable.WITHDRAWAL;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jindu.table.ContributionTable;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What changed in the year-to-date of each unit between two states of the contributions, and why:
 * one row a unit and cause, at the place and class that it changed. What the units' causes bring
 * adds up to the change of every cell. The estimates of a place and class are a group by
 * themselves.
 */
final class CellChanges {

  /** In the place of a cause: what the unit had brought before, changed or not. */
  static final String WAS = "was";

  private static final String BEFORE = "contribution_before";
  private static final String AFTER = "contribution_after";
  private static final String ESTIMATED_AT = "estimated_at";
  private static final String LINE = "line";
  private static final List<String> UNIT =
      List.of(INDICATOR, MEASURE, FORM, ITEM, UNIT_KEY, YEAR, QUARTER, ESTIMATED_AT);
  private static final List<String> PLACE =
      List.of(TOWNSHIP_CODE, SECTOR_CODE, DIVISION, SECTION, STRATA);

  private CellChanges() {}

  /**
   * Rows that only say the same twice are gone, but for what {@link #WAS}.
   *
   * @param before rows of {@link ContributionTable}; read once
   * @param after the same, later
   * @param needsBefore of which of them it is told what they were
   */
  static Dataset<Row> of(Dataset<Row> before, Dataset<Row> after, Column needsBefore) {
    Column isChanged = not(col(BEFORE).eqNullSafe(col(AFTER)));
    return side(before, BEFORE)
        .unionByName(side(after, AFTER), true)
        .groupBy(columns(UNIT))
        .agg(first(col(BEFORE), true).as(BEFORE), first(col(AFTER), true).as(AFTER))
        .where(isChanged.or(needsBefore))
        .withColumn(LINE, explode(array_compact(array(lines(needsBefore)))))
        .select(col("*"), col(LINE + ".*"))
        .withColumn(
            UNIT_GROUP,
            coalesce(part(AFTER, UNIT_GROUP), part(BEFORE, UNIT_GROUP), col(ESTIMATED_AT)))
        .withColumn(
            IS_NAMED,
            coalesce(part(BEFORE, IS_NAMED), lit(true))
                .and(coalesce(part(AFTER, IS_NAMED), lit(true))))
        .drop(LINE, BEFORE, AFTER, ESTIMATED_AT);
  }

  /** The part of a unit in the year-to-date; the base of the next year is none. */
  private static Dataset<Row> side(Dataset<Row> contributions, String name) {
    Column state =
        struct(
            struct(columns(PLACE)).as(LINE),
            col(VALUE_YTD),
            col(DELIVERED_VALUE),
            col(PERIOD),
            col(STATE),
            coalesce(col(UNIT_GROUP), col(UNIT_KEY)).as(UNIT_GROUP),
            Steps.isNamedToDate().as(IS_NAMED));
    return contributions
        .where(col(STATE).notEqual(ContributionTable.BASE))
        .withColumn(
            ESTIMATED_AT,
            when(col(UNIT_KEY).isNull(), concat_ws("|", col(TOWNSHIP_CODE), col(SECTOR_CODE))))
        .withColumn(name, state)
        .select(columns(Stream.concat(UNIT.stream(), Stream.of(name)).toList()));
  }

  private static Column[] lines(Column needsBefore) {
    Column isNew = col(BEFORE).isNull();
    Column isGone = col(AFTER).isNull();
    Column hasMoved = not(part(BEFORE, LINE).eqNullSafe(part(AFTER, LINE)));
    Column moves = not(isNew).and(not(isGone)).and(hasMoved);
    Column before = part(BEFORE, VALUE_YTD);
    Column after = part(AFTER, VALUE_YTD);
    Column change = after.minus(before).try_cast(Types.AMOUNT);
    Column changes = not(after.eqNullSafe(before));
    return new Column[] {
      when(not(isNew).and(needsBefore), line(BEFORE, lit(WAS), before)),
      when(isNew, line(AFTER, orEstimate(lit(NEW_RETURN)), after)),
      when(isGone, line(BEFORE, orEstimate(lit(WITHDRAWAL)), before.unary_$minus())),
      when(moves, line(BEFORE, lit(MOVE), before.unary_$minus())),
      when(moves, line(AFTER, lit(MOVE), before)),
      when(not(isNew).and(not(isGone)).and(changes), line(AFTER, cause(hasMoved), change))
    };
  }

  /** Why the value of a unit that is there on both sides is another. */
  private static Column cause(Column hasMoved) {
    Column isSamePeriod = part(BEFORE, PERIOD).eqNullSafe(part(AFTER, PERIOD));
    Column isSameState = part(BEFORE, STATE).eqNullSafe(part(AFTER, STATE));
    Column isSameReturn = part(BEFORE, DELIVERED_VALUE).eqNullSafe(part(AFTER, DELIVERED_VALUE));
    Column cause =
        when(not(isSamePeriod).and(part(AFTER, STATE).equalTo(REPORTED)), NEW_RETURN)
            .when(not(isSamePeriod), WITHDRAWAL)
            .when(not(isSameReturn).or(not(isSameState)), CORRECTION)
            .when(hasMoved, MOVE)
            .otherwise(CATALOG);
    return orEstimate(cause);
  }

  private static Column orEstimate(Column cause) {
    return when(col(UNIT_KEY).isNull(), ESTIMATE).otherwise(cause);
  }

  private static Column line(String at, Column cause, Column amount) {
    Column place = part(at, LINE);
    List<Column> fields = new ArrayList<>();
    PLACE.forEach(name -> fields.add(place.getField(name).as(name)));
    fields.add(cause.as(CAUSE));
    fields.add(amount.cast(Types.AMOUNT).as(AMOUNT_CHANGED));
    return struct(fields.toArray(Column[]::new));
  }

  private static Column part(String side, String field) {
    return col(side).getField(field);
  }
}
