package jindu.sample;

import jindu.core.Quarter;

/**
 * What sample to make; the same options give the same bytes.
 *
 * @param units registered units, enterprises and investment projects together; at least 120
 * @param seed what the random parts follow from
 * @param from first quarter with returns
 * @param to last quarter with returns
 */
public record SampleOptions(int units, long seed, Quarter from, Quarter to) {

  /** Fewer do not fill the district's townships and sectors. */
  public static final int FEWEST_UNITS = 120;

  private static final Quarter FIRST = new Quarter(2019, 1);
  private static final Quarter LAST = new Quarter(2021, 3);

  /** Six hundred units over the quarters that the report and its plan speak of. */
  public static final SampleOptions DEFAULT = new SampleOptions(600, 2021, FIRST, LAST);

  public SampleOptions {
    if (units < FEWEST_UNITS) {
      throw new IllegalArgumentException(
          "Invalid number of units: " + units + " (expected at least " + FEWEST_UNITS + ").");
    }
    if (from.compareTo(FIRST) < 0 || to.compareTo(LAST) > 0 || to.compareTo(from) < 0) {
      throw new IllegalArgumentException(
          "Invalid quarters: "
              + from
              + " to "
              + to
              + " (expected a span within "
              + FIRST
              + " to "
              + LAST
              + ", for which there are assumptions).");
    }
  }
}
