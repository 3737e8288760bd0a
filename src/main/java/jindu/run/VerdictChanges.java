package jindu.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import jindu.core.Verdict;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows whose verdict is another than it was (contracts.md section 3), as entries of the ledger.
 *
 * <p>A verdict is read off what it leaves behind: an accepted row has observations, a quarantined
 * one is in quarantine, and an unchanged one is in neither. An accepted row that delivers no value
 * at all leaves nothing either; whether it is new or a repeat makes no difference to anything.
 */
final class VerdictChanges {

  private VerdictChanges() {}

  /**
   * The rows that both times judged and found different. Never both sides have reasons.
   *
   * @param before rows of {@link Traces}
   * @param after the same of tonight
   */
  static Dataset<Row> between(Dataset<Row> before, Dataset<Row> after) {
    return as(LedgerTable.VERDICT_BEFORE, before)
        .unionByName(as(LedgerTable.VERDICT_AFTER, after), true)
        .groupBy(
            LedgerTable.FORM,
            LedgerTable.NAME,
            LedgerTable.DELIVERY_ID,
            LedgerTable.RECEIVED_DATE,
            LedgerTable.SHEET,
            LedgerTable.ROW_NUMBER)
        .agg(
            verdict(LedgerTable.VERDICT_BEFORE),
            verdict(LedgerTable.VERDICT_AFTER),
            max(LedgerTable.REASONS).as(LedgerTable.REASONS))
        .where(col(LedgerTable.VERDICT_BEFORE).notEqual(col(LedgerTable.VERDICT_AFTER)))
        .withColumn(LedgerTable.ENTRY, lit(Ledger.VERDICT))
        .withColumn(LedgerTable.STATE, lit(Ledger.DONE));
  }

  private static Dataset<Row> as(String verdict, Dataset<Row> traces) {
    return traces.select(
        col(Traces.FORM).as(LedgerTable.FORM),
        col(Traces.PATH).as(LedgerTable.NAME),
        col(Traces.DELIVERY_ID).as(LedgerTable.DELIVERY_ID),
        col(Traces.RECEIVED_DATE).as(LedgerTable.RECEIVED_DATE),
        col(Traces.SHEET).as(LedgerTable.SHEET),
        col(Traces.ROW_NUMBER).as(LedgerTable.ROW_NUMBER),
        col(Traces.VERDICT).as(verdict),
        col(Traces.REASONS).as(LedgerTable.REASONS));
  }

  private static Column verdict(String column) {
    return coalesce(max(column), lit(Verdict.UNCHANGED.code())).as(column);
  }
}
