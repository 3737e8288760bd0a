package jindu.aggregate;

import static jindu.aggregate.Steps.QUARTERS;
import static jindu.aggregate.Steps.returned;
import static jindu.table.ObservationTable.FORM;
import static jindu.table.ObservationTable.PERIOD;
import static jindu.table.ObservationTable.QUARTER;
import static jindu.table.ObservationTable.TOWNSHIP_CODE;
import static jindu.table.ObservationTable.UNIT_KEY;
import static jindu.table.ObservationTable.YEAR;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a unit answered in the quarters of a year, and the amount that makes it large or small. */
final class UnitAnswers {

  static final String ON_TIME = "is_on_time";
  static final String FLAGGED = "flagged_returns";
  static final String EXPLAINED = "explained_returns";

  private UnitAnswers() {}

  /** {@link #ON_TIME}, {@link #FLAGGED} and {@link #EXPLAINED}; null where it did not report. */
  static String answer(int quarter) {
    return "answer_" + quarter;
  }

  /**
   * One row a form, unit and year: where it was at last, its answers, and as {@link Steps#returned}
   * the size that it returned for each quarter.
   *
   * @param periods of {@link AnsweredPeriods#of}
   */
  static Dataset<Row> of(Dataset<Row> periods) {
    List<Column> columns = new ArrayList<>();
    for (int quarter : QUARTERS) {
      Column within = when(col(QUARTER).equalTo(quarter), col(PERIOD));
      columns.add(answer(quarter, within).as(answer(quarter)));
      Column known = when(col(AnsweredPeriods.SIZE).isNotNull(), within);
      columns.add(max_by(col(AnsweredPeriods.SIZE), known).as(returned(quarter)));
    }
    return periods
        .groupBy(col(FORM), col(UNIT_KEY), col(YEAR))
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
}
