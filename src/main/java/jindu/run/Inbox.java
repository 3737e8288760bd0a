package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jindu.ingest.InboxPath;
import jindu.lake.Lake;
import jindu.lake.Lake.DeliveredFile;

/**
 * What lies in the inbox.
 *
 * @param files those that are delivered
 * @param stillWritten paths of those that somebody was writing; they wait for the next night
 */
record Inbox(Lake lake, List<DeliveredFile> files, List<String> stillWritten) {

  /** Who writes a file changes it more often than that; a file server may tell it so late. */
  private static final Duration QUIET = Duration.ofSeconds(4);

  /** What was not changed for so long is not looked at twice. */
  private static final Duration RECENT = Duration.ofMinutes(1);

  private static final int LOOKS = 4;

  /**
   * Looks a second time at files that were changed a moment ago. Those that go on changing are not
   * delivered yet, though their name does not say so.
   */
  static Inbox settled(Lake lake, Clock clock) throws IOException {
    List<DeliveredFile> files = lake.inbox();
    List<DeliveredFile> unsettled = files.stream().filter(file -> isRecent(file, clock)).toList();
    for (int look = 1; look < LOOKS && !unsettled.isEmpty(); look++) {
      sleep();
      List<DeliveredFile> before = files;
      files = lake.inbox();
      // One that has the same path, size and time of change as before is the same.
      unsettled =
          files.stream()
              .filter(file -> isRecent(file, clock))
              .filter(file -> !before.contains(file))
              .toList();
    }
    List<DeliveredFile> settled = new ArrayList<>(files);
    settled.removeAll(unsettled);
    return new Inbox(lake, settled, unsettled.stream().map(DeliveredFile::path).toList());
  }

  String contentHash(DeliveredFile file) {
    return lake.contentHash(file);
  }

  /** The clock of another machine, on which the inbox lies, may be ahead or behind. */
  private static boolean isRecent(DeliveredFile file, Clock clock) {
    return InboxPath.parse(file.path()).isPresent()
        && Math.abs(clock.millis() - file.modified()) < RECENT.toMillis();
  }

  private static void sleep() throws IOException {
    try {
      Thread.sleep(QUIET.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped while it waited for files that are being written.", stopped);
    }
  }
}
