package jindu.publish.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jindu.core.Messages;
import jindu.table.HeadlineTable;
import org.junit.jupiter.api.Test;

/** The page as a file: whole, closed to the network, and no name breaks out of it. */
class PageTest {

  private static final String EVIL =
      "</script><script>alert('x')</script> \"quoted\" & <!-- \u2028 \u2029 \\u003c @@script@@ $1";

  @Test
  void noNameBreaksOutOfThePage() throws Exception {
    Pages page = page(EVIL);
    String html = page.html();

    assertThat(count("<script", html)).isEqualTo(count("<script", page("a name").html()));
    assertThat(count("</script", html)).isEqualTo(count("</script", page("a name").html()));
    assertThat(html).doesNotContain("alert('x')</");
    assertThat(page.data().get("tables").get("headline").get("rows").get(0).toString())
        .contains("alert('x')");
    int title = List.of(names(page)).indexOf("title_zh");
    assertThat(page.data().get("tables").get("headline").get("rows").get(0).get(title).asText())
        .isEqualTo(EVIL);
  }

  @Test
  void asksNothingOfTheNetwork() throws Exception {
    String charts = Resource.charts("dist/echarts.common.min.js");
    String html = page("a name").html();

    assertThat(html).contains("default-src 'none'").contains(charts);
    // The library can name pictures, which a page closed to the network would not fetch.
    html = html.replace(charts, "");
    assertThat(html).doesNotContainPattern("<(script|link|img|iframe)[^>]*(src|href)=\"(?!data:)");
    assertThat(html).doesNotContain("@import").doesNotContain("url(http");
  }

  @Test
  void theLicenceOfTheChartsGoesWithThem() throws Exception {
    assertThat(page("a name").html())
        .contains("Licensed to the Apache Software Foundation")
        .contains("This product includes software developed at")
        .contains("Mike Bostock");
  }

  @Test
  void everyWordThatAScriptAsksForIsThereInBothLanguages() {
    String scripts = Page.SCRIPTS.stream().map(Resource::own).collect(Collectors.joining("\n"));
    TreeSet<String> asked = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\bt\\('([^']+)'[,)]").matcher(scripts);
    while (matcher.find()) {
      asked.add(Words.SECTION + matcher.group(1));
    }

    assertThat(asked).hasSizeGreaterThan(60);
    assertThat(Messages.CHINESE.keys(Words.SECTION)).containsAll(asked);
    assertThat(Messages.ENGLISH.keys(Words.SECTION))
        .isEqualTo(Messages.CHINESE.keys(Words.SECTION));
  }

  private static String[] names(Pages page) throws Exception {
    List<String> names = new java.util.ArrayList<>();
    page.data().get("tables").get("headline").get("columns").forEach(it -> names.add(it.asText()));
    return names.toArray(String[]::new);
  }

  private static Pages page(String title) {
    return new Pages("2021-11-05-01")
        .with(
            HeadlineTable.DEFINITION,
            "line",
            1,
            "year",
            2021,
            "quarter",
            3,
            "indicator",
            "grp",
            "title_zh",
            title);
  }

  private static int count(String part, String text) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
