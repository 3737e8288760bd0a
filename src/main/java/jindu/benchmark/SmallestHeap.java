package jindu.benchmark;

import java.io.IOException;
import jindu.run.RunException;

/**
 * The smallest heap with which something passes, found by halving.
 *
 * @param enough megabytes with which it passed
 * @param tooSmall the most megabytes with which it did not; 0 where it always passed
 * @param trials how often it was tried
 */
record SmallestHeap(int enough, int tooSmall, int trials) {

  /** Something that is tried. */
  interface Trial {
    boolean passes(int megabytes) throws IOException, RunException, InterruptedException;
  }

  /**
   * Searches below a heap that is known to be enough.
   *
   * @param exact megabytes between what is enough and what is not, at which the search ends
   */
  static SmallestHeap below(int known, int exact, Trial trial)
      throws IOException, RunException, InterruptedException {
    SmallestHeap found = new SmallestHeap(known, 0, 0);
    while (found.enough - found.tooSmall > exact) {
      int middle = (found.enough + found.tooSmall) / 2;
      found =
          trial.passes(middle)
              ? new SmallestHeap(middle, found.tooSmall, found.trials + 1)
              : new SmallestHeap(found.enough, middle, found.trials + 1);
    }
    return found;
  }

  /**
   * What {@code JINDU_HEAP} states, in megabytes.
   *
   * @throws NumberFormatException for what no JVM takes either
   */
  static int megabytes(String heap) {
    int last = heap.length() - 1;
    return switch (Character.toLowerCase(heap.charAt(last))) {
      case 'g' -> Math.multiplyExact(Integer.parseInt(heap.substring(0, last)), 1024);
      case 'm' -> Integer.parseInt(heap.substring(0, last));
      case 'k' -> Integer.parseInt(heap.substring(0, last)) / 1024;
      default -> (int) (Long.parseLong(heap) / (1024 * 1024));
    };
  }
}
