package jindu.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;

import jindu.catalog.Catalog;
import jindu.catalog.ReasonTexts;
import jindu.core.CheckRule;
import jindu.core.Messages;
import jindu.core.Verdict;
import jindu.table.Literals;
import jindu.table.QuarantineTable;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Refused rows with what is wrong and what to do, in both languages, and what mended them. */
final class Quarantine {

  private Quarantine() {}

  static Dataset<Row> of(Dataset<Row> verdicts, Catalog catalog) {
    Dataset<Row> refused =
        verdicts
            .where(Vintages.is(Verdict.QUARANTINED))
            .transform(rows -> Redeliveries.resolve(rows, verdicts))
            .withColumn(QuarantineTable.REASONS_ZH, reasons(Messages.CHINESE, catalog))
            .withColumn(QuarantineTable.REASONS_EN, reasons(Messages.ENGLISH, catalog));
    return QuarantineTable.DEFINITION.select(refused);
  }

  private static Column reasons(Messages messages, Catalog catalog) {
    Column templates =
        Literals.textByName(ReasonTexts.templates(messages, catalog.forms().values()));
    return transform(col(VerdictTable.REASONS), code -> reason(templates, code));
  }

  /** A declared check is found under its form; a code without words stands for itself. */
  private static Column reason(Column templates, Column code) {
    Column declared =
        try_element_at(templates, concat(col(VerdictTable.FORM), lit(ReasonTexts.SEPARATOR), code));
    Column template = coalesce(declared, try_element_at(templates, code), code);
    Column text = coalesce(try_element_at(col(VerdictTable.REASON_VALUES), code), lit(""));
    return replace(template, lit(CheckRule.FIGURES), text);
  }
}
