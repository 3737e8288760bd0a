package jindu.world;

import static jindu.world.WorldProcess.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jindu.run.DuckDb;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a newcomer does: the demo from a shell, once and again, notebooks, workbook, dashboard. */
@Tag("world")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoAndNotebooksTest {

  private static Future<String> notebooks;

  private static final Path LAKE = Path.of("target", "world-lake").toAbsolutePath();

  @Test
  @Order(1)
  void theDemoPrintsTheReportsFiguresAndFindsNothingNewTheSecondTime() throws Exception {
    run("rm", "-rf", LAKE.toString());
    String first = run("jobs/demo", "--lake", LAKE.toString(), "--lang", "zh");
    assertThat(first)
        .contains("洛龙区 主要指标 2020-Q4")
        .containsPattern("地区生产总值 +亿元 +456 +\\+4\\.0 +可比价")
        .containsPattern("重点项目完成投资 +亿元 +302\\.8 .* 107\\.0 +绿")
        .contains("其余为合成数据")
        .contains("[6/6]");

    String second = run("jobs/demo", "--lake", LAKE.toString(), "--lang", "en");
    assertThat(second)
        .contains("Nothing new: no delivery and no change of the catalog")
        .containsPattern("Gross regional product +100m yuan +456 +\\+4\\.0");
    startNotebooks();
  }

  /** They take as long as all that follows, and run beside it. */
  private static void startNotebooks() {
    if (notebooks == null) {
      notebooks = CompletableFuture.supplyAsync(() -> said("notebooks/run", LAKE.toString()));
    }
  }

  @Test
  @Order(10)
  void theNotebooksRunFromTopToBottomAndShowPicturesAndTheTablesFigures() throws Exception {
    startNotebooks();
    notebooks.get();

    assertThat(executed("headline", 2))
        .contains("2021-11-05-01", "固定资产投资 160.9 亿元", "居民人均可支配收入 26,318 元");
    String published = LAKE.resolve("published").resolve("current").toRealPath().toString();
    try (DuckDb duck = DuckDb.open()) {
      Map<String, Object> industry =
          duck.rows(
                  """
                  SELECT
                    any_value(growth_ytd_pct) FILTER (sector_code = 'ALL') AS district,
                    sum(pull_points) FILTER (regexp_matches(sector_code, '^[0-9]{2}$')) AS shown,
                    count_if(withheld AND regexp_matches(sector_code, '^[0-9]{2}$')) AS withheld
                  FROM read_parquet('%s/indicator/2021.parquet')
                  WHERE indicator = 'industrial_output' AND township_code = '410311' AND quarter = 3
                  """
                      .formatted(published))
              .get(0);
      Matcher said =
          Pattern.compile("district ([0-9.-]+) shown ([0-9.-]+) withheld (\\d+)")
              .matcher(executed("townships", 4));
      assertThat(said.find()).isTrue();
      assertThat(new BigDecimal(said.group(1)))
          .isEqualByComparingTo((BigDecimal) industry.get("district"));
      assertThat(new BigDecimal(said.group(2)))
          .isEqualByComparingTo((BigDecimal) industry.get("shown"));
      assertThat(said.group(3)).isEqualTo(industry.get("withheld").toString());
    }
    assertThat(executed("quality", 1))
        .containsPattern("cells ([1-9]\\d*) of which the causes add up \\1 ")
        .contains("2020 Q4: 204.2");
    theJavaNotebookComputesWhatIsPublished(published);
  }

  private static void theJavaNotebookComputesWhatIsPublished(String published) throws Exception {
    String said = executed("spark", 1);
    assertThat(said).contains("publication 2021-11-05-01").contains("其余为合成数据");
    List<String> recomputed =
        Pattern.compile("(\\d{4}-Q\\d) published ([0-9.]+) recomputed ([0-9.]+)")
            .matcher(said)
            .results()
            .map(line -> line.group(1) + " " + line.group(3))
            .toList();
    try (DuckDb duck = DuckDb.open()) {
      List<String> quarters =
          duck
              .rows(
                  """
                  SELECT concat(year, '-Q', quarter, ' ', value_ytd) AS line
                  FROM read_parquet('%s/indicator/*.parquet')
                  WHERE indicator = 'industrial_output' AND township_code = '410311' AND sector_code = 'ALL'
                  ORDER BY year, quarter
                  """
                      .formatted(published))
              .stream()
              .map(row -> (String) row.get("line"))
              .toList();
      assertThat(recomputed).hasSizeGreaterThan(8).containsExactlyElementsOf(quarters);
    }
    assertThat(said).containsPattern("cell ([1-9][0-9.]+), parts \\1\\D").contains("第 145 行");
  }

  /** What a notebook showed; its pictures lie beside it, to be looked at. */
  private static String executed(String name, int pictures) throws IOException {
    Path folder = Path.of("target", "notebooks");
    String notebook = Files.readString(folder.resolve(name + ".ipynb"), StandardCharsets.UTF_8);
    Matcher picture = Pattern.compile("\"image/png\": \"([^\"]+)\"").matcher(notebook);
    int number = 0;
    while (picture.find()) {
      number++;
      byte[] png = Base64.getMimeDecoder().decode(picture.group(1).replace("\\n", "\n"));
      Files.write(folder.resolve(name + number + ".png"), png);
      assertThat(png).as(name).hasSizeGreaterThan(10_000);
    }
    assertThat(number).as("pictures of " + name).isEqualTo(pictures);
    // Matplotlib names each character that no font has.
    assertThat(notebook).doesNotContain("missing from font").doesNotContain("findfont");
    return notebook;
  }

  @Test
  @Order(3)
  void theWorkbookOpensInLibreOfficeAndItsPagesSayInChineseWhatItSays() throws Exception {
    Path folder = Path.of("target", "world-workbook").toAbsolutePath();
    run("rm", "-rf", folder.toString());
    Files.createDirectories(folder);
    run(
        "soffice",
        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder.toString(),
        LAKE.resolve("published/current/workbook.xlsx").toString());
    String pdf = folder.resolve("workbook.pdf").toString();
    // Pictures to look at, for what no test sees.
    run("pdftoppm", "-r", "80", "-png", pdf, folder.resolve("page").toString());

    List<String> pages = List.of(run("pdftotext", "-layout", pdf, "-").split("\f", -1));
    // Nine sheets; a column that does not fit would double their pages.
    assertThat(pages).hasSizeBetween(20, 50);
    assertThat(pages.get(0))
        .contains("洛龙区主要经济指标完成情况", "2021年前三季度", "发布批次", "其余为合成数据")
        .containsPattern("地区生产总值 +亿元 +360 +9\\.6 +可比价 +9\\.0%")
        .containsPattern("社会消费品零售总额 +亿元 +175\\.8 .* 绿")
        .contains("第 1 页");
    assertThat(String.join("\n", pages))
        .contains(
            "洛龙区年度计划目标完成情况",
            "洛龙区各镇（街道）主要指标",
            "洛龙区分行业主要指标",
            "洛龙区薄弱指标清单",
            "洛龙区重要节点推进情况",
            "洛龙区重点项目投资进度",
            "洛龙区统计报表报送质量",
            "编制说明",
            "保密")
        // What a spreadsheet shows where a number is wider than its column.
        .doesNotContain("###");
    List<String> townships = pages.stream().filter(page -> page.contains("占全区比重")).toList();
    assertThat(townships).as("the header stands on each page").hasSizeGreaterThan(10);
  }

  @Test
  @Order(4)
  void theDashboardIsReadInABrowser() throws Exception {
    DashboardChecks dashboard =
        new DashboardChecks(LAKE.resolve("published").resolve("current").toRealPath());
    dashboard.opensWithoutAnErrorOrARequest();
    dashboard.showsWhatIsChosen();
    dashboard.showsWithheldCellsAsSuch();
    dashboard.fitsAPhone();
    dashboard.printsOnA4();
    dashboard.itsFiguresAreThoseOfTheTables();
    dashboard.itsListsAreThoseOfTheTables();
    dashboard.itsPicturesAreOfTheTablesFigures();
  }

  @Test
  @Order(5)
  void whatIsExchangedIsReadByALibraryOfOthersAsTheTablesHaveIt() throws Exception {
    Path publication = LAKE.resolve("published").resolve("current").toRealPath();
    String said = python("read_sdmx.py", publication.resolve("sdmx"));
    Map<String, String> figures = Map.of("INDICATOR", "VALUE_YTD", "PLAN_PROGRESS", "TARGET_VALUE");
    Map<String, List<String>> coded =
        Map.of(
            "INDICATOR",
            List.of("ACTIVITY", "CONF_STATUS", "GROWTH_BASE", "INDICATOR", "REF_AREA", "STATUS"),
            "PLAN_PROGRESS",
            List.of(
                "ACTIVITY",
                "COMPARATOR",
                "CONF_STATUS",
                "DUE_BASIS",
                "INDICATOR",
                "KIND",
                "LAMP",
                "REF_AREA"));
    List<String> flows = new ArrayList<>();
    try (DuckDb duck = DuckDb.open()) {
      for (String line : said.lines().filter(each -> each.startsWith("{")).toList()) {
        JsonNode read = new ObjectMapper().readTree(line);
        String flow = read.required("flow").asText();
        String figure = figures.get(flow);
        Map<String, Object> table =
            duck.rows(
                    "SELECT count(*) AS rows, count_if(withheld) AS withheld, sum(%s) AS total"
                            .formatted(figure)
                        + " FROM read_parquet('%s/%s/*.parquet')"
                            .formatted(publication, flow.toLowerCase(Locale.ROOT)))
                .get(0);
        assertThat(read.required("rows").asLong())
            .as(flow)
            .isPositive()
            .isEqualTo(((Number) table.get("rows")).longValue());
        assertThat(read.required("withheld").asLong())
            .as(flow)
            .isEqualTo(((Number) table.get("withheld")).longValue());
        assertThat(read.required("total").required(figure).asDouble())
            .as(flow)
            .isCloseTo(((Number) table.get("total")).doubleValue(), withPercentage(1e-9));
        assertThat(read.required("told_of_withheld").asInt()).as(flow).isZero();
        assertThat(read.required("coded"))
            .as(flow)
            .extracting(JsonNode::asText)
            .containsExactlyElementsOf(coded.get(flow));
        assertThat(read.required("measures").asInt()).as(flow).isGreaterThan(15);
        assertThat(read.required("unknown").asInt()).as("codes in no list").isZero();
        flows.add(flow);
      }
    }
    assertThat(flows).containsExactlyInAnyOrderElementsOf(figures.keySet());
  }

  /** With {@code -Djindu.questions=write} the page gets the answers of today. */
  @Test
  @Order(6)
  void theQuestionsOfThePageAreAnsweredAsItSays() throws Exception {
    Path page = Path.of("docs", "questions.md");
    String told = Files.readString(page, StandardCharsets.UTF_8);
    Matcher question =
        Pattern.compile("```sql\n(.+?)\n```\n\n```text\n(.+?)\n```\n", Pattern.DOTALL)
            .matcher(told);
    StringBuilder answered = new StringBuilder();
    int asked = 0;
    while (question.find()) {
      asked++;
      String block = "```sql\n%s\n```\n\n```text\n%s\n```\n";
      question.appendReplacement(
          answered,
          Matcher.quoteReplacement(block.formatted(question.group(1), answer(question.group(1)))));
    }
    String today = question.appendTail(answered).toString();
    assertThat(asked).isEqualTo(12);
    if (System.getProperty("jindu.questions", "").equals("write")) {
      Files.writeString(page, today, StandardCharsets.UTF_8);
    }
    assertThat(today).isEqualTo(Files.readString(page, StandardCharsets.UTF_8));
  }

  /** With {@code -Djindu.dictionary=write} the page gets the examples of today. */
  @Test
  @Order(7)
  void theDictionarySaysOfTheColumnsWhatThePublicationShows() throws Exception {
    DictionaryChecks dictionary =
        new DictionaryChecks(LAKE.resolve("published").resolve("current").toRealPath());
    dictionary.aColumnIsNullWhereTheDictionarySaysSo();
    dictionary.thePageHasTheExamplesOfTheSample();
  }

  @Test
  @Order(8)
  void everyTableIsReadByToolsOfOthersAsItIs() throws Exception {
    ReaderChecks readers = new ReaderChecks(LAKE);
    readers.publishedTablesAreReadAlike(
        python("read_tables.py", LAKE.resolve("published").resolve("current").toRealPath()));
    readers.deltaTablesAreReadAsTheNightReadsThem(python("read_zones.py", LAKE));
  }

  private static String answer(String question) {
    return said("jobs/jindu", "sql", question, "--lake", LAKE.toString(), "--lang", "en")
        .stripTrailing();
  }

  /** What a command says as its result; a launcher that builds says so beside it. */
  private static String said(String... command) {
    try {
      return WorldProcess.results(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Order(9)
  void theLakeIsServedToClientsOfSparkAndToNobodyWhoWouldChangeIt() throws Exception {
    try (ServeChecks serve = new ServeChecks(LAKE)) {
      serve.saysHowToConnectAndWhoMayRead();
      serve.aJavaClientReadsWhatTheFilesHold();
      serve.aPythonClientReadsWhatTheFilesHold();
      serve.refusesWhateverIsNoReading();
      serve.endsWhenItIsInterrupted();
    }
  }

  /** Runs a program of src/test/python. */
  private static String python(String program, Path read) throws IOException, InterruptedException {
    Path home = Path.of("src", "test", "python");
    return run(
        WorldProcess.python("world-python", home.resolve("requirements.txt")).toString(),
        home.resolve(program).toString(),
        read.toString());
  }
}
