package jindu.sample;

import java.util.Locale;
import jindu.core.CreditCode;

/** Made-up codes in the true format, with valid check characters. */
final class UnitCodes {

  /** 9: market supervision; 1: enterprise (GB 32100-2015). */
  private static final String ENTERPRISE = "91";

  private static final int BODY_CHARACTERS = 6;

  /** Some codes were issued with a wrong check character; the register holds them. */
  private static final double MISISSUED = 0.006;

  private UnitCodes() {}

  /** A unified social credit code, registered at the office of the district or of the city. */
  static String enterprise(Draw draw) {
    String office = draw.chance(0.8) ? "410311" : "410300";
    StringBuilder body = new StringBuilder("MA");
    for (int position = 0; position < BODY_CHARACTERS; position++) {
      body.append(CreditCode.ALPHABET.charAt(draw.integer(0, CreditCode.ALPHABET.length() - 1)));
    }
    String first =
        ENTERPRISE + office + body + CreditCode.organisationCheckCharacter(body.toString());
    char check = CreditCode.checkCharacter(first);
    int misissued = (CreditCode.ALPHABET.indexOf(check) + 1) % CreditCode.ALPHABET.length();
    return first + (draw.chance(MISISSUED) ? CreditCode.ALPHABET.charAt(misissued) : check);
  }

  /** A project code: year, district, division, kind of approval (01 to 04), serial number. */
  static String project(Draw draw, int year, String sector, int serial) {
    return String.format(
        Locale.ROOT,
        "%d-410311-%s-%02d-%06d",
        year,
        sector.substring(0, 2),
        draw.integer(1, 4),
        100_000 + serial);
  }
}
