package jindu.publish.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page as text: template, style, scripts, charts and data in one file. */
final class Page {

  /** In the order in which they need each other. */
  static final List<String> SCRIPTS =
      List.of(
          "data.js",
          "figures.js",
          "elements.js",
          "charts.js",
          "summary.js",
          "headline.js",
          "weak.js",
          "indicator.js",
          "townships.js",
          "sectors.js",
          "ranking.js",
          "milestones.js",
          "projects.js",
          "quality.js",
          "changes.js",
          "page.js");

  private static final Pattern PLACE = Pattern.compile("@@([a-z]+)@@");

  private Page() {}

  static String html(ObjectNode data) {
    Map<String, String> parts =
        Map.of(
            "style", Resource.own("dashboard.css"),
            "licence", licence(),
            "charts", Resource.charts("dist/echarts.common.min.js"),
            "data", inScript(data.toString()),
            "script", scripts());
    return PLACE
        .matcher(Resource.own("dashboard.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  /**
   * JSON that nothing in it can end the script element of: a name that holds a closing tag stays a
   * name. The signs occur in JSON within texts alone, where an escape means the same.
   */
  static String inScript(String json) {
    return json.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** What the licences of the library ask to be kept with it. */
  private static String licence() {
    return Resource.charts("NOTICE") + "\n" + Resource.charts("licenses/LICENSE-d3");
  }

  /** One function around all, so that nothing of the page is global. */
  private static String scripts() {
    return SCRIPTS.stream()
        .map(Resource::own)
        .collect(Collectors.joining("\n", "(function () {\n'use strict';\n", "\n})();\n"));
  }
}
