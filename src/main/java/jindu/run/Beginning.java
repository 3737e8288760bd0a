package jindu.run;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jindu.lake.DeltaTables;
import org.apache.spark.sql.Row;

/**
 * Where a night begins: with what is new since the last batch, or in the middle of one that died
 * with the same things to do.
 *
 * @param agenda what there is to do
 * @param history of all that was published, whoever published it
 * @param unfinished the batch that is carried on
 */
record Beginning(Agenda agenda, History history, Optional<Unfinished> unfinished) {

  /**
   * @param past entries of the ledger, in time
   * @param catalog hash of each catalog file
   * @param whole whether all tables are as they were left, so that a stage that finished need not
   *     run again
   */
  static Beginning of(
      List<Row> past,
      Inbox inbox,
      Optional<LocalDate> given,
      LocalDate today,
      Map<String, String> catalog,
      DeltaTables tables,
      boolean whole)
      throws RunException, IOException {
    History history = History.of(past);
    Optional<Unfinished> unfinished = history.unfinished();
    if (unfinished.isEmpty()) {
      return new Beginning(agenda(inbox, history, given, today), history, unfinished);
    }
    Unfinished last = unfinished.get();
    // The same things to do, seen from before the batch: it is carried on, and not a new one.
    Agenda same = agenda(inbox, History.of(Ledger.without(last.id(), past)), given, today);
    if (last.agenda().equals(same.mark(catalog))) {
      boolean isThere =
          whole
              && isThere(history.versionsOf(last), tables)
              && NightStages.STORED.stream().allMatch(new Stored(tables, history)::isThere);
      return new Beginning(same, history, Optional.of(isThere ? last : last.withoutStages()));
    }
    // What they read may be stored or not: their files are read again, and stored once.
    History known = History.of(Ledger.withoutFiles(history.unfinishedSinceLast(), past));
    return new Beginning(agenda(inbox, known, given, today), history, Optional.empty());
  }

  /**
   * Whether all is as it was when the last batch ended, its tables too: one of another program has
   * other columns.
   *
   * @param catalog hash of each catalog file
   */
  boolean isNothing(Map<String, String> catalog, DeltaTables tables) {
    boolean isAsLeft =
        history.finished().isEmpty() || new Stored(tables, history).isReliable(NightStages.STORED);
    return unfinished.isEmpty() && agenda.isEmpty(catalog) && isAsLeft;
  }

  private static boolean isThere(Map<String, Long> told, DeltaTables tables) {
    return told.entrySet().stream()
        .allMatch(table -> tables.version(table.getKey()).orElse(-1) >= table.getValue());
  }

  private static Agenda agenda(
      Inbox inbox, History history, Optional<LocalDate> given, LocalDate today)
      throws RunException {
    return Agenda.of(inbox.files(), history, given, today, inbox::contentHash);
  }
}
