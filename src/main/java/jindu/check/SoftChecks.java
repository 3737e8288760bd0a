package jindu.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import jindu.core.CommonColumn;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Soft checks (核实性审核, method.md section 2) of a row by itself: the return counts, and carries a
 * finding for each. Those that look back are {@link HistoryChecks}'.
 */
final class SoftChecks {

  private SoftChecks() {}

  static Dataset<Row> of(Dataset<Row> checked) {
    Column declared =
        coalesce(DeclaredChecks.findings(col(Working.FAILED_CHECKS)), Findings.none());
    return checked
        .withColumn(VerdictTable.FINDINGS, concat(declared, submittedAfterReceived()))
        .withColumn(Working.CODE_DEFECTS, codeDefects());
  }

  /** The register says later whether they are hard. */
  private static Column codeDefects() {
    Column none = array().cast("array<string>");
    return coalesce(
        when(HardChecks.hasCreditCode(), UnitCodes.defects(col(Working.UNIT_CODE))), none);
  }

  private static Column submittedAfterReceived() {
    Column code =
        when(TypedReturns.isSubmittedAfterReceived(), lit(Defect.SUBMITTED_AFTER_RECEIVED.code()));
    return Findings.ofCodes(
        array_compact(array(code)), TypedReturns.cell(CommonColumn.SUBMITTED_AT));
  }
}
