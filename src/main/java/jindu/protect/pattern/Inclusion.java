package jindu.protect.pattern;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.CheckRule;
import jindu.core.Feed;
import jindu.core.Form;

/**
 * An indicator and others that are parts of it, because a hard check of a form says so of the items
 * that feed them: no return that counts has more of the parts than of the total. In whichever
 * columns that is: an attacker who is given more than he has finds more. A check that joins columns
 * of its own, as that of investment since the start, says nothing of an indicator.
 *
 * @param check code of the check
 * @param total code of the indicator
 * @param parts codes of the others, in the order of the check
 * @param isWhole whether the check names every part, each feeds an indicator, and nothing is left
 */
record Inclusion(String check, String total, List<String> parts, boolean isWhole) {

  /** Those of protected returns, in the order of forms and checks. */
  static List<Inclusion> of(Catalog catalog) {
    return catalog.forms().values().stream()
        .filter(form -> !form.administrative())
        .flatMap(form -> ofForm(form, catalog))
        .toList();
  }

  private static Stream<Inclusion> ofForm(Form form, Catalog catalog) {
    return form.checks().stream()
        .filter(rule -> rule.severity() == CheckRule.Severity.HARD && rule.kind().hasParts())
        .flatMap(rule -> of(form, rule, catalog).stream());
  }

  private static Optional<Inclusion> of(Form form, CheckRule rule, Catalog catalog) {
    List<String> fed =
        rule.parts().stream()
            .flatMap(part -> indicator(form, part, catalog).stream())
            .distinct()
            .toList();
    boolean isWhole =
        rule.kind() == CheckRule.Kind.PARTS_EQUAL_TOTAL
            && rule.parts().stream().allMatch(part -> indicator(form, part, catalog).isPresent());
    return indicator(form, rule.total(), catalog)
        .filter(total -> !fed.isEmpty() && !fed.contains(total))
        .map(total -> new Inclusion(rule.code(), total, fed, isWhole));
  }

  /** The indicator to which every return adds an item as it stands. */
  private static Optional<String> indicator(Form form, String item, Catalog catalog) {
    return form.feeds().stream()
        .filter(feed -> feed.item().equals(item) && feed.indicatorFrom().isEmpty())
        .filter(feed -> feed.whereAttribute().isEmpty())
        .filter(feed -> feed.measure() == Feed.Measure.NOMINAL)
        .filter(feed -> feed.conversion() == Feed.Conversion.NONE)
        .map(Feed::indicator)
        .filter(code -> catalog.indicators().get(code).kind().isAdditive())
        .findFirst();
  }
}
