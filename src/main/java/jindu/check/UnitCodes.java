package jindu.check;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import jindu.core.CreditCode;
import org.apache.spark.sql.Column;

/** Column twin of {@link CreditCode} (GB 32100-2015, GB 11714-1997). */
final class UnitCodes {

  private static final int CHECKED = 17;
  private static final int ORGANISATION_START = 9;
  private static final int ORGANISATION_MODULUS = 11;
  private static final int TEN = 10;
  private static final String WELL_FORMED =
      "^[" + CreditCode.ALPHABET + "]{" + (CHECKED + 1) + "}$";

  /** What a spreadsheet makes of a long number. */
  private static final String SCIENTIFIC = "^[0-9](?:\\.[0-9]+)?E\\+?[0-9]{1,3}$";

  private UnitCodes() {}

  static Column isWellFormed(Column code) {
    return code.rlike(WELL_FORMED);
  }

  static Column isScientific(Column code) {
    return code.rlike(SCIENTIFIC);
  }

  /** The codes of the checks that a well-formed code fails. */
  static Column defects(Column code) {
    Column wellFormed = isWellFormed(code);
    return concat(
        codeWhen(wellFormed.and(not(hasValidCheckCharacter(code))), Defect.CHECK_CHARACTER),
        codeWhen(wellFormed.and(not(hasValidOrganisationCode(code))), Defect.ORGANISATION_CODE));
  }

  /**
   * An array of the code where {@code failed}, else an empty one. Compacting an array of nulls
   * would be shorter, and would interpret all that is below it, row by row.
   */
  static Column codeWhen(Column failed, Defect defect) {
    return when(failed, array(lit(defect.code()))).otherwise(array().cast("array<string>"));
  }

  /** Of a well-formed code: weights are powers of 3, and all 18 products add up to 0 modulo 31. */
  static Column hasValidCheckCharacter(Column code) {
    int modulus = CreditCode.ALPHABET.length();
    int weight = 1;
    Column sum = value(CreditCode.ALPHABET, code, CHECKED + 1);
    for (int position = 1; position <= CHECKED; position++) {
      sum = sum.plus(value(CreditCode.ALPHABET, code, position).multiply(weight));
      weight = weight * 3 % modulus;
    }
    return pmod(sum, lit(modulus)).equalTo(0);
  }

  /** Of a well-formed code: body and check character add up to 0 modulo 11; X counts 10. */
  static Column hasValidOrganisationCode(Column code) {
    List<Integer> weights = CreditCode.organisationWeights();
    Column check = substring(code, CHECKED, 1);
    Column sum =
        when(check.equalTo("X"), TEN)
            .when(check.rlike("^[0-9]$"), value(CreditCode.ORGANISATION_ALPHABET, code, CHECKED));
    for (int place = 0; place < weights.size(); place++) {
      Column value = value(CreditCode.ORGANISATION_ALPHABET, code, ORGANISATION_START + place);
      sum = sum.plus(value.multiply(weights.get(place)));
    }
    Column valid =
        when(sum.isNull(), false).otherwise(pmod(sum, lit(ORGANISATION_MODULUS)).equalTo(0));
    return check.equalTo(String.valueOf(CreditCode.LOCAL_UNIT)).or(valid);
  }

  private static Column value(String alphabet, Column code, int position) {
    return instr(lit(alphabet), substring(code, position, 1)).minus(1);
  }
}
