package jindu.run;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Feed;
import jindu.core.Form;
import jindu.core.Indicator;

/** Which cells depend on a slice: catalog objects in, indicators and years out. */
final class Dependents {

  /**
   * How many years later a value still counts: in the base of the next year, in the estimates of
   * that year and so in the base of the one after, whose growth is half of the two-year average of
   * the third.
   */
  static final int LATER_YEARS = 3;

  private Dependents() {}

  /**
   * The years of each indicator that depend on a slice, and on which of them; nothing after {@code
   * lastYear}, of which there are no cells.
   *
   * @param catalogs tonight's, and the one before where feeds may have changed
   */
  static AffectedCells of(Collection<Slice> slices, List<Catalog> catalogs, int lastYear) {
    TreeMap<String, TreeMap<Integer, Set<String>>> affected = new TreeMap<>();
    for (Slice slice : slices) {
      int last = Math.min(lastYear, slice.year() + slice.reason().laterYears());
      for (String indicator : fedBy(slice, catalogs)) {
        for (int year = slice.year(); year <= last; year++) {
          affected
              .computeIfAbsent(indicator, key -> new TreeMap<>())
              .computeIfAbsent(year, key -> new LinkedHashSet<>())
              .add(slice.name());
        }
      }
    }
    return new AffectedCells(affected);
  }

  /** The forms that may bring something to any of the indicators. */
  static Set<String> feeding(Set<String> indicators, Catalog catalog) {
    Set<String> parts = new TreeSet<>(indicators);
    Set<String> found = indicators;
    while (!found.isEmpty()) {
      found =
          found.stream()
              .map(catalog.indicators()::get)
              .filter(indicator -> indicator != null)
              .flatMap(Dependents::parts)
              .filter(parts::add)
              .collect(Collectors.toSet());
    }
    return catalog.forms().values().stream()
        .filter(
            form ->
                form.feeds().stream().anyMatch(feed -> mayFeed(feed, parts))
                    || names(form, catalog).filter(parts::contains).isPresent())
        .map(Form::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The indicator of whose units a form tells by name, where it does: who is left to be protected
   * depends on it.
   */
  private static Optional<String> names(Form form, Catalog catalog) {
    return catalog
        .publishedLedger()
        .filter(form::equals)
        .map(ledger -> ledger.projects().statistics());
  }

  private static boolean mayFeed(Feed feed, Set<String> indicators) {
    return !feed.indicatorFrom().isEmpty() || indicators.contains(feed.indicator());
  }

  private static Set<String> fedBy(Slice slice, List<Catalog> catalogs) {
    Set<String> fed = new TreeSet<>();
    for (Catalog catalog : catalogs) {
      Form form = catalog.forms().get(slice.form());
      if (form != null) {
        form.feeds().forEach(feed -> addFed(fed, feed, slice, catalog));
        names(form, catalog).ifPresent(fed::add);
      }
      addRates(fed, catalog);
    }
    return fed;
  }

  private static void addFed(Set<String> fed, Feed feed, Slice slice, Catalog catalog) {
    if (feed.indicatorFrom().isEmpty()) {
      fed.add(feed.indicator());
    } else if (slice.indicator() == null) {
      fed.addAll(catalog.indicators().keySet());
    } else {
      fed.add(slice.indicator());
    }
  }

  /** A rate is computed from sums of others, at every level. */
  private static void addRates(Set<String> fed, Catalog catalog) {
    boolean grows = true;
    while (grows) {
      grows =
          catalog.indicators().values().stream()
              .filter(indicator -> parts(indicator).anyMatch(fed::contains))
              .map(indicator -> fed.add(indicator.code()))
              .reduce(false, Boolean::logicalOr);
    }
  }

  private static Stream<String> parts(Indicator indicator) {
    return Stream.of(indicator.numerator(), indicator.denominator())
        .filter(part -> !part.isEmpty());
  }
}
