package jindu.benchmark;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a reading takes, from the moment this is made, and what this process computes meanwhile.
 *
 * @param begin in nanoseconds of the JVM
 * @param cpuBegin what the process had computed by then; empty where the machine does not say
 */
record ReadingClock(long begin, Optional<Duration> cpuBegin) {

  private static final double NANOS = 1e9;

  static ReadingClock start() {
    return new ReadingClock(System.nanoTime(), cpu());
  }

  /** A reading that ends now, with nothing counted yet. */
  Reading stop() {
    double seconds = (System.nanoTime() - begin) / NANOS;
    Double computed =
        cpu()
            .flatMap(end -> cpuBegin.map(before -> end.minus(before).toNanos() / NANOS))
            .orElse(null);
    return new Reading(seconds, computed, 0, 0, 0);
  }

  private static Optional<Duration> cpu() {
    return ProcessHandle.current().info().totalCpuDuration();
  }
}
