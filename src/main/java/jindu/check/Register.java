package jindu.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.stream.Stream;
import jindu.core.CommonColumn;
import jindu.core.RegisterForm;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The register (名录库): which unit reports which form, from when to when (先进库、后有数). */
final class Register {

  private static final String UNIT = "register_unit";
  private static final String UNIT_FORM = "register_form";
  private static final String ENTRIES = "register_entries";
  private static final String COVERING = "covering_entries";
  private static final String IS_MISSING = "is_missing";

  private Register() {}

  /** One row a unit and form, with its intervals in force in the order of their beginning. */
  static Dataset<Row> entries(Dataset<Row> judgedRegister) {
    return judgedRegister
        .where(col(VerdictTable.IN_FORCE))
        .groupBy(
            col(Working.UNIT_CODE).as(UNIT), attribute(RegisterForm.REPORTED_FORM).as(UNIT_FORM))
        .agg(sort_array(collect_list(interval())).as(ENTRIES));
  }

  /**
   * Adds the controlling group and the problem {@code not-in-register}. Left join on unit and form;
   * the right side is grouped by both, so each row has at most one partner.
   */
  static Dataset<Row> join(Dataset<Row> checked, Dataset<Row> entries) {
    Column sameUnit = col(Working.UNIT_CODE).equalTo(col(UNIT));
    Column sameForm = col(VerdictTable.FORM).equalTo(col(UNIT_FORM));
    return checked
        .join(entries, sameUnit.and(sameForm), "left")
        .withColumn(COVERING, filter(col(ENTRIES), Register::covers))
        .withColumn(VerdictTable.UNIT_GROUP, coalesce(group(), col(VerdictTable.UNIT_KEY)))
        .withColumn(IS_MISSING, isMissing())
        .withColumns(
            Map.of(
                Working.PROBLEMS,
                concat(col(Working.PROBLEMS), notInRegister(), codeProblems()),
                VerdictTable.FINDINGS,
                concat(col(VerdictTable.FINDINGS), codeFindings())))
        .drop(UNIT, UNIT_FORM, ENTRIES, COVERING, IS_MISSING);
  }

  private static Column interval() {
    return struct(
        Stream.of(RegisterForm.SINCE, RegisterForm.UNTIL, RegisterForm.GROUP)
            .map(code -> attribute(code).as(code))
            .toArray(Column[]::new));
  }

  private static Column attribute(String code) {
    return try_element_at(col(VerdictTable.ATTRIBUTES), lit(code));
  }

  private static Column covers(Column entry) {
    Column period = col(VerdictTable.PERIOD);
    Column until = entry.getField(RegisterForm.UNTIL);
    return entry.getField(RegisterForm.SINCE).leq(period).and(until.isNull().or(until.geq(period)));
  }

  /** Of the covering entry that began last. */
  private static Column group() {
    return try_element_at(col(COVERING), lit(-1)).getField(RegisterForm.GROUP);
  }

  /** A row without unit or period is refused for that already. */
  private static Column isMissing() {
    Column judged =
        col(Working.REGISTERED)
            .and(col(Working.UNIT_CODE).isNotNull())
            .and(col(VerdictTable.PERIOD).isNotNull());
    Column covered = coalesce(size(col(COVERING)), lit(0)).gt(0);
    return judged.and(not(covered));
  }

  private static Column notInRegister() {
    return Problems.when(
        col(IS_MISSING), Defect.NOT_IN_REGISTER, TypedReturns.cell(CommonColumn.UNIT_CODE));
  }

  /** A code that fails its checks is a slip of the pen, unless the register holds it so. */
  private static Column codeProblems() {
    Column text = TypedReturns.cell(CommonColumn.UNIT_CODE);
    Column problems = transform(col(Working.CODE_DEFECTS), code -> Problems.of(code, text));
    return when(col(IS_MISSING), problems).otherwise(Problems.none());
  }

  private static Column codeFindings() {
    Column findings =
        Findings.ofCodes(col(Working.CODE_DEFECTS), TypedReturns.cell(CommonColumn.UNIT_CODE));
    return when(not(col(IS_MISSING)), findings).otherwise(Findings.none());
  }
}
