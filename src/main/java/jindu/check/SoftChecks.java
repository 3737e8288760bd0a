package jindu.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Soft checks (核实性审核, method.md section 2): the return counts, and carries a flag for each. */
final class SoftChecks {

  private SoftChecks() {}

  static Dataset<Row> of(Dataset<Row> checked) {
    Column declared = coalesce(DeclaredChecks.flags(col(Working.FAILED_CHECKS)), noFlags());
    return checked.withColumn(
        VerdictTable.FLAGS,
        array_distinct(
            concat(declared, array_compact(array(checkCharacter(), submittedAfterReceived())))));
  }

  private static Column noFlags() {
    return array().cast("array<string>");
  }

  /** Soft, because some codes were issued with a wrong character; the register holds them. */
  private static Column checkCharacter() {
    Column code = col(Working.UNIT_CODE);
    Column wrong = UnitCodes.isWellFormed(code).and(not(UnitCodes.hasValidCheckCharacter(code)));
    return when(HardChecks.hasCreditCode().and(wrong), lit(Defect.CHECK_CHARACTER.code()));
  }

  private static Column submittedAfterReceived() {
    return when(
        TypedReturns.isSubmittedAfterReceived(), lit(Defect.SUBMITTED_AFTER_RECEIVED.code()));
  }
}
