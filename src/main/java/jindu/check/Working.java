package jindu.check;

/** Columns that live between the steps of check and are in no table. */
final class Working {

  /** 报送 or 撤回, as delivered. */
  static final String OPERATION = "operation";

  static final String UNIT_CODE = "unit_code";
  static final String SECTOR_TEXT = "sector_text";
  static final String PERIOD_TEXT = "period_text";
  static final String SUBMITTED_TEXT = "submitted_text";

  /** The submission time as {@code 2020-07-08 09:30:00}; null when absent or unreadable. */
  static final String SUBMITTED = "submitted";

  static final String ATTRIBUTE_READINGS = "attribute_readings";
  static final String ITEM_READINGS = "item_readings";
  static final String FAILED_CHECKS = "failed_checks";
  static final String REGISTERED = "registered";

  /** Codes of the checks that the unit's credit code fails. */
  static final String CODE_DEFECTS = "code_defects";

  /**
   * The vintage of a row without readable unit or period, which keeps it in a window of its own:
   * nothing is known of it.
   */
  static final String UNKEYED = "unkeyed_vintage";

  /** Array of {@link Problems}. */
  static final String PROBLEMS = "problems";

  private Working() {}
}
