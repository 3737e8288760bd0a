package jindu.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dashboard of a publication as a reader meets it, in a browser without a network. */
final class DashboardChecks {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9,]*(?:\\.([0-9]+))?");

  private static final String FIGURES =
      "return [...document.querySelectorAll('[data-source]')].map(figure =>"
          + " ({source: figure.dataset.source, text: figure.textContent}))";

  private final Path publication;
  private final Path page;

  /**
   * @param publication its folder
   */
  DashboardChecks(Path publication) {
    this.publication = publication;
    this.page = publication.resolve("dashboard.html");
  }

  void opensWithoutAnErrorOrARequest() {
    try (Browser browser = new Browser()) {
      browser.open(page, "");
      assertThat(browser.text("h1")).contains("洛龙区").contains("2021年三季度");
      assertThat(browser.text("#notice")).contains("合成数据");
      assertThat(browser.fonts("h1")).contains("CJK");
      assertThat(browser.all("#course-0 svg path")).as("what is drawn").isNotEmpty();
      assertThat(browser.console()).isEmpty();
      assertThat(browser.requests())
          .isNotEmpty()
          .allMatch(url -> url.startsWith("file:") || url.startsWith("data:"))
          .filteredOn(url -> url.startsWith("file:"))
          .hasSize(1);
    }
  }

  void showsWhatIsChosen() throws Exception {
    try (Browser browser = new Browser()) {
      browser.open(page, "");
      String before = browser.text("#headline");
      browser.choose("choose-quarter", "2020-Q4");
      assertThat(browser.text("h1")).contains("2020年四季度");
      assertThat(browser.text("#headline")).isNotEqualTo(before).contains("456");

      browser.choose("choose-quarter", "2021-Q3");
      browser.choose("choose-indicator", "retail_sales");
      assertThat(browser.text("#indicator h2")).contains("社会消费品零售总额");
      assertThat(browser.text("#pulls")).contains("52");
      browser.click("[data-level=strata]");
      assertThat(browser.text("#pulls")).doesNotContain("52 ").contains("第三产业");

      browser.click("#choose-lang");
      assertThat(browser.text("h1")).isEqualTo("Luolong District: progress of the plan, Q3 2021");
      assertThat(browser.text("#indicator h2")).contains("Retail sales");
      assertThat(browser.run("return location.hash"))
          .isEqualTo("#quarter=2021-Q3&indicator=retail_sales&lang=en");
      assertThat(browser.console()).isEmpty();
    }
  }

  void showsWithheldCellsAsSuch() {
    try (Browser browser = new Browser()) {
      browser.open(page, "indicator=fixed_asset_investment");
      assertThat(browser.all("#townships .withheld")).isNotEmpty();
      assertThat(browser.text("#townships .withheld")).isEqualTo("不公布");
      assertThat(browser.all("#ranking td.hatched")).isNotEmpty();
      assertThat(browser.text("#ranking td.hatched")).isEqualTo("※");
    }
  }

  void fitsAPhone() throws Exception {
    try (Browser browser = new Browser()) {
      for (String choice :
          List.of(
              "lang=zh&indicator=fixed_asset_investment",
              "lang=en&indicator=fixed_asset_investment",
              "lang=en&quarter=2020-Q1")) {
        browser.open(page, choice);
        browser.width(375);
        assertThat((Long) browser.run("return document.documentElement.scrollWidth"))
            .as(choice)
            .isLessThanOrEqualTo(375);
        browser.picture(Path.of("target", "dashboard", "phone-" + choice + ".png"));
      }
      assertThat(browser.console()).isEmpty();
    }
  }

  /** On paper nobody chooses: what is chosen is printed whole, on A4, without the controls. */
  void printsOnA4() throws Exception {
    Path pdf = Path.of("target", "dashboard", "print.pdf");
    try (Browser browser = new Browser()) {
      browser.open(page, "indicator=fixed_asset_investment");
      Files.createDirectories(pdf.getParent());
      Files.write(pdf, browser.print());
    }
    String paper = WorldProcess.run("pdfinfo", pdf.toString());
    assertThat(paper).containsPattern("Page size: +59[45][.0-9]* x 84[12][.0-9]* pts \\(A4\\)");
    String printed = WorldProcess.run("pdftotext", "-layout", pdf.toString(), "-");
    assertThat(printed).contains("洛龙区", "2021年三季度", "固定资产投资", "不公布", "合成数据");
    assertThat(printed).doesNotContain("English");
    // Each page ends with a form feed.
    List<String> pages = List.of(printed.split("\f"));
    assertThat(paper).containsPattern("Pages: +" + pages.size() + "\n");
    assertThat(pages).hasSizeBetween(2, 12).noneMatch(String::isBlank);
  }

  void itsFiguresAreThoseOfTheTables() throws Exception {
    try (Browser browser = new Browser();
        PublishedFigures figures = new PublishedFigures(publication)) {
      for (String quarter : List.of("2021-Q3", "2021-Q1", "2019-Q1")) {
        for (String indicator : List.of("grp", "budget_revenue", "petitions", "new_employment")) {
          browser.open(page, "quarter=" + quarter + "&indicator=" + indicator);
          assertThat(differences(browser, figures, quarter)).as(quarter).isEmpty();
        }
      }
      assertThat(browser.console()).isEmpty();
    }
  }

  void itsListsAreThoseOfTheTables() throws Exception {
    try (Browser browser = new Browser();
        PublishedLists lists = new PublishedLists(publication)) {
      for (String quarter : List.of("2021-Q3", "2021-Q1", "2020-Q4")) {
        browser.open(page, "quarter=" + quarter);
        for (PublishedLists.Lines list : lists.of(quarter)) {
          List<String> published = lists.read(list.query());
          if (quarter.equals("2021-Q3")) {
            assertThat(published).as(list.name()).isNotEmpty();
          }
          assertThat((List<?>) browser.run(list.script()))
              .as(list.name() + " of " + quarter)
              .isEqualTo(published);
        }
      }
    }
  }

  void itsPicturesAreOfTheTablesFigures() throws Exception {
    try (Browser browser = new Browser();
        PublishedLists lists = new PublishedLists(publication)) {
      for (String quarter : List.of("2021-Q3", "2020-Q4")) {
        for (String indicator : List.of("retail_sales", "services_revenue")) {
          browser.open(page, "quarter=" + quarter + "&indicator=" + indicator);
          for (String level : List.of("strata", "section", "division")) {
            browser.click("[data-level=" + level + "]");
            assertDrawn(browser, lists, PublishedPictures.pulls(quarter, indicator, level));
          }
        }
      }
      for (String quarter : List.of("2021-Q3", "2021-Q1")) {
        for (String indicator : List.of("retail_sales", "petitions", "new_employment", "grp")) {
          browser.open(page, "quarter=" + quarter + "&indicator=" + indicator);
          assertDrawn(browser, lists, PublishedPictures.courses(quarter, indicator));
        }
      }
      assertThat(browser.console()).isEmpty();
    }
  }

  private static void assertDrawn(
      Browser browser, PublishedLists lists, PublishedLists.Lines picture) throws SQLException {
    List<String> published = lists.read(picture.query());
    assertThat(published).as(picture.name()).isNotEmpty();
    assertThat((List<?>) browser.run(picture.script())).as(picture.name()).isEqualTo(published);
  }

  private static List<String> differences(Browser browser, PublishedFigures figures, String quarter)
      throws Exception {
    List<String> differences = new ArrayList<>();
    List<?> shown = (List<?>) browser.run(FIGURES);
    assertThat(shown).hasSizeGreaterThan(100);
    for (Object each : shown) {
      String source = (String) ((Map<?, ?>) each).get("source");
      String text = (String) ((Map<?, ?>) each).get("text");
      Matcher number = NUMBER.matcher(text);
      assertThat(number.find()).as(source + ": " + text).isTrue();
      int decimals = number.group(1) == null ? 0 : number.group(1).length();
      BigDecimal value = new BigDecimal(number.group().replace(",", ""));
      BigDecimal published = figures.read(source, quarter, decimals);
      if (value.compareTo(published) != 0) {
        differences.add(source + ": " + text + " instead of " + published);
      }
    }
    return differences;
  }
}
