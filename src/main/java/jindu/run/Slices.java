package jindu.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.RegisterForm;
import jindu.run.ObservationChanges.FormYear;

/**
 * The slices that are computed tonight, and why.
 *
 * @param slices in the order in which they are told; of no meaning where all is computed
 * @param all why all is computed; empty where only these are
 */
record Slices(List<Slice> slices, Optional<String> all) {

  boolean isEmpty() {
    return all.isEmpty() && slices.isEmpty();
  }

  static Slices everything(String why) {
    return new Slices(List.of(), Optional.of(why));
  }

  /**
   * @param changes what judging again changed, of every year of the forms judged
   */
  static Slices of(
      List<FormYear> changes, CatalogChange catalogChange, DaysPassed days, Catalog catalog) {
    Set<Slice> slices = new TreeSet<>(Slice.ORDER);
    List<FormYear> returns =
        changes.stream()
            .filter(change -> change.observed() && !change.form().equals(RegisterForm.CODE))
            .filter(change -> change.year() != null)
            .toList();
    Set<String> registered =
        changes.stream()
            .filter(change -> change.form().equals(RegisterForm.CODE) && change.values())
            .map(FormYear::named)
            .collect(Collectors.toSet());
    for (FormYear change : returns) {
      if (change.values()) {
        slices.add(slice(change, change.named(), Slice.Reason.RETURNS));
      }
      if (registered.contains(change.form())) {
        slices.add(slice(change, null, Slice.Reason.REGISTER));
      }
      if (catalogChange.forms().contains(change.form())) {
        slices.add(slice(change, null, Slice.Reason.FORM_FILE));
      }
    }
    slices.addAll(lastQuarters(returns));
    slices.addAll(days.slices(catalog));
    return new Slices(List.copyOf(slices), Optional.empty());
  }

  /** As the ledger names them, each once. */
  List<String> names() {
    return all.isPresent()
        ? List.of(NightResult.EVERYTHING)
        : slices.stream().map(Slice::name).distinct().toList();
  }

  /** For the ledger. */
  List<LedgerEntry> entries() {
    if (all.isPresent()) {
      return List.of(LedgerEntry.slice(NightResult.EVERYTHING, null, all.get()));
    }
    return slices.stream()
        .collect(
            Collectors.groupingBy(
                Slice::name, java.util.TreeMap::new, Collectors.toCollection(ArrayList::new)))
        .entrySet()
        .stream()
        .map(
            named ->
                LedgerEntry.slice(
                    named.getKey(),
                    named.getValue().get(0).form(),
                    named.getValue().stream()
                        .map(slice -> slice.reason().code())
                        .collect(Collectors.joining(", "))))
        .toList();
  }

  /** A form's last quarter of a year is that of all the indicators that its rows name. */
  private static List<Slice> lastQuarters(List<FormYear> returns) {
    List<Slice> slices = new ArrayList<>();
    returns.stream()
        .filter(change -> change.named() != null)
        .collect(
            Collectors.groupingBy(
                change -> new Slice(change.form(), change.year(), null, Slice.Reason.LAST_QUARTER)))
        .forEach(
            (slice, names) -> {
              if (!Objects.equals(
                  last(names.stream().map(FormYear::lastBefore).toList()),
                  last(names.stream().map(FormYear::lastAfter).toList()))) {
                slices.add(slice);
              }
            });
    return slices;
  }

  private static Integer last(List<Integer> quarters) {
    return quarters.stream().filter(Objects::nonNull).max(Integer::compare).orElse(null);
  }

  private static Slice slice(FormYear change, String named, Slice.Reason reason) {
    return new Slice(change.form(), change.year(), named, reason);
  }
}
