package jindu.protect;

import java.util.List;
import jindu.catalog.Catalog;
import jindu.core.Form;
import jindu.core.Indicator;

/** Which indicators rest on what respondents said, by the catalog's word. */
final class Respondents {

  private Respondents() {}

  /** Codes of survey means. */
  static List<String> means(Catalog catalog) {
    return codes(catalog, Indicator.Kind.MEAN);
  }

  /** Codes of ratios of two indicators. */
  static List<Indicator> rates(Catalog catalog) {
    return catalog.indicators().values().stream()
        .filter(indicator -> indicator.kind() == Indicator.Kind.RATE)
        .filter(indicator -> !indicator.numerator().isEmpty())
        .toList();
  }

  /** Codes of indicators that no respondent of a protected form feeds. */
  static Object[] administrative(Catalog catalog) {
    return catalog.indicators().values().stream()
        .filter(
            indicator -> catalog.formsThatFeed(indicator).stream().allMatch(Form::administrative))
        .map(Indicator::code)
        .toArray();
  }

  private static List<String> codes(Catalog catalog, Indicator.Kind kind) {
    return catalog.indicators().values().stream()
        .filter(indicator -> indicator.kind() == kind)
        .map(Indicator::code)
        .toList();
  }
}
