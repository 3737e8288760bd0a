package jindu.core;

import java.util.Arrays;
import java.util.List;

/**
 * Unified social credit code (GB 32100-2015) and the organisation code inside it (GB 11714-1997).
 */
public final class CreditCode {

  /** The 31 characters of GB 32100; a character's value is its place. No I, O, S, V, Z. */
  public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** The 36 characters of GB 11714; a character's value is its place. */
  public static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** What the ninth character is for a local unit (产业活动单位) without a code of its own. */
  public static final char LOCAL_UNIT = 'B';

  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int ORGANISATION_START = 8;
  private static final int ORGANISATION_CHECK = 16;
  private static final int LENGTH = 18;

  private CreditCode() {}

  /** The weights of the first eight characters of an organisation code. */
  public static List<Integer> organisationWeights() {
    return Arrays.stream(ORGANISATION_WEIGHTS).boxed().toList();
  }

  /** Whether the text has 18 characters of the alphabet, whatever its check character. */
  public static boolean isWellFormed(String code) {
    return code.length() == LENGTH
        && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
  }

  /** Whether a well-formed code ends with the check character of its first 17. */
  public static boolean hasValidCheckCharacter(String code) {
    return isWellFormed(code) && code.charAt(LENGTH - 1) == checkCharacter(code);
  }

  /** The 18th character for the first 17 of {@code code}; weights are powers of 3 modulo 31. */
  public static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int position = 0; position < LENGTH - 1; position++) {
      sum += ALPHABET.indexOf(code.charAt(position)) * weight;
      weight = weight * 3 % ALPHABET.length();
    }
    return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
  }

  /**
   * Whether the organisation code inside a well-formed code (characters 9 to 17) ends with its own
   * check character. A local unit bears a B there instead, on purpose.
   */
  public static boolean hasValidOrganisationCode(String code) {
    char check = code.charAt(ORGANISATION_CHECK);
    return isWellFormed(code)
        && (check == LOCAL_UNIT
            || check == organisationCheckCharacter(code.substring(ORGANISATION_START)));
  }

  /** The ninth character of an organisation code for its first eight. */
  public static char organisationCheckCharacter(String body) {
    int sum = 0;
    for (int position = 0; position < ORGANISATION_WEIGHTS.length; position++) {
      sum += ORGANISATION_ALPHABET.indexOf(body.charAt(position)) * ORGANISATION_WEIGHTS[position];
    }
    int check = 11 - sum % 11;
    return check == 11 ? '0' : check == 10 ? 'X' : (char) ('0' + check);
  }
}
