package jindu.core;

import java.util.Map;
import java.util.TreeMap;

/** What the display units of indicators (亿元, 家, 方阵) are called in the language of the reader. */
public final class DisplayUnit {

  /** Behind a number on the page, where an amount is {@code × 100m yuan} and a count has none. */
  private static final String SECTION = "dashboard.unit.";

  private DisplayUnit() {}

  /** The name of each unit that the messages know; one that a catalog added stands for itself. */
  public static Map<String, String> names(Messages messages) {
    Map<String, String> names = new TreeMap<>();
    for (String key : messages.keys(SECTION)) {
      String name = messages.text(key).replaceFirst("^× ", "");
      names.put(
          key.substring(SECTION.length()), name.isEmpty() ? messages.text("cli.unit-count") : name);
    }
    return names;
  }
}
