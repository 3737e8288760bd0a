package jindu.check;

import static jindu.check.FormFacts.fact;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.forall;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import jindu.core.CheckRule.Kind;
import jindu.table.ReturnTable;
import jindu.table.Types;
import jindu.table.VerdictTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** The checks that a form declares, evaluated over the row's values, whatever their number. */
final class DeclaredChecks {

  private static final DecimalType SUM =
      DataTypes.createDecimalType(Types.AMOUNT.precision() + 10, Types.AMOUNT.scale());
  private static final String LEFT = "left";
  private static final String RIGHT = "right";

  private DeclaredChecks() {}

  /** The checks that the row fails; one whose values are absent is not failed. */
  static Column failed() {
    Column measured =
        transform(
            fact(FormFacts.CHECKS),
            check ->
                check
                    .withField(LEFT, amount(check.getField(CheckFacts.TOTAL)))
                    .withField(RIGHT, sum(check.getField(CheckFacts.PARTS))));
    return filter(measured, check -> coalesce(isFailed(check), lit(false)));
  }

  /** The hard ones among {@code failed} as problems, with the texts that they compare. */
  static Column problems(Column failed) {
    return transform(
        filter(failed, check -> check.getField(CheckFacts.HARD)),
        check -> Problems.of(check.getField(CheckFacts.CODE), terms(check)));
  }

  /** The codes of the soft ones among {@code failed}. */
  static Column flags(Column failed) {
    return transform(
        filter(failed, check -> check.getField(CheckFacts.HARD).equalTo(false)),
        check -> check.getField(CheckFacts.CODE));
  }

  private static Column isFailed(Column check) {
    Column left = check.getField(LEFT);
    Column right = check.getField(RIGHT);
    Column differs = right.gt(left).or(right.notEqual(left).and(isWhole(check)));
    return when(is(check, Kind.PARTS_EQUAL_TOTAL), differs)
        .when(is(check, Kind.GROWTH_WITHIN), isOutside(check, left, right.cast(Types.AMOUNT)))
        .when(is(check, Kind.PARTS_WITHIN_TOTAL), right.gt(left))
        .when(is(check, Kind.MONTH_WITHIN_YTD), right.gt(left));
  }

  /** Multiplied out, so that nothing is rounded; a base of 0 or less has no growth. */
  private static Column isOutside(Column check, Column current, Column base) {
    Column change = current.minus(base).multiply(lit(100));
    Column below = change.lt(base.multiply(check.getField(CheckFacts.MINIMUM)));
    Column above = change.gt(base.multiply(check.getField(CheckFacts.MAXIMUM)));
    Column outside = coalesce(below, lit(false)).or(coalesce(above, lit(false)));
    return base.gt(0).and(outside);
  }

  private static Column is(Column check, Kind kind) {
    return check.getField(CheckFacts.KIND).equalTo(kind.code());
  }

  /** Whether every part is given: one that is not may be what the sum lacks. */
  private static Column isWhole(Column check) {
    return forall(check.getField(CheckFacts.PARTS), part -> amount(part).isNotNull());
  }

  /** Null when the row has none of the parts; a part it lacks counts nothing. */
  private static Column sum(Column parts) {
    Column zero = lit(0).cast(SUM);
    Column sum =
        aggregate(
            parts, zero, (total, part) -> total.plus(coalesce(amount(part), lit(0))).cast(SUM));
    return when(exists(parts, part -> amount(part).isNotNull()), sum);
  }

  private static Column amount(Column name) {
    return try_element_at(col(VerdictTable.VALUES), name);
  }

  private static Column terms(Column check) {
    return concat_ws(", ", transform(check.getField(CheckFacts.TERMS), DeclaredChecks::term));
  }

  /** Header and text as delivered; null, and so left out, where the row lacks the value. */
  private static Column term(Column term) {
    Column text = Plain.cell(col(ReturnTable.CELLS), term.getField(CheckFacts.TERM_NAME));
    return concat(term.getField(CheckFacts.TERM_LABEL), lit(" "), text);
  }
}
