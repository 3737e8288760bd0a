package jindu.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What part of a key project's investment the statistics do not count, by reason: shares that stay
 * the same over the project's years.
 *
 * @param shares by the item of the ledger that says so
 * @param unexplained a small share, above or below 0, that no item explains
 */
record NotCounted(Map<String, Double> shares, double unexplained) {

  /** The shares of the project of a code. */
  static NotCounted of(Setting setting, String project) {
    Map<String, Double> shares = new LinkedHashMap<>();
    setting
        .assumptions()
        .notCounted()
        .forEach(
            (item, share) -> {
              double drawn = share(setting, project, item, share);
              if (drawn > 0) {
                shares.put(item, drawn);
              }
            });
    double unexplained =
        share(setting, project, "unexplained", setting.assumptions().unexplained());
    return new NotCounted(shares, unexplained);
  }

  double total() {
    return shares.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Of so many percent of the projects a share between two bounds; of the others none. */
  private static double share(Setting setting, String project, String item, Document share) {
    Draw draw = Draw.of(setting.seed(), "not counted", project, item);
    return draw.chance(share.number("projects").doubleValue() / 100)
        ? draw.uniform(share.number("from").doubleValue(), share.number("to").doubleValue()) / 100
        : 0;
  }
}
