package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Form;

/**
 * Indicators that add up and that protected respondents feed, in groups fed by the same items, or
 * of which one is a part of another: what a cell of one holds follows from the same cell of
 * another, or is bounded by it.
 */
final class LinkedIndicators {

  private LinkedIndicators() {}

  /** The groups, by code, each and all in order. */
  static List<List<String>> of(Catalog catalog) {
    Map<String, Set<String>> items = new TreeMap<>();
    catalog.indicators().values().stream()
        .filter(indicator -> indicator.kind().isAdditive())
        .forEach(
            indicator -> {
              Set<String> fed = items(indicator.code(), catalog.formsThatFeed(indicator));
              if (!fed.isEmpty()) {
                items.put(indicator.code(), fed);
              }
            });
    for (Inclusion inclusion : Inclusion.of(catalog)) {
      items.get(inclusion.total()).add(inclusion.check());
      inclusion.parts().forEach(part -> items.get(part).add(inclusion.check()));
    }
    List<List<String>> groups = new ArrayList<>();
    items.forEach(
        (code, own) -> {
          List<String> group = new ArrayList<>(List.of(code));
          for (List<String> other : List.copyOf(groups)) {
            if (other.stream().anyMatch(linked -> !Collections.disjoint(items.get(linked), own))) {
              group.addAll(other);
              groups.remove(other);
            }
          }
          groups.add(group.stream().sorted().toList());
        });
    return groups;
  }

  /**
   * Items that make up an indicator or, at comparable prices, another side of it, as they flow into
   * it: two that are made of the same are in each division a rate of each other. Empty where what
   * flows is no amount of an item, or where not all of it is protected.
   */
  static Set<String> amounts(String indicator, Feed.Measure measure, Catalog catalog) {
    Set<String> amounts = new TreeSet<>();
    for (Form form : catalog.formsThatFeed(catalog.indicators().get(indicator))) {
      for (Feed feed : form.feeds()) {
        if (feed.indicator().equals(indicator) && feed.measure() == measure) {
          if (form.administrative() || feed.conversion() == Feed.Conversion.COUNT) {
            return Set.of();
          }
          amounts.add(
              String.join("/", form.code(), feed.item(), feed.whereAttribute())
                  + feed.whereValues());
        }
      }
    }
    return amounts;
  }

  /** Items of protected forms; one whose rows name what they feed is another for each of it. */
  private static Set<String> items(String indicator, List<Form> forms) {
    Set<String> items = new HashSet<>();
    for (Form form : forms) {
      for (Feed feed : form.feeds()) {
        boolean isNamed = feed.indicator().equals(indicator);
        if (!form.administrative() && (isNamed || !feed.indicatorFrom().isEmpty())) {
          items.add(form.code() + "/" + feed.item() + (isNamed ? "" : "/" + indicator));
        }
      }
    }
    return items;
  }
}
