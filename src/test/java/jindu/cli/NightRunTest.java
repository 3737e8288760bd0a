package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jindu.run.FileAccount;
import jindu.run.LostDetail;
import jindu.run.NightResult;
import org.junit.jupiter.api.Test;

/** What an operator and a program are told of a night's rows. */
class NightRunTest {

  private static final LocalDate DAY = LocalDate.of(2020, 4, 18);

  /** Twelve files of 100 rows; the number of a file is the number of its refused rows. */
  private static final NightResult NIGHT =
      new NightResult(
          NightResult.Outcome.PUBLISHED,
          "B000001",
          "2020-04-18-01",
          DAY,
          IntStream.rangeClosed(0, 11).mapToObj(NightRunTest::file).toList(),
          3,
          List.of("CZ-1/b.csv"),
          List.of("2019-03-01-01", "2019-03-02-01"),
          List.of(
              new LostDetail("services_revenue", 2020, false), new LostDetail("sales", 2019, true)),
          List.of("forms/CZ-1.yaml", "plans/2020.csv"),
          IntStream.rangeClosed(2010, 2020).mapToObj(year -> "CZ-1/" + year).toList(),
          List.of("observations: 00000000000000000007.json"));

  @Test
  void theTerminalShowsTheSumAndTheTenWorstFilesWorstFirst() {
    List<String> lines = told("en");

    assertThat(lines)
        .contains(
            "1200 rows read in 12 files = 1122 accepted + 12 unchanged + 66 refused"
                + " (of which 11 excluded).",
            "and 1 more files",
            "3 files were received after 2020-04-18 and wait for a later night.",
            "services_revenue in 2020: no choice of cells protects every respondent, so all townships"
                + " and divisions of that year and later ones are withheld. jindu history --protection"
                + " shows the counts.",
            "sales in 2019: without townships and divisions respondents are not protected either, so"
                + " everything of that year and later ones is withheld. jindu history --protection"
                + " shows the counts.",
            "Files of reference/ that changed: forms/CZ-1.yaml, plans/2020.csv.",
            "Slices computed again (11): CZ-1/2010, CZ-1/2011, CZ-1/2012, CZ-1/2013, CZ-1/2014,"
                + " CZ-1/2015, CZ-1/2016, CZ-1/2017, CZ-1/2018, CZ-1/2019, ….",
            "Removed by reference/retention.yaml: 2019-03-01-01, 2019-03-02-01");
    assertThat(lines.stream().filter(line -> line.startsWith("CZ-1/")))
        .hasSize(10)
        .startsWith("CZ-1/11.csv        100        88          1       11                  1")
        .noneMatch(line -> line.startsWith("CZ-1/0.csv") || line.startsWith("CZ-1/1.csv"));
    assertThat(told("zh")).contains("12 个文件共读入 1200 行 = 接收 1122 + 重复 12 + 退回 66（其中剔除 11）。");
  }

  /** The last thing an operator reads is where the results are. */
  @Test
  void theLastLinesSayWhereTablesWorkbookAndDashboardAre() {
    List<String> lines = told("en");
    assertThat(lines.subList(lines.size() - 3, lines.size()))
        .containsExactly(
            "Published tables: lake/published/current",
            "Workbook: lake/published/current/workbook.xlsx",
            "Dashboard: lake/published/current/dashboard.html");
    assertThat(told("zh")).endsWith("看板：lake/published/current/dashboard.html");
  }

  @Test
  void beforeTheFirstPublicationThereIsNowhereToLook() {
    StringWriter words = new StringWriter();
    new NightRun(options("en"), new PrintWriter(words, true))
        .tellWhere(
            new NightResult(
                NightResult.Outcome.NOTHING_RECEIVED,
                null,
                null,
                DAY,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    assertThat(words.toString()).isEmpty();
  }

  @Test
  void theJsonHasTheAccountOfEachFileAndTheirSum() throws Exception {
    JsonNode json = new ObjectMapper().readTree(NightJson.of(NIGHT));

    assertThat(json.at("/rows").toString())
        .isEqualTo(
            "{\"rows_read\":1200,\"accepted\":1122,\"unchanged\":12,\"quarantined\":66,"
                + "\"excluded\":11}");
    assertThat(json.at("/files/11/quarantined").asLong()).isEqualTo(11);
    assertThat(json.at("/files/11/excluded").asLong()).isEqualTo(1);
    assertThat(json.at("/files/11/unknown_headers").asText()).isEqualTo("增加值");
    assertThat(json.at("/files/10").has("unknown_headers")).isFalse();
    assertThat(json.at("/waiting").asInt()).isEqualTo(3);
    assertThat(json.at("/lost_detail/0/extent").asText()).isEqualTo("detail");
    assertThat(json.at("/lost_detail/1").toString())
        .isEqualTo("{\"indicator\":\"sales\",\"year\":2019,\"extent\":\"all\"}");
    assertThat(json.at("/reference_changed/1").asText()).isEqualTo("plans/2020.csv");
    assertThat(json.at("/slices/10").asText()).isEqualTo("CZ-1/2020");
    assertThat(json.at("/removed").toString()).isEqualTo("[\"2019-03-01-01\",\"2019-03-02-01\"]");
  }

  private static FileAccount file(int refused) {
    return new FileAccount(
        "d" + refused,
        "CZ-1",
        "CZ-1/" + refused + ".csv",
        "hash",
        DAY,
        100,
        99 - refused,
        1,
        refused,
        Math.min(1, refused),
        null,
        refused == 11 ? "增加值" : null);
  }

  private static List<String> told(String language) {
    StringWriter words = new StringWriter();
    NightRun night = new NightRun(options(language), new PrintWriter(words, true));
    night.tell(NIGHT);
    night.tellWhere(NIGHT);
    return words.toString().lines().toList();
  }

  private static CommonOptions options(String language) {
    CommonOptions options = new CommonOptions();
    options.language = language;
    options.lake = "lake";
    return options;
  }
}
