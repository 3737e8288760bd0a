package jindu.publish.dashboard;

import static jindu.publish.dashboard.Pages.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jindu.table.IndicatorDimensionTable;
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
        page("2021-05-05-01")
            .headline(1, "115.2")
            .headline(2, "233.1")
            .target(2, "yellow")
            .milestone(2, "grey");
    Pages now =
        page("2021-11-05-01")
            .headline(1, "115.2")
            .headline(2, "234.5")
            .headline(3, "360.4")
            .target(2, "red")
            .milestone(2, "green");
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
}
