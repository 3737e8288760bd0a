package jindu.check;

import static org.apache.spark.sql.functions.instr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.substring;

import jindu.core.CreditCode;
import org.apache.spark.sql.Column;

/** Column twin of {@link CreditCode} (GB 32100-2015). */
final class UnitCodes {

  private static final int CHECKED = 17;
  private static final String WELL_FORMED =
      "^[" + CreditCode.ALPHABET + "]{" + (CHECKED + 1) + "}$";

  private UnitCodes() {}

  static Column isWellFormed(Column code) {
    return code.rlike(WELL_FORMED);
  }

  /** Of a well-formed code: weights are powers of 3, and all 18 products add up to 0 modulo 31. */
  static Column hasValidCheckCharacter(Column code) {
    int modulus = CreditCode.ALPHABET.length();
    int weight = 1;
    Column sum = value(code, CHECKED + 1);
    for (int position = 1; position <= CHECKED; position++) {
      sum = sum.plus(value(code, position).multiply(weight));
      weight = weight * 3 % modulus;
    }
    return pmod(sum, lit(modulus)).equalTo(0);
  }

  private static Column value(Column code, int position) {
    return instr(lit(CreditCode.ALPHABET), substring(code, position, 1)).minus(1);
  }
}
