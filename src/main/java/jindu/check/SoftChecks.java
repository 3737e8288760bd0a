package jindu.check;

import static jindu.check.FormFacts.fact;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.try_element_at;
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
        .withColumn(
            VerdictTable.FINDINGS, concat(declared, submittedAfterReceived(), outsidePopulation()))
        .withColumn(Working.CODE_DEFECTS, codeDefects());
  }

  /** The register says later whether they are hard. */
  private static Column codeDefects() {
    Column none = array().cast("array<string>");
    return coalesce(
        when(HardChecks.hasCreditCode(), UnitCodes.defects(col(Working.UNIT_CODE))), none);
  }

  private static Column submittedAfterReceived() {
    return finding(
        TypedReturns.isSubmittedAfterReceived(),
        Defect.SUBMITTED_AFTER_RECEIVED,
        CommonColumn.SUBMITTED_AT);
  }

  /** The form is for other sectors: a class or a form was mistaken, here or in the register. */
  private static Column outsidePopulation() {
    Column sectors =
        try_element_at(fact(FormFacts.POPULATIONS), coalesce(HardChecks.reportedForm(), lit("")));
    return finding(
        not(arrays_overlap(col(SectorFacts.LINEAGE), sectors)),
        Defect.OUTSIDE_POPULATION,
        CommonColumn.SECTOR_CODE);
  }

  /** About the return as a whole, with the text of the column that tells. */
  private static Column finding(Column failed, Defect defect, CommonColumn column) {
    return Findings.ofCodes(UnitCodes.codeWhen(failed, defect), TypedReturns.cell(column));
  }
}
