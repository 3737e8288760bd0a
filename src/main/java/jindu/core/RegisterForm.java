package jindu.core;

/** The words of the form that delivers the register (名录库): one row an entry of a unit. */
public final class RegisterForm {

  /** Its code. */
  public static final String CODE = "MLK";

  /** The attribute that names the form a unit reports. */
  public static final String REPORTED_FORM = "reported_form";

  /** The first month the unit reports for, {@code 2020-02}. */
  public static final String SINCE = "since";

  /** The last month the unit reports for; absent while there is none. */
  public static final String UNTIL = "until";

  /** Why the entry is as it is, e.g. 小升规. */
  public static final String REASON = "reason";

  /** The reason of a unit that was there before and outgrew the threshold. */
  public static final String GROWN = "小升规";

  /** The code of the controlling group; absent where the unit has none. */
  public static final String GROUP = "group";

  private RegisterForm() {}
}
