package jindu.check;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.table.Types;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The declared checks that compare a return with the unit's other returns, those of all forms in
 * one pass. They are soft and come after the verdicts, because only what is in force is history.
 */
final class HistoryChecks {

  private static final String FORM = "history_form";
  private static final String CHECKS = "history_checks";
  private static final StructType SCHEMA =
      new StructType()
          .add(FORM, Types.TEXT)
          .add(CHECKS, DataTypes.createArrayType(CheckFacts.SCHEMA));

  /** A figure in the delivered unit; base units have four decimals, a unit up to 10^11 of them. */
  private static final String PLAIN_NUMBER = "decimal(38,8)";

  private static final String ZEROS_AT_THE_END = "\\.?0+$";

  private HistoryChecks() {}

  static Dataset<Row> of(Dataset<Row> judged, Catalog catalog) {
    Column failed = UnitHistory.unpacked(figures -> DeclaredChecks.failed(col(CHECKS), figures));
    Column found = transform(failed, check -> Findings.of(check, concat_ws(", ", figures(check))));
    return judged
        .transform(UnitHistory::of)
        .transform(rows -> withChecks(rows, catalog))
        .withColumn(
            VerdictTable.FINDINGS,
            concat(col(VerdictTable.FINDINGS), coalesce(found, Findings.none())))
        .transform(UnitHistory::drop)
        .drop(FORM, CHECKS);
  }

  /** Left join; one row a form on the right, because the catalog holds them by code. */
  private static Dataset<Row> withChecks(Dataset<Row> rows, Catalog catalog) {
    List<Row> checks =
        catalog.forms().values().stream()
            .map(form -> RowFactory.create(form.code(), CheckFacts.lookingBack(form)))
            .toList();
    Dataset<Row> facts = rows.sparkSession().createDataFrame(checks, SCHEMA);
    return rows.join(broadcast(facts), col(VerdictTable.FORM).equalTo(col(FORM)), "left");
  }

  private static Column figures(Column check) {
    return transform(check.getField(CheckFacts.TERMS), HistoryChecks::figure);
  }

  /** Header, period and amount in the delivered unit; null where there is none. */
  private static Column figure(Column term) {
    Column name = term.getField(CheckFacts.TERM_NAME);
    Column amount = UnitHistory.figures().amount(name);
    Column inUnit = try_divide(amount, term.getField(CheckFacts.TERM_FACTOR)).cast(PLAIN_NUMBER);
    return concat(
        term.getField(CheckFacts.TERM_LABEL),
        lit("（"),
        period(name),
        lit("） "),
        regexp_replace(inUnit.cast("string"), ZEROS_AT_THE_END, ""));
  }

  private static Column period(Column name) {
    return when(name.startsWith(UnitHistory.LAST), UnitHistory.lastPeriod())
        .when(name.startsWith(UnitHistory.YEAR_AGO), UnitHistory.yearAgoPeriod())
        .otherwise(col(VerdictTable.PERIOD));
  }
}
