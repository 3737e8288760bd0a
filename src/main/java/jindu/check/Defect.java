package jindu.check;

import java.util.Locale;
import jindu.core.Code;

/**
 * What the built-in checks find (method.md section 2); the message of each is {@code check.<code>}.
 */
enum Defect implements Code {
  UNKNOWN_FORM,
  UNKNOWN_PERIOD,
  PERIOD_NOT_IN_FREQUENCY,
  PERIOD_IN_FUTURE,
  MISSING_UNIT,
  MALFORMED_UNIT_CODE,
  NOT_IN_REGISTER,
  UNKNOWN_TOWNSHIP,
  UNKNOWN_SECTOR,
  SECTOR_LEVEL,
  NOT_A_NUMBER,
  OUT_OF_RANGE,
  NEGATIVE_VALUE,
  MISSING_ITEM,
  MISSING_ATTRIBUTE,
  UNKNOWN_VALUE,
  UNKNOWN_INDICATOR,
  UNKNOWN_MILESTONE,
  UNKNOWN_OPERATION,
  NOT_A_DATE,
  /** A code that lacks the 0 in front, as a spreadsheet leaves it. */
  LOST_LEADING_ZERO,
  /** A code in scientific notation, as a spreadsheet leaves it. */
  LOST_DIGITS,
  /** Left out by the bureau; no fault of the return. */
  EXCLUDED,
  /** Soft where the register holds the code, because some were issued so. */
  CHECK_CHARACTER,
  /** Likewise. */
  ORGANISATION_CODE,
  /** Soft: the sector is none of those that the form is for. */
  OUTSIDE_POPULATION,
  /** Soft. */
  SUBMITTED_AFTER_RECEIVED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
