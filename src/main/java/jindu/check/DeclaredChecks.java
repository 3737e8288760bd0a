package jindu.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;

import jindu.table.ReturnTable;
import org.apache.spark.sql.Column;

/** The checks that a form declares, evaluated over a row's figures, whatever their number. */
final class DeclaredChecks {

  private DeclaredChecks() {}

  /**
   * The checks that the row fails; one whose figures are absent is not failed.
   *
   * @param checks array of {@link CheckFacts}
   * @param figures that they compare
   */
  static Column failed(Column checks, Figures figures) {
    return filter(
        Relations.measured(checks, figures),
        check -> coalesce(Relations.isFailed(check), lit(false)));
  }

  /** The hard ones among {@code failed} as problems, with the texts that they compare. */
  static Column problems(Column failed) {
    return transform(
        filter(failed, check -> check.getField(CheckFacts.HARD)),
        check -> Problems.of(check.getField(CheckFacts.CODE), delivered(check)));
  }

  /** The soft ones among {@code failed} as findings. */
  static Column findings(Column failed) {
    return transform(
        filter(failed, check -> check.getField(CheckFacts.HARD).equalTo(false)),
        check -> Findings.of(check, delivered(check)));
  }

  private static Column delivered(Column check) {
    return concat_ws(", ", transform(check.getField(CheckFacts.TERMS), DeclaredChecks::term));
  }

  /** Header and text as delivered; null, and so left out, where the row lacks the value. */
  private static Column term(Column term) {
    Column text = Plain.cell(col(ReturnTable.CELLS), term.getField(CheckFacts.TERM_NAME));
    return concat(term.getField(CheckFacts.TERM_LABEL), lit(" "), text);
  }
}
