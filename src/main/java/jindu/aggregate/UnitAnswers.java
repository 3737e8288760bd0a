package jindu.aggregate;

import static jindu.aggregate.Steps.QUARTERS;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.PERIOD;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a unit answered in the quarters of a year, and how much that weighs in the next year. */
final class UnitAnswers {

  static final String ON_TIME = "is_on_time";
  static final String FLAGGED = "flagged_returns";
  static final String EXPLAINED = "explained_returns";

  private static final String ROW = "row";

  private UnitAnswers() {}

  /** {@link #ON_TIME}, {@link #FLAGGED} and {@link #EXPLAINED}; null where it did not report. */
  static String answer(int quarter) {
    return "answer_" + quarter;
  }

  /** Last year's year-to-date of the quarter; null where the unit had none. */
  static String weight(int quarter) {
    return "weight_" + quarter;
  }

  /**
   * Rows by form, unit and year, which are to be put together by them: one that has the answers and
   * the place, and one that has the weights.
   *
   * @param periods of {@link AnsweredPeriods#of}
   */
  static Dataset<Row> of(Dataset<Row> periods) {
    return years(periods)
        .withColumn(ROW, explode(array(row(true), row(false))))
        .select(col(FORM), col(UNIT_KEY), col(ROW + ".*"));
  }

  private static Dataset<Row> years(Dataset<Row> periods) {
    List<Column> columns = new ArrayList<>();
    for (int quarter : QUARTERS) {
      Column within = when(col(QUARTER).equalTo(quarter), col(PERIOD));
      columns.add(answer(quarter, within).as(answer(quarter)));
      Column known = when(col(AnsweredPeriods.SIZE).isNotNull(), within);
      columns.add(max_by(col(AnsweredPeriods.SIZE), known).as(size(quarter)));
    }
    return periods
        .groupBy(col(FORM), col(UNIT_KEY), col(YEAR), col(ResponseForms.SURVEY))
        .agg(
            max_by(col(TOWNSHIP_CODE), col(PERIOD)).as(TOWNSHIP_CODE),
            columns.toArray(Column[]::new));
  }

  private static Column answer(int quarter, Column within) {
    Column onTime = max_by(col(AnsweredPeriods.ON_TIME), within);
    Column isOfQuarter = col(QUARTER).equalTo(quarter);
    Column answer =
        struct(
            onTime.as(ON_TIME),
            count_if(isOfQuarter.and(col(AnsweredPeriods.FLAGGED))).as(FLAGGED),
            count_if(isOfQuarter.and(col(AnsweredPeriods.EXPLAINED))).as(EXPLAINED));
    return when(onTime.isNotNull(), answer);
  }

  private static String size(int quarter) {
    return AnsweredPeriods.SIZE + "_" + quarter;
  }

  private static Column row(boolean isOwnYear) {
    List<Column> fields = new ArrayList<>();
    fields.add((isOwnYear ? col(YEAR) : col(YEAR).plus(1)).as(YEAR));
    fields.add((isOwnYear ? col(TOWNSHIP_CODE) : nothing(TOWNSHIP_CODE)).as(TOWNSHIP_CODE));
    for (int quarter : QUARTERS) {
      String answer = answer(quarter);
      Column weight = isOwnYear ? lit(null) : counted(quarter);
      fields.add((isOwnYear ? col(answer) : nothing(answer)).as(answer));
      fields.add(weight.cast(Types.AMOUNT).as(weight(quarter)));
    }
    return struct(fields.toArray(Column[]::new));
  }

  /** Null, of the column's type. */
  private static Column nothing(String column) {
    return when(lit(false), col(column));
  }

  /** An amount stands to the year's end, except in a survey. */
  private static Column counted(int quarter) {
    Column[] latestFirst =
        Stream.iterate(quarter, earlier -> earlier >= 1, earlier -> earlier - 1)
            .map(earlier -> col(size(earlier)))
            .toArray(Column[]::new);
    return when(col(ResponseForms.SURVEY), latestFirst[0]).otherwise(coalesce(latestFirst));
  }
}
