package jindu.core;

import java.util.List;
import java.util.OptionalInt;

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

  /** The number of the year's first abnormal quarter, from which its year-to-date is abnormal. */
  public static OptionalInt firstAbnormalQuarter(int year, List<Quarter> abnormal) {
    return abnormal.stream()
        .filter(quarter -> quarter.year() == year)
        .mapToInt(Quarter::number)
        .min();
  }
}
