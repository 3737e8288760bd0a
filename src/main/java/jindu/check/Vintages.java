package jindu.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

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
 * in force, so that a repeat changes nothing. A withdrawal leaves none in force.
 */
final class Vintages {

  private static final String CONTENT = "content";

  /** Keeps each refused row in a window of its own: it neither repeats nor supersedes anything. */
  private static final String REFUSED = "refused_vintage";

  private Vintages() {}

  static Dataset<Row> judge(Dataset<Row> checked) {
    return checked
        .withColumn(CONTENT, content())
        .withColumn(REFUSED, when(isRefused(), col(VerdictTable.VINTAGE_ORDER)))
        .withColumn(VerdictTable.VERDICT, verdict())
        .withColumn(VerdictTable.IN_FORCE, inForce())
        .drop(CONTENT, REFUSED);
  }

  static Column is(Verdict verdict) {
    return col(VerdictTable.VERDICT).equalTo(verdict.code());
  }

  private static Column isRefused() {
    return size(col(Working.PROBLEMS)).gt(0);
  }

  private static Column verdict() {
    Column before = lag(CONTENT, 1).over(vintages().orderBy(VerdictTable.VINTAGE_ORDER));
    return when(isRefused(), lit(Verdict.QUARANTINED.code()))
        .when(col(CONTENT).equalTo(before), lit(Verdict.UNCHANGED.code()))
        .otherwise(lit(Verdict.ACCEPTED.code()));
  }

  private static Column inForce() {
    Column accepted = when(is(Verdict.ACCEPTED), col(VerdictTable.VINTAGE_ORDER));
    Column isLatest = accepted.equalTo(max(accepted).over(vintages()));
    return coalesce(isLatest, lit(false)).and(not(Operations.isWithdrawal(col(Working.OPERATION))));
  }

  private static WindowSpec vintages() {
    return Window.partitionBy(
        VerdictTable.FORM, VerdictTable.UNIT_KEY, VerdictTable.PERIOD, REFUSED);
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
        256);
  }
}
