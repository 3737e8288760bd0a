package jindu.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import jindu.core.Verdict;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Verdicts, and the one vintage in force of each form, unit and period (method.md section 1).
 *
 * <p>A return that repeats the one before it is unchanged; the first of a run of equal ones stays
 * in force, so that a repeat changes nothing. A withdrawal leaves none in force. A refused return
 * neither repeats nor supersedes anything; the next one that is not refused resolves it.
 */
final class Vintages {

  /** What the return says; null when it is refused. */
  private static final String CONTENT = "content";

  private static final String RESOLUTION = "resolution";
  private static final int WHOLE_HASH = 256;

  private Vintages() {}

  /** Moves rows once, by form and unit, for the windows here and those of the unit's history. */
  static Dataset<Row> judge(Dataset<Row> checked) {
    return checked
        .repartition(col(VerdictTable.FORM), col(VerdictTable.UNIT_KEY))
        .withColumn(CONTENT, when(not(isRefused()), content()))
        .withColumn(Working.UNKEYED, when(not(isKeyed()), col(VerdictTable.VINTAGE_ORDER)))
        .withColumn(VerdictTable.VERDICT, verdict())
        .withColumn(VerdictTable.IN_FORCE, inForce())
        .withColumn(RESOLUTION, when(is(Verdict.QUARANTINED), nextAccepted()))
        .withColumns(
            Map.of(
                VerdictTable.RESOLVED_BY, resolution(VerdictTable.PATH),
                VerdictTable.RESOLVED_ROW, resolution(VerdictTable.ROW_NUMBER),
                VerdictTable.RESOLVED_DATE, resolution(VerdictTable.RECEIVED_DATE)))
        .drop(CONTENT, RESOLUTION);
  }

  static Column is(Verdict verdict) {
    return col(VerdictTable.VERDICT).equalTo(verdict.code());
  }

  /** Whether unit and period could be read. */
  static Column isKeyed() {
    return col(VerdictTable.UNIT_KEY).isNotNull().and(col(VerdictTable.PERIOD).isNotNull());
  }

  private static Column isRefused() {
    return size(col(Working.PROBLEMS)).gt(0);
  }

  private static Column verdict() {
    Column before = last(col(CONTENT), true).over(precedingIn(col(VerdictTable.VINTAGE_ORDER)));
    return when(isRefused(), lit(Verdict.QUARANTINED.code()))
        .when(col(CONTENT).equalTo(before), lit(Verdict.UNCHANGED.code()))
        .otherwise(lit(Verdict.ACCEPTED.code()));
  }

  private static Column inForce() {
    Column accepted = when(is(Verdict.ACCEPTED), col(VerdictTable.VINTAGE_ORDER));
    Column isLatest = accepted.equalTo(max(accepted).over(vintages()));
    return coalesce(isLatest, lit(false)).and(not(Operations.isWithdrawal(col(Working.OPERATION))));
  }

  /** Read backwards, so that each row is looked at once however many vintages there are. */
  private static Column nextAccepted() {
    Column row =
        struct(
            col(VerdictTable.PATH), col(VerdictTable.ROW_NUMBER), col(VerdictTable.RECEIVED_DATE));
    Column accepted = when(not(is(Verdict.QUARANTINED)), row);
    return last(accepted, true).over(precedingIn(col(VerdictTable.VINTAGE_ORDER).desc()));
  }

  private static Column resolution(String field) {
    return col(RESOLUTION).getField(field);
  }

  private static WindowSpec precedingIn(Column order) {
    return vintages().orderBy(order).rowsBetween(Window.unboundedPreceding(), -1);
  }

  private static WindowSpec vintages() {
    return Window.partitionBy(
        VerdictTable.FORM, VerdictTable.UNIT_KEY, VerdictTable.PERIOD, Working.UNKEYED);
  }

  /** With the explanation: one that comes with unchanged figures is news. */
  private static Column content() {
    return sha2(
        to_json(
            struct(
                col(VerdictTable.VALUES),
                col(VerdictTable.ATTRIBUTES),
                col(VerdictTable.TOWNSHIP_CODE),
                col(VerdictTable.SECTOR_CODE),
                col(Working.OPERATION),
                col(VerdictTable.EXPLANATION))),
        WHOLE_HASH);
  }
}
