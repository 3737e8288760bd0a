package jindu.run;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import jindu.core.Verdict;
import jindu.table.LedgerTable;
import jindu.table.ObservationTable;
import jindu.table.QuarantineTable;
import jindu.table.Types;
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

  private static final Column[] ROW = {
    col(ObservationTable.FORM),
    col(ObservationTable.PATH).as(LedgerTable.NAME),
    col(ObservationTable.DELIVERY_ID),
    col(ObservationTable.RECEIVED_DATE),
    col(ObservationTable.SHEET),
    col(ObservationTable.ROW_NUMBER)
  };

  private VerdictChanges() {}

  /**
   * What the verdicts of one time left behind.
   *
   * @param observations rows of {@link ObservationTable}
   * @param quarantine rows of {@link QuarantineTable}
   */
  record Traces(Dataset<Row> observations, Dataset<Row> quarantine) {

    /** A row for each trace: the row delivered, its verdict under that name, and the reasons. */
    private Dataset<Row> as(String verdict) {
      Dataset<Row> accepted =
          observations
              .withColumn(verdict, lit(Verdict.ACCEPTED.code()))
              .withColumn(LedgerTable.REASONS, lit(null).cast(Types.TEXTS));
      Dataset<Row> refused =
          quarantine
              .withColumn(verdict, lit(Verdict.QUARANTINED.code()))
              .withColumn(LedgerTable.REASONS, col(QuarantineTable.REASONS));
      return accepted.select(columns(verdict)).union(refused.select(columns(verdict)));
    }

    private static Column[] columns(String verdict) {
      Column[] columns = java.util.Arrays.copyOf(ROW, ROW.length + 2);
      columns[ROW.length] = col(verdict);
      columns[ROW.length + 1] = col(LedgerTable.REASONS);
      return columns;
    }
  }

  /** The rows that both times judged and found different. Never both sides have reasons. */
  static Dataset<Row> between(Traces before, Traces after) {
    return before
        .as(LedgerTable.VERDICT_BEFORE)
        .unionByName(after.as(LedgerTable.VERDICT_AFTER), true)
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

  private static Column verdict(String column) {
    return coalesce(max(column), lit(Verdict.UNCHANGED.code())).as(column);
  }
}
