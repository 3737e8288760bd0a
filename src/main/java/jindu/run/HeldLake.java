package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jindu.lake.Lake;
import jindu.lake.LakeLock;
import jindu.lake.LogZone;
import jindu.lake.LostLockException;
import jindu.lake.PublishedZone;

/** A lake that one batch holds from beginning to end, while no other can. */
final class HeldLake {

  private HeldLake() {}

  /** What is done with it. */
  interface Work<T, E extends Exception> {
    T with(Lake lake, LakeLock held) throws RunException, IOException, E;
  }

  /**
   * Takes the lake, does the work, and gives the lake back whatever became of it.
   *
   * @param location the lake
   * @throws RunException when another batch holds the lake, or has taken it from this one, or a
   *     folder of it cannot be written
   */
  static <T, E extends Exception> T during(String location, Clock clock, Work<T, E> work)
      throws RunException, IOException, E {
    Lake lake;
    Optional<LakeLock> taken;
    try {
      lake = Lake.open(location);
      taken = lake.take(clock.instant());
    } catch (IOException unwritable) {
      throw notWritable(location, List.of(unwritable.toString()));
    }
    if (taken.isEmpty()) {
      throw HeldBy.refusal(location, LakeLock.holder(lake));
    }
    LakeLock held = taken.get();
    try (held) {
      return work(lake, location, held, clock, work);
    } catch (LostLockException lost) {
      throw new RunException(RunException.Kind.LOST, location);
    }
  }

  private static <T, E extends Exception> T work(
      Lake lake, String location, LakeLock held, Clock clock, Work<T, E> work)
      throws RunException, IOException, E {
    BatchLines lines = BatchLines.to(new LogZone(lake).file(ReceivedDays.today(clock)));
    try (lines) {
      List<String> unwritable = lake.unwritable();
      if (!unwritable.isEmpty()) {
        throw notWritable(location, unwritable);
      }
      new PublishedZone(lake).mendLink();
      return work.with(lake, held);
    }
  }

  private static RunException notWritable(String location, List<String> why) {
    return new RunException(RunException.Kind.NOT_WRITABLE, location, String.join("; ", why));
  }
}
