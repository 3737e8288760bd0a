package jindu.publish.dashboard;

import static jindu.publish.dashboard.Pages.DISTRICT;
import static jindu.publish.dashboard.Pages.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jindu.core.Sector;
import jindu.table.HeadlineTable;
import jindu.table.IndicatorDimensionTable;
import jindu.table.MilestoneProgressTable;
import jindu.table.PlanProgressTable;
import jindu.world.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** What a reader is told of what changed, of two publications whose difference is known. */
@Tag("world")
class ChangesInBrowserTest {

  @TempDir private Path folder;

  @Test
  void tellsWhatIsNewWhatWasRevisedAndWhichLampsChanged() throws Exception {
    Pages before =
        milestone(
            target(headline(headline(page("2021-05-05-01"), 1, "115.2"), 2, "233.1"), "yellow"),
            "grey");
    Pages now =
        milestone(
            target(
                headline(
                    headline(headline(page("2021-11-05-01"), 1, "115.2"), 2, "234.5"), 3, "360.4"),
                "red"),
            "green");
    Path file = folder.resolve("dashboard.html");
    Files.writeString(file, now.html(Optional.of(before)), StandardCharsets.UTF_8);

    try (Browser browser = new Browser()) {
      browser.open(file, "");
      assertThat(browser.console()).isEmpty();
      assertThat(browser.all("#changes li"))
          .extracting(WebElement::getText)
          .containsExactly(
              "2021年三季度，1 项：地区生产总值",
              "地区生产总值增长：▲黄灯 → ■红灯",
              "节点：○灰灯 → ●绿灯",
              "地区生产总值，2021年二季度本年累计：233.1 亿元 → 234.5 亿元");
      browser.open(file, "lang=en");
      assertThat(browser.all("#changes li"))
          .extracting(WebElement::getText)
          .containsExactly(
              "Q3 2021, 1: Gross regional product",
              "Gross regional product: growth: ▲yellow → ■red",
              "A milestone: ○grey → ●green",
              "Gross regional product, Q2 2021, year to date: 233.1 × 100m yuan → 234.5 × 100m yuan");
    }
  }

  private static Pages page(String publication) {
    return new Pages(publication)
        .with(
            IndicatorDimensionTable.DEFINITION,
            "indicator",
            "grp",
            "title_zh",
            "地区生产总值",
            "title_en",
            "Gross regional product",
            "kind",
            "flow",
            "display_unit",
            "亿元",
            "display_factor",
            decimal("10000"),
            "display_decimals",
            1,
            "headline_basis",
            "comparable");
  }

  private static Pages headline(Pages page, int quarter, String value) {
    return page.with(
        HeadlineTable.DEFINITION,
        "line",
        1,
        "year",
        2021,
        "quarter",
        quarter,
        "indicator",
        "grp",
        "display_value",
        decimal(value),
        "withheld",
        false);
  }

  private static Pages target(Pages page, String lamp) {
    return page.with(
        PlanProgressTable.DEFINITION,
        "target_id",
        "P2021-001",
        "indicator",
        "grp",
        "kind",
        "growth",
        "township_code",
        DISTRICT,
        "sector_code",
        Sector.ALL,
        "year",
        2021,
        "quarter",
        2,
        "lamp",
        lamp,
        "in_force",
        true,
        "withheld",
        false);
  }

  private static Pages milestone(Pages page, String lamp) {
    return page.with(
        MilestoneProgressTable.DEFINITION,
        "milestone_id",
        "P2021-018",
        "title_zh",
        "节点",
        "title_en",
        "A milestone",
        "due_date",
        Pages.day("2021-06-30"),
        "year",
        2021,
        "quarter",
        2,
        "lamp",
        lamp);
  }
}
