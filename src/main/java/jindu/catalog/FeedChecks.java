package jindu.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.core.Feed;
import jindu.core.Feed.Measure;
import jindu.core.Form.GrowthBase;
import jindu.core.Indicator;
import jindu.core.Indicator.Kind;

/** What must agree between the feeds of all forms and the indicators. */
final class FeedChecks {

  private FeedChecks() {}

  static void check(
      List<FormReader.Read> forms,
      Map<String, Indicator> indicators,
      KnownCodes known,
      Mistakes mistakes) {
    Map<String, GrowthBase> bases = new HashMap<>();
    Map<String, String> firstForms = new HashMap<>();
    for (FormReader.Read form : forms) {
      for (Located<Feed> feed : form.feeds()) {
        String code = feed.value().indicator();
        if (code.isEmpty()) {
          continue;
        }
        if (!known.contains(code)) {
          mistakes.add(feed.at(), "unknown-indicator", "indicator", code);
        }
        if (indicators.containsKey(code)) {
          requireMeasure(feed, indicators.get(code), mistakes);
        }
        if (feed.value().base() != null || form.base().isPresent()) {
          GrowthBase base = form.form().base(feed.value());
          GrowthBase first = bases.putIfAbsent(code, base);
          firstForms.putIfAbsent(code, form.form().code());
          if (first != null && first != base) {
            mistakes.add(
                feed.at(),
                "other-growth-base",
                code,
                base.code(),
                firstForms.get(code),
                first.code());
          }
        }
      }
    }
  }

  /** A rate is computed, weights belong to means, comparable prices to comparable indicators. */
  private static void requireMeasure(Located<Feed> feed, Indicator indicator, Mistakes mistakes) {
    if (indicator.kind() == Kind.RATE) {
      mistakes.add(feed.at(), "rate-with-feed", indicator.code());
    }
    Measure measure = feed.value().measure();
    boolean weightWithoutMean = measure == Measure.WEIGHT && indicator.kind() != Kind.MEAN;
    boolean comparableInVain = measure == Measure.COMPARABLE && !indicator.comparable();
    if (weightWithoutMean || comparableInVain) {
      mistakes.add(feed.at(), "measure-not-of-indicator", measure.code(), indicator.code());
    }
  }
}
