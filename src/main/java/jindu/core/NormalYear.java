package jindu.core;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Which years are a fair comparison: none of their quarters is marked abnormal (低基数). */
public final class NormalYear {

  private NormalYear() {}

  /** The last year before {@code year} without an abnormal quarter. */
  public static int before(int year, List<Quarter> abnormal) {
    int candidate = year - 1;
    while (firstAbnormalQuarter(candidate, abnormal).isPresent()) {
      candidate--;
    }
    return candidate;
  }

  /**
   * The years whose year before is abnormal, each with its last normal year: for every other year
   * that is the year before.
   */
  public static Map<Integer, Integer> notTheYearBefore(List<Quarter> abnormal) {
    Map<Integer, Integer> normal = new TreeMap<>();
    abnormal.forEach(
        quarter -> normal.put(quarter.year() + 1, before(quarter.year() + 1, abnormal)));
    return normal;
  }

  /** The number of the year's first abnormal quarter, from which its year-to-date is abnormal. */
  public static OptionalInt firstAbnormalQuarter(int year, List<Quarter> abnormal) {
    return abnormal.stream()
        .filter(quarter -> quarter.year() == year)
        .mapToInt(Quarter::number)
        .min();
  }
}
