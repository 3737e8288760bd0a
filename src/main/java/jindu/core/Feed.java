package jindu.core;

import java.io.Serializable;
import java.util.List;

/**
 * How an item of a form flows into an indicator.
 *
 * @param indicator the indicator fed, or empty when {@code indicatorFrom} names it row by row
 * @param indicatorFrom attribute that holds the indicator's code, or empty
 * @param item the item of the form
 * @param measure which side of the indicator the item is
 * @param conversion what happens to the value of a unit before it is summed
 * @param whereAttribute attribute that selects rows, or empty for all rows
 * @param whereValues values of that attribute that are selected
 * @param base what growth compares with, null where it is the form's (see {@link Form#base(Feed)})
 */
public record Feed(
    String indicator,
    String indicatorFrom,
    String item,
    Measure measure,
    Conversion conversion,
    String whereAttribute,
    List<String> whereValues,
    Form.GrowthBase base)
    implements Serializable {

  /** Which sum of an indicator a feed adds to. */
  public enum Measure implements Code {
    /** At current prices; also the numerator of a survey mean. */
    NOMINAL,
    /** At comparable prices. */
    COMPARABLE,
    /** The denominator of a survey mean. */
    WEIGHT
  }

  /** What happens to a unit's value before it is summed. */
  public enum Conversion implements Code {
    NONE,
    /** One for each unit that has the item. */
    COUNT,
    /** × value-added rate of (division, year). */
    VALUE_ADDED,
    /** Current value ÷ price index × value-added rate; same period × the same rate. */
    VALUE_ADDED_COMPARABLE
  }
}
