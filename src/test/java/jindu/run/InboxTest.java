package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import jindu.lake.Lake;
import jindu.lake.Lake.DeliveredFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that somebody is writing under its own name is not taken for delivered. */
class InboxTest {

  @TempDir private Path folder;

  private Lake lake;

  @BeforeEach
  void open() throws IOException {
    lake = Lake.open(folder.toString());
  }

  @Test
  void whatGoesOnGrowingWaitsAndWhatLiesStillDoesNot() throws Exception {
    file("CZ-1/long-ago.csv", Duration.ofHours(1));
    file("CZ-1/just-now.csv", Duration.ZERO);
    Path growing = file("CZ-1/growing.csv", Duration.ZERO);
    file("CZ-1/growing.csv.part", Duration.ZERO);
    AtomicBoolean grows = new AtomicBoolean(true);
    Thread writer =
        new Thread(
            () -> {
              while (grows.get()) {
                append(growing);
              }
            });
    writer.start();
    Inbox inbox;
    try {
      inbox = Inbox.settled(lake, Clock.systemUTC());
    } finally {
      grows.set(false);
      writer.join();
    }
    assertThat(inbox.stillWritten()).containsExactly("CZ-1/growing.csv");
    assertThat(inbox.files())
        .extracting(DeliveredFile::path)
        .containsExactly("CZ-1/growing.csv.part", "CZ-1/just-now.csv", "CZ-1/long-ago.csv");
  }

  /** The clock of who delivers may be wrong by hours: its files are old, or from another day. */
  @Test
  void aFileOfALaterClockIsTaken() throws Exception {
    file("CZ-1/tomorrow.csv", Duration.ofDays(-1));
    Inbox inbox = Inbox.settled(lake, Clock.systemUTC());
    assertThat(inbox.stillWritten()).isEmpty();
    assertThat(inbox.files()).hasSize(1);
  }

  private Path file(String path, Duration age) throws IOException {
    Path file = folder.resolve("inbox").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "a");
    Files.setLastModifiedTime(file, FileTime.from(Clock.systemUTC().instant().minus(age)));
    return file;
  }

  private static void append(Path file) {
    try {
      Files.writeString(file, "a", StandardOpenOption.APPEND);
      Thread.sleep(50);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
