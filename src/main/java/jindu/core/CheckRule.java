package jindu.core;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * A check (审核关系) that a form declares as data.
 *
 * @param code stable name, e.g. {@code B204-1-01}
 * @param total the item on the left: the total, or the item bounded; {@code item.column} where the
 *     relation joins different columns
 * @param parts the items on the right, likewise; empty for kinds that look at one item
 * @param columns the columns in which the relation must hold; empty when the items name theirs
 * @param minimum lower bound in percent for growth, otherwise null
 * @param maximum upper bound in percent for growth, otherwise null
 * @param source where the rule comes from
 */
public record CheckRule(
    String code,
    Severity severity,
    Kind kind,
    String total,
    List<String> parts,
    List<Form.ValueColumn> columns,
    BigDecimal minimum,
    BigDecimal maximum,
    String messageZh,
    String messageEn,
    String source)
    implements Serializable {

  /** Where the figures that a check compares go in its words. */
  public static final String FIGURES = "{0}";

  /** What a person is told when the check fails; the figures follow words without a place. */
  public String words(Messages messages) {
    String text = messages.isChinese() ? messageZh : messageEn;
    if (text.contains(FIGURES)) {
      return text;
    }
    return messages.isChinese() ? text + "：" + FIGURES + "。" : text + ": " + FIGURES + ".";
  }

  /** What a failed check does (method.md section 2). */
  public enum Severity implements Code {
    /** 强制性: the return goes to quarantine. */
    HARD,
    /** 核实性: the return counts and is flagged. */
    SOFT
  }

  /** The relations a check can state. */
  public enum Kind implements Code {
    /** The sum of the parts is at most the total (其中). */
    PARTS_WITHIN_TOTAL,
    /** The sum of the parts is the total. */
    PARTS_EQUAL_TOTAL,
    /** The month alone is at most the year to date. */
    MONTH_WITHIN_YTD,
    /** Year to date against same period lies within the bounds, in percent. */
    GROWTH_WITHIN
  }
}
