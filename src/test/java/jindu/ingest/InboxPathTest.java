package jindu.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InboxPathTest {

  @Test
  void readsFormAndName() {
    assertThat(InboxPath.parse("B204-1/file.csv"))
        .contains(new InboxPath("B204-1", Optional.empty(), "file.csv"));
  }

  @Test
  void readsTheDayOfTheFolder() {
    assertThat(InboxPath.parse("B204-1/2020-07-08/file.csv"))
        .contains(new InboxPath("B204-1", Optional.of(LocalDate.of(2020, 7, 8)), "file.csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file.csv",
        "B204-1/2020-02-30/file.csv",
        "B204-1/2020-7-8/file.csv",
        "B204-1/2020-07-08/关林/file.csv"
      })
  void findsNoFormInOtherFoldersYetKeepsTheFile(String path) {
    assertThat(InboxPath.parse(path)).contains(new InboxPath("", Optional.empty(), "file.csv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "B204-1/.file.csv",
        "B204-1/_SUCCESS",
        "B204-1/file.csv.part",
        "B204-1/file.csv.tmp",
        "B204-1/_temporary/file.csv",
        ".trash/B204-1/file.csv"
      })
  void takesNothingThatIsNotYetDelivered(String path) {
    assertThat(InboxPath.parse(path)).isEmpty();
  }
}
