package jindu.aggregate;

import static jindu.aggregate.RegisteredUnits.REASON;
import static jindu.aggregate.Steps.ADMINISTRATIVE;
import static jindu.aggregate.Steps.DIVISION;
import static jindu.aggregate.Steps.IS_NAMED;
import static jindu.aggregate.Steps.KIND;
import static jindu.aggregate.Steps.LOWEST_PLACE;
import static jindu.aggregate.Steps.NOW;
import static jindu.aggregate.Steps.SECTION;
import static jindu.aggregate.Steps.SECTOR_DETAIL;
import static jindu.aggregate.Steps.STRATA;
import static jindu.aggregate.UnitPairs.BASE_IS_KNOWN;
import static jindu.aggregate.UnitPairs.COUNTED;
import static jindu.aggregate.UnitPairs.IS_REPORTED;
import static jindu.aggregate.UnitPairs.PLACE;
import static jindu.aggregate.UnitPairs.THEN;
import static jindu.table.ContributionTable.FORM;
import static jindu.table.ContributionTable.UNIT_KEY;
import static jindu.table.EntryExitTable.CONTINUING;
import static jindu.table.EntryExitTable.ESTIMATE;
import static jindu.table.EntryExitTable.EXIT;
import static jindu.table.EntryExitTable.INDICATOR;
import static jindu.table.EntryExitTable.LINE_AMOUNT;
import static jindu.table.EntryExitTable.MOVE;
import static jindu.table.EntryExitTable.NEWLY_ABOVE_THRESHOLD;
import static jindu.table.EntryExitTable.NEWLY_OPENED;
import static jindu.table.EntryExitTable.PART;
import static jindu.table.EntryExitTable.QUARTER;
import static jindu.table.EntryExitTable.TOWNSHIP_CODE;
import static jindu.table.EntryExitTable.YEAR;
import static jindu.table.ObservationTable.UNIT_GROUP;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import jindu.core.RegisterForm;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which lines of the bridge a unit stands in, and with what, each at the unit's own place and class
 * (method.md section 6, Bridge).
 */
final class BridgeLines {

  /** What the line holds of last year's total; 0 where it holds nothing of it. */
  static final String STORED = "stored";

  /** Whether the unit counted in last year's total of the cell. */
  static final String IS_STORED = "is_stored";

  /** 1 into the cell, −1 out of it; a unit that moved within a cell has both and did not move. */
  static final String SIDE = "side";

  private static final String ROW = "row";
  private static final Column NOTHING = lit(0).cast(Types.AMOUNT);

  private BridgeLines() {}

  /**
   * @param pairs rows of {@link UnitPairs}
   */
  static Dataset<Row> of(Dataset<Row> pairs) {
    return pairs
        .withColumn(ROW, explode(array_compact(array(here(), leaves(), arrives(), exits()))))
        .select(
            col(FORM),
            col(UNIT_KEY),
            col(INDICATOR),
            col(YEAR),
            col(QUARTER),
            col(KIND),
            col(LOWEST_PLACE),
            col(SECTOR_DETAIL),
            col(ADMINISTRATIVE),
            coalesce(now(UNIT_GROUP), then(UNIT_GROUP)).as(UNIT_GROUP),
            col(ROW + ".*"));
  }

  /** The unit in the cell where it counts now. */
  private static Column here() {
    Column part =
        when(not(now(IS_REPORTED)).or(not(then(IS_REPORTED))), ESTIMATE)
            .when(col(THEN).isNotNull(), CONTINUING)
            .when(now(REASON).equalTo(RegisterForm.GROWN), NEWLY_ABOVE_THRESHOLD)
            .otherwise(NEWLY_OPENED);
    Column change =
        when(col(THEN).isNull(), now(COUNTED)).otherwise(now(COUNTED).minus(then(COUNTED)));
    Column isNamed = now(IS_NAMED).and(coalesce(then(IS_NAMED), lit(true)));
    Column stayed = col(THEN).isNotNull().and(not(hasMoved()));
    Column stored = when(stayed, then(COUNTED)).otherwise(NOTHING);
    return when(
        col(NOW).isNotNull(),
        line(part, now(PLACE), change, 1, stored, stayed, now(BASE_IS_KNOWN), isNamed));
  }

  private static Column leaves() {
    return when(hasMoved(), outOf(MOVE));
  }

  private static Column arrives() {
    Column line =
        line(
            lit(MOVE),
            now(PLACE),
            then(COUNTED),
            1,
            NOTHING,
            lit(false),
            lit(true),
            then(IS_NAMED));
    return when(hasMoved(), line);
  }

  private static Column exits() {
    return when(col(NOW).isNull(), outOf(EXIT));
  }

  private static Column outOf(String part) {
    Column amount = then(COUNTED).unary_$minus();
    return line(
        lit(part), then(PLACE), amount, -1, then(COUNTED), lit(true), lit(true), then(IS_NAMED));
  }

  /** Another class within the division is no move: no cell is that narrow. */
  private static Column hasMoved() {
    return col(NOW)
        .isNotNull()
        .and(col(THEN).isNotNull())
        .and(not(now(PLACE).eqNullSafe(then(PLACE))));
  }

  private static Column line(
      Column part,
      Column place,
      Column amount,
      int side,
      Column stored,
      Column isStored,
      Column baseIsKnown,
      Column isNamed) {
    return struct(
        part.as(PART),
        place.getField(TOWNSHIP_CODE).as(TOWNSHIP_CODE),
        place.getField(DIVISION).as(DIVISION),
        place.getField(SECTION).as(SECTION),
        place.getField(STRATA).as(STRATA),
        amount.try_cast(Types.AMOUNT).as(LINE_AMOUNT),
        stored.as(STORED),
        isStored.as(IS_STORED),
        baseIsKnown.as(BASE_IS_KNOWN),
        isNamed.as(IS_NAMED),
        lit(side).as(SIDE));
  }

  private static Column now(String part) {
    return col(NOW).getField(part);
  }

  private static Column then(String part) {
    return col(THEN).getField(part);
  }
}
