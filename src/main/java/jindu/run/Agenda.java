package jindu.run;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import jindu.core.ContentHash;
import jindu.lake.Lake.DeliveredFile;

/**
 * What there is to do tonight.
 *
 * @param arrivals the deliveries to take
 * @param waiting how many more lie in the inbox, received after the as-of day
 * @param given the as-of day that the night was given
 * @param asOf that, or the latest received day; empty when nothing was ever received
 */
record Agenda(
    History history,
    Arrivals arrivals,
    int waiting,
    Optional<LocalDate> given,
    Optional<LocalDate> asOf) {

  /**
   * @param today the day of the clock, for files in no folder of a day
   * @throws RunException when the day given lies before the as-of day of a publication
   */
  static Agenda of(
      List<DeliveredFile> inbox,
      History history,
      Optional<LocalDate> given,
      LocalDate today,
      Function<DeliveredFile, String> contentHash)
      throws RunException {
    refusePast(given, history);
    ReceivedDays days = ReceivedDays.of(today, given, history.publishedAsOf());
    Arrivals arrived = Arrivals.of(inbox, history, days, contentHash);
    Optional<LocalDate> asOf = given.or(() -> arrived.latestDay(history));
    Arrivals taken = asOf.map(arrived::by).orElse(arrived);
    return new Agenda(
        history, taken, arrived.deliveries().size() - taken.deliveries().size(), given, asOf);
  }

  /**
   * Whether all is as it was when the last batch ended.
   *
   * @param catalog hash of each catalog file
   */
  boolean isEmpty(Map<String, String> catalog) {
    boolean nothingEver = arrivals.deliveries().isEmpty() && history.files().isEmpty();
    boolean nothingNew =
        arrivals.deliveries().isEmpty()
            && history.last().map(History.PastBatch::finished).orElse(true)
            && (history.catalog().isEmpty() || history.catalog().equals(catalog))
            && isDayOfLast();
    return nothingEver || nothingNew;
  }

  /**
   * Names all that there is to do, and the program that does it, so that a batch that died is
   * carried on where it is the same.
   *
   * @param catalog hash of each catalog file
   */
  String mark(Map<String, String> catalog) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(Program.hash()).append('\n');
    text.append(asOf.map(LocalDate::toString).orElse("")).append('\n');
    text.append(history.reliesOnNothing()).append('\n');
    arrivals.deliveries().stream()
        .map(delivery -> delivery.path() + ' ' + arrivals.marks().get(delivery.path()))
        .sorted()
        .forEach(each -> text.append(each).append('\n'));
    new TreeMap<>(catalog)
        .forEach((file, hash) -> text.append(file).append(' ').append(hash).append('\n'));
    return ContentHash.of(text.toString());
  }

  Ledger.Batch batch() {
    return new Ledger.Batch(history.lastNumber() + 1, asOf.orElseThrow());
  }

  /** Another day given is something new: with it a quarter falls due, a milestone is overdue. */
  private boolean isDayOfLast() {
    return history
        .last()
        .flatMap(
            batch ->
                asOf.map(
                    day ->
                        given.isPresent() ? day.equals(batch.asOf()) : !day.isAfter(batch.asOf())))
        .orElse(true);
  }

  private static void refusePast(Optional<LocalDate> given, History history) throws RunException {
    Optional<LocalDate> later =
        history.publishedAsOf().filter(day -> given.filter(day::isAfter).isPresent());
    if (later.isPresent()) {
      throw new RunException(
          RunException.Kind.BEFORE_PUBLICATION, given.get().toString(), later.get().toString());
    }
  }
}
