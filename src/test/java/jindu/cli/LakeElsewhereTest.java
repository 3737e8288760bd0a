package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import jindu.TestSession;
import jindu.run.DuckDb;
import jindu.run.SmallReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that the program takes for one on no disk of this machine: a URI, leases, no links. */
class LakeElsewhereTest {

  @TempDir private Path folder;

  @BeforeAll
  static void startTheSession() {
    TestSession.get();
  }

  @Test
  void nightsAreRunAndLookedAt() throws Exception {
    SmallReference.copy(folder.resolve("reference"), Set.of("CZ-1"));
    deliver("2020-05-02", 5);
    JsonNode first = json("nightly");
    assertThat(first.at("/outcome").asText()).isEqualTo("published");
    deliver("2020-05-03", 6);
    JsonNode second = json("nightly");

    assertThat(second.at("/batch").asText()).isEqualTo("B000002");
    assertThat(json("nightly").at("/outcome").asText()).isEqualTo("nothing_received");
    Path published = folder.resolve("published");
    assertThat(Files.readString(published.resolve("current.json")))
        .contains(second.at("/publication").asText());
    assertThat(published.resolve("current")).doesNotExist();
    assertThat(folder.resolve(".holder")).doesNotExist();
    try (DuckDb duck = DuckDb.open()) {
      assertThat(
              duck.number(
                  "SELECT value_ytd FROM read_parquet('%s/%s/indicator/*.parquet')"
                          .formatted(published, second.at("/publication").asText())
                      + " WHERE indicator = 'tax_revenue' AND sector_code = 'ALL'"
                      + " AND township_code = '410311'"))
          .isEqualTo(10_000L * (6 + 7));
    }
    assertThat(told("status")).contains("B000002");
    assertThat(told("history")).contains("B000002", second.at("/publication").asText());
    told("rebuild");
    told("maintain");
    told("publish", "--back", first.at("/publication").asText(), "--reason", "wrong");
    assertThat(Files.readString(published.resolve("current.json")))
        .contains(first.at("/publication").asText());
  }

  @Test
  void whatWritesToADiskOfThisMachineSaysSo() throws Exception {
    Output demo = Output.of("demo", "--lake", "elsewhere:" + folder, "--lang", "en");
    assertThat(demo.code()).isEqualTo(2);
    assertThat(demo.errors()).contains("lies on no disk of this machine");
    assertThat(Output.of("nightly", "--lake", "elsewhere:" + folder).code()).isEqualTo(2);
  }

  private void deliver(String day, int amount) throws Exception {
    Path file = folder.resolve("inbox/CZ-1/" + day + "/a.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "报告期,区划代码,科目,收入_本年累计\n2020-03,410311002,增值税,%d\n2020-03,410311004,契税,7\n"
            .formatted(amount));
  }

  private JsonNode json(String command) throws Exception {
    return new ObjectMapper().readTree(told(command, "--json"));
  }

  private String told(String command, String... options) throws Exception {
    String[] all = new String[options.length + 4];
    all[0] = command;
    System.arraycopy(options, 0, all, 1, options.length);
    all[options.length + 1] = "--lake=elsewhere:" + folder;
    all[options.length + 2] = "--lang=en";
    all[options.length + 3] = "--quiet";
    Output output = Output.of(all);
    assertThat(output.code()).as(output.errors()).isZero();
    return output.out();
  }
}
