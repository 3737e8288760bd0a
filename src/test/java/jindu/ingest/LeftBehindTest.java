package jindu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import jindu.TestSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftBehindTest {

  private static final String ANY = "any.tmp";

  @TempDir Path folder;

  @Test
  void deletesWhatProcessesLeftThatLiveNoMore() throws Exception {
    Path dead = Files.createFile(folder.resolve(Spool.NAME + endedProcess() + "-1.tmp"));
    Path living = Files.createFile(folder.resolve(Spool.PREFIX + ANY));
    Path other = Files.createFile(folder.resolve(Spool.NAME + "x-" + ANY));
    LeftBehind.delete(folder);
    assertThat(dead).doesNotExist();
    assertThat(living).exists();
    assertThat(other).exists();
  }

  @Test
  void aDecoderThatStartsDeletesThem() throws Exception {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path dead = Files.createTempFile(temporary, Spool.NAME + endedProcess() + "-", "");
    Path file = DeliveryFilesTest.INBOX.resolve("B204-1/utf8.csv");
    Delivery delivery =
        new Delivery(
            "B204-1/utf8.csv", file.toUri().toString(), "B204-1", LocalDate.of(2020, 7, 8));
    assertThat(
            Ingest.returns(TestSession.get(), List.of(delivery), SampleForms.ALL).collectAsList())
        .isNotEmpty();
    assertThat(dead).doesNotExist();
  }

  @Test
  void whatIsKeptIsReadByItsOwnerOnly() throws IOException {
    try (Content content = Content.read(new ByteArrayInputStream(new byte[5 << 20]))) {
      Path kept = content.bytes().file().orElseThrow().toPath();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rw-------");
    }
  }

  private static long endedProcess() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    assertThat(process.waitFor()).isZero();
    return process.pid();
  }
}
