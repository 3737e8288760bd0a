package jindu.run;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import jindu.core.Verdict;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What judging again made of observations and quarantine, by form and year: one job, value for
 * value, so that one value up and nothing else is seen.
 */
final class ObservationChanges {

  private static final String SIGN = "sign";
  private static final String SURPLUS = "surplus";
  private static final String REST_DIFFERS = "rest_differs";
  private static final String LAST_BEFORE = "last_before";
  private static final String LAST_AFTER = "last_after";

  /**
   * What two times say of the returns of a form for a year.
   *
   * @param year null for the register and for refused rows
   * @param named what the rows name: an indicator where the form's rows name theirs, in the
   *     register a form; else null
   * @param observed false for refused rows
   * @param values whether a value that counts, or a vintage of it, is other
   * @param rows whether anything is other, an explanation for example
   * @param lastBefore the last quarter with a value that counts; null without one
   */
  record FormYear(
      String form,
      Integer year,
      String named,
      boolean observed,
      boolean values,
      boolean rows,
      Integer lastBefore,
      Integer lastAfter) {}

  private ObservationChanges() {}

  /**
   * One for each form, year and name that either time has rows of.
   *
   * @param before rows of {@link Traces}
   * @param after the same of tonight
   */
  static List<FormYear> between(Dataset<Row> before, Dataset<Row> after) {
    return before
        .withColumn(SIGN, lit(-1))
        .unionByName(after.withColumn(SIGN, lit(1)))
        .groupBy(
            names(
                Traces.FORM, Traces.YEAR, Traces.NAMED, Traces.VERDICT, Traces.KEY, Traces.CONTENT))
        .agg(
            sum(SIGN).as(SURPLUS),
            bit_xor(col(Traces.REST)).as(Traces.REST),
            max(when(col(SIGN).lt(0), col(Traces.LAST))).as(LAST_BEFORE),
            max(when(col(SIGN).gt(0), col(Traces.LAST))).as(LAST_AFTER))
        // Of a row that both times have, equal hashes cancel out.
        .withColumn(REST_DIFFERS, col(SURPLUS).notEqual(0).or(col(Traces.REST).notEqual(0)))
        .groupBy(names(Traces.FORM, Traces.YEAR, Traces.NAMED, Traces.VERDICT))
        .agg(
            bool_or(col(SURPLUS).notEqual(0)),
            bool_or(col(REST_DIFFERS)),
            max(LAST_BEFORE),
            max(LAST_AFTER))
        .collectAsList()
        .stream()
        .map(ObservationChanges::formYear)
        .toList();
  }

  private static FormYear formYear(Row row) {
    boolean observed = row.getString(3).equals(Verdict.ACCEPTED.code());
    return new FormYear(
        row.getString(0),
        row.isNullAt(1) ? null : row.getInt(1),
        row.getString(2),
        observed,
        observed && row.getBoolean(4),
        row.getBoolean(5),
        row.isNullAt(6) ? null : row.getInt(6),
        row.isNullAt(7) ? null : row.getInt(7));
  }

  private static Column[] names(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }
}
