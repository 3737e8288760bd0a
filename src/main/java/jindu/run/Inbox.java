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

  /** Who writes a file changes it more often than that. */
  private static final Duration QUIET = Duration.ofSeconds(2);

  /** The clock of another machine, on which the inbox lies, is ahead by no more than that. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  private static final int LOOKS = 5;

  /** As it is. */
  static Inbox asItIs(Lake lake) throws IOException {
    return new Inbox(lake, lake.inbox(), List.of());
  }

  /**
   * Waits a moment for files that were changed a moment ago. Those that go on changing are not
   * delivered yet, though their name does not say so.
   */
  static Inbox settled(Lake lake, Clock clock) throws IOException {
    List<DeliveredFile> files = lake.inbox();
    List<DeliveredFile> young = young(files, clock);
    for (int look = 1; look < LOOKS && !young.isEmpty(); look++) {
      sleep();
      files = lake.inbox();
      young = young(files, clock);
    }
    List<DeliveredFile> settled = new ArrayList<>(files);
    settled.removeAll(young);
    return new Inbox(lake, settled, young.stream().map(DeliveredFile::path).toList());
  }

  String contentHash(DeliveredFile file) {
    return lake.contentHash(file);
  }

  private static List<DeliveredFile> young(List<DeliveredFile> files, Clock clock) {
    long now = clock.millis();
    return files.stream()
        .filter(file -> InboxPath.parse(file.path()).isPresent())
        .filter(file -> now - file.modified() < QUIET.toMillis())
        .filter(file -> now - file.modified() > -AHEAD.toMillis())
        .toList();
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
