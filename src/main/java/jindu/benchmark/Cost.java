package jindu.benchmark;

import java.util.Comparator;
import java.util.List;

/**
 * What a process took, from its start to its end.
 *
 * @param seconds by the clock on the wall
 * @param cpuSeconds of all its threads; null where the machine does not say
 * @param peakBytes the most memory it had in use at once, everything of it; null where the machine
 *     does not say
 */
public record Cost(double seconds, Double cpuSeconds, Long peakBytes) {

  /** The same with some of the seconds taken off, which belong to another measure. */
  public Cost without(double other) {
    return new Cost(seconds - other, null, peakBytes);
  }

  /** The one in the middle of several runs, by seconds; of an even number the slower. */
  public static Cost median(List<Cost> runs) {
    return runs.stream()
        .sorted(Comparator.comparingDouble(Cost::seconds))
        .toList()
        .get(runs.size() / 2);
  }
}
