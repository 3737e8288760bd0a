package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogException;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a night would do now, without doing any of it.
 *
 * @param batch the batch that it would be
 * @param finished stages of it that an earlier try finished
 * @param deliveries the files that would be read
 * @param waiting how many more lie in the inbox, received after the as-of day
 * @param stillWritten files that somebody is writing; they would wait for the next night
 * @param catalog files of {@code reference/} that are other than at the last batch
 * @param everything why all rows would be judged; empty where only those of some forms
 * @param forms the forms whose rows would be judged
 * @param indicators those that a value of these forms may change
 * @param tables the tables that may be written; empty where there is nothing to do
 */
public record NightPlan(
    String batch,
    LocalDate asOf,
    List<String> finished,
    List<Arrived> deliveries,
    int waiting,
    List<String> stillWritten,
    Set<String> catalog,
    Optional<String> everything,
    Set<String> forms,
    Set<String> indicators,
    List<String> tables) {

  /**
   * A file that would be read.
   *
   * @param path below {@code inbox/}
   * @param received the day it counts as received
   */
  public record Arrived(String path, String form, LocalDate received) {}

  /** Whether the night would find nothing to do. */
  public boolean isEmpty() {
    return tables.isEmpty();
  }

  /**
   * Reads the ledger and the names in the inbox; no file is decoded, so which rows of a delivery
   * are other than before is not known yet.
   */
  public static NightPlan of(
      String location, String master, Catalog reference, Optional<LocalDate> given, Clock clock)
      throws RunException, CatalogException, IOException {
    Lake lake = Lake.toRead(location);
    SparkSession spark = Sessions.startForFewRows(master);
    DeltaTables tables = new DeltaTables(spark, lake);
    Ledger ledger = new Ledger(spark, tables, clock);
    List<Row> past = ledger.past();
    Catalog catalog = PastCatalog.on(given, reference, History.of(past), ledger);
    Map<String, String> hashes = CatalogHashes.of(catalog);
    Inbox inbox = Inbox.settled(lake, clock);
    Beginning beginning =
        Beginning.of(past, inbox, given, ReceivedDays.today(clock), hashes, tables, true);
    Agenda agenda = beginning.agenda();
    if (beginning.isNothing(hashes, tables)) {
      return new NightPlan(
          null,
          agenda.asOf().orElse(null),
          List.of(),
          List.of(),
          agenda.waiting(),
          inbox.stillWritten(),
          Set.of(),
          Optional.empty(),
          Set.of(),
          Set.of(),
          List.of());
    }
    boolean reliable =
        new Stored(tables, agenda.history()).isReliedOn(NightStages.STORED, agenda.batch().id());
    Touched touched = Touched.of(agenda, catalog, hashes, Set.of(), reliable);
    Set<String> forms =
        touched.all().isPresent() ? catalog.forms().keySet() : new TreeSet<>(touched.forms());
    return new NightPlan(
        agenda.batch().id(),
        agenda.asOf().orElse(null),
        beginning.unfinished().map(Unfinished::finishedStages).orElse(List.of()),
        agenda.arrivals().deliveries().stream()
            .map(file -> new Arrived(file.path(), file.form(), file.receivedDate()))
            .toList(),
        agenda.waiting(),
        inbox.stillWritten(),
        new TreeSet<>(touched.change().files()),
        touched.all(),
        forms,
        fedBy(forms, catalog),
        NightStages.STORED.stream().map(TableDefinition::name).toList());
  }

  private static Set<String> fedBy(Set<String> forms, Catalog catalog) {
    Set<String> fed = new TreeSet<>();
    for (String indicator : catalog.indicators().keySet()) {
      Set<String> feeding = Dependents.feeding(Set.of(indicator), catalog);
      if (forms.stream().anyMatch(feeding::contains)) {
        fed.add(indicator);
      }
    }
    return fed;
  }
}
