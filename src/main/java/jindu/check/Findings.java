package jindu.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import jindu.table.Finding;
import jindu.table.Types;
import org.apache.spark.sql.Column;

/** What soft checks found in a row: an array of {@link Finding}. */
final class Findings {

  private Findings() {}

  static Column none() {
    return array().cast(Finding.LIST);
  }

  /** Of a measured check that failed. */
  static Column of(Column check, Column figures) {
    return struct(
        check.getField(CheckFacts.CODE).as(Finding.CODE),
        check.getField(CheckFacts.ITEM).as(Finding.ITEM),
        check.getField(CheckFacts.COLUMN).as(Finding.COLUMN),
        check.getField(Relations.LEFT).cast(Types.AMOUNT).as(Finding.VALUE),
        Relations.expected(check).as(Finding.EXPECTED),
        figures.as(Finding.FIGURES));
  }

  /** About the return as a whole: one for each code. */
  static Column ofCodes(Column codes, Column figures) {
    Column findings =
        transform(
            codes,
            code ->
                struct(
                    code.as(Finding.CODE),
                    lit(null).cast(Types.TEXT).as(Finding.ITEM),
                    lit(null).cast(Types.TEXT).as(Finding.COLUMN),
                    lit(null).cast(Types.AMOUNT).as(Finding.VALUE),
                    lit(null).cast(Types.AMOUNT).as(Finding.EXPECTED),
                    coalesce(figures, lit("")).as(Finding.FIGURES)));
    return coalesce(findings, none());
  }

  /** The code of every finding, each once. */
  static Column codes(Column findings) {
    return array_distinct(findings.getField(Finding.CODE));
  }
}
