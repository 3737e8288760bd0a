package jindu.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jindu.lake.Lake.DeliveredFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the inbox is listed or said, and never left out. */
final class LakeTest {

  @TempDir private Path folder;
  private Lake lake;
  private Path forms;

  @BeforeEach
  void open() throws IOException {
    lake = Lake.open(folder.toString());
    forms = Files.createDirectories(folder.resolve("inbox").resolve("B204-1"));
  }

  @Test
  void listsEveryFileOfTheInboxInTheOrderOfTheirPaths() throws IOException {
    Files.writeString(forms.resolve("b.csv"), "b");
    Files.writeString(Files.createDirectory(forms.resolve("2020-07-08")).resolve("c.csv"), "cc");
    Files.writeString(forms.resolve("a.csv"), "");
    assertThat(lake.inbox())
        .extracting(DeliveredFile::path, DeliveredFile::size)
        .containsExactly(
            tuple("B204-1/2020-07-08/c.csv", 2L),
            tuple("B204-1/a.csv", 0L),
            tuple("B204-1/b.csv", 1L));
  }

  @Test
  void saysThatNamesAreNoTextInsteadOfLeavingTheFilesOut() throws Exception {
    Files.writeString(forms.resolve("a.csv"), "a");
    // 报表.csv and 报 in GBK, as a zip made on Windows leaves them; the second is a folder.
    shell("touch \"$(printf '\\261\\250\\261\\355.csv')\" \"$(printf '.\\261\\250')\"");
    shell("mkdir \"$(printf '\\261\\250')\" && touch \"$(printf '\\261\\250/\\261\\250.csv')\"");
    assertThatThrownBy(lake::inbox)
        .isInstanceOf(InboxException.class)
        .hasMessageContaining("有 2 个文件或文件夹的名称")
        .hasMessageContaining("the names of 2 files or folders, the first of them in " + forms)
        .hasMessageContaining("convmv");
    shell("rm -r \"$(printf '\\261\\250')\" \"$(printf '\\261\\250\\261\\355.csv')\"");
    // A name that is not yet delivered is nobody's concern.
    assertThat(lake.inbox()).extracting(DeliveredFile::path).containsExactly("B204-1/a.csv");
  }

  @Test
  void saysThatAFileCannotBeReadInsteadOfLeavingItOut() throws IOException {
    Files.createSymbolicLink(forms.resolve("moved.csv"), folder.resolve("no-such.csv"));
    Files.createSymbolicLink(forms.resolve("waits.csv.part"), folder.resolve("no-such.csv"));
    assertThatThrownBy(lake::inbox)
        .isInstanceOf(InboxException.class)
        .hasMessageContaining("1 files may not be read")
        .hasMessageContaining("the first is " + forms.resolve("moved.csv"));
  }

  @Test
  void namesTheFileThatIsGoneWhenItsContentIsAskedFor() throws IOException {
    Path file = Files.writeString(forms.resolve("a.csv"), "a");
    DeliveredFile listed = lake.inbox().get(0);
    Files.delete(file);
    assertThatThrownBy(() -> lake.contentHash(listed))
        .isInstanceOf(InboxException.class)
        .hasMessageContaining("Cannot read inbox/B204-1/a.csv");
  }

  private void shell(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("bash", "-c", command).directory(forms.toFile()).start();
    assertThat(shell.waitFor()).isZero();
  }
}
