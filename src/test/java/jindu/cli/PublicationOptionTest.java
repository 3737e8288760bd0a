package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import jindu.core.Messages;
import jindu.run.MadePublications;
import jindu.run.Publication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands above a table of another publication than the one in force. */
class PublicationOptionTest {

  @TempDir private Path folder;

  @Test
  void itNamesThePublicationItsDayAndWhatIsInForce() throws Exception {
    new MadePublications(folder)
        .make("2021-01-20-01")
        .make("2021-02-20-01")
        .make("2021-03-20-01")
        .putInForce("2021-02-20-01");
    assertThat(heading("2021-01-31", "en"))
        .isEqualTo("Publication 2021-01-20-01, as of 2021-01-20; in force now is 2021-02-20-01.");
    assertThat(heading("2021-02-28", "en"))
        .isEqualTo("Publication 2021-02-20-01, as of 2021-02-20: in force.");
    assertThat(heading("2021-03-31", "en"))
        .isEqualTo(
            "Publication 2021-03-20-01, as of 2021-03-20, taken back by publish --back, which put"
                + " 2021-02-20-01 in its place; in force now is 2021-02-20-01.");
    assertThat(heading("2021-03-31", "zh"))
        .isEqualTo(
            "发布 2021-03-20-01，数据截至 2021-03-20，已被 publish --back 撤回，改用 2021-02-20-01；"
                + "现行发布为 2021-02-20-01。");
  }

  private String heading(String day, String language) throws Exception {
    return PublicationOption.heading(
        Publication.asOf(folder.toString(), LocalDate.parse(day)), Messages.of(language));
  }
}
