package jindu.run;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.RegisterForm;
import jindu.run.History.PastBatch;

/**
 * The forms whose rows are judged tonight; a verdict depends on returns of its own form and on the
 * register, and on nothing else that is delivered.
 *
 * @param forms their codes; of no meaning where all are judged
 * @param all why all are judged; empty where only these are
 * @param change what of the catalog changed since the last finished batch
 * @param days the days since then
 */
record Touched(
    Set<String> forms, Optional<String> all, CatalogChange change, Optional<DaysPassed> days) {

  /**
   * @param named texts in the place of a form's code in tonight's rows of the register
   * @param reliable whether the stored tables are those of the last finished batch
   */
  static Touched of(
      Agenda agenda,
      Catalog catalog,
      Map<String, String> hashes,
      Set<String> named,
      boolean reliable) {
    History history = agenda.history();
    Optional<PastBatch> last = history.lastFinished();
    CatalogChange change = CatalogChange.between(history.catalog(), hashes);
    Optional<String> anew =
        Stream.of(
                reason("first night", last.isEmpty()),
                reason(
                    "the last batch did not finish",
                    history.last().filter(PastBatch::finished).isEmpty()),
                reason("the stored tables are not relied on", !reliable))
            .flatMap(Optional::stream)
            .findFirst();
    if (anew.isPresent()) {
      return new Touched(Set.of(), anew, change, Optional.empty());
    }
    DaysPassed days = new DaysPassed(last.get().asOf(), agenda.asOf().orElseThrow());
    Set<String> forms = new TreeSet<>(change.judged(catalog));
    agenda.arrivals().deliveries().forEach(delivery -> forms.add(delivery.form()));
    Set<String> waited = waited(history, days);
    forms.addAll(waited);
    forms.addAll(named);
    return new Touched(forms, all(change, days, waited, named, catalog), change, Optional.of(days));
  }

  /** Whether the rows of a form are judged. */
  boolean holds(String form) {
    return all.isPresent() || forms.contains(form);
  }

  /** Whether no row is judged. */
  boolean isNone() {
    return all.isEmpty() && forms.isEmpty();
  }

  /** Whether nothing of what was computed before can be relied on. */
  boolean fromNothing() {
    return days.isEmpty() || days.get().to().isBefore(days.get().from());
  }

  private static Optional<String> all(
      CatalogChange change,
      DaysPassed days,
      Set<String> waited,
      Set<String> named,
      Catalog catalog) {
    return Stream.of(
            reason("an earlier as-of day", days.to().isBefore(days.from())),
            reason("the catalog", change.judgesAll()),
            reason("an exclusion begins or ends", days.changeExclusions(catalog)),
            reason("the register of a later day", waited.contains(RegisterForm.CODE)),
            reason(
                "a register entry of an unknown form",
                !catalog.forms().keySet().containsAll(named)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> reason(String text, boolean holds) {
    return holds ? Optional.of(text) : Optional.empty();
  }

  /** Forms of deliveries that the last batch left aside, because they came after its day. */
  private static Set<String> waited(History history, DaysPassed days) {
    return history.files().values().stream()
        .map(History.KnownFile::account)
        .filter(account -> account.receivedDate().isAfter(days.from()))
        .filter(account -> !account.receivedDate().isAfter(days.to()))
        .map(FileAccount::form)
        .collect(Collectors.toSet());
  }
}
