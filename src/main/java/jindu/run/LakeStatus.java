package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jindu.lake.DeltaTables;
import jindu.lake.Holder;
import jindu.lake.Lake;
import jindu.lake.LakeLock;
import jindu.lake.PublishedZone;
import jindu.publish.PublicationHead;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How a lake stands, for whoever watches it.
 *
 * @param holder who holds it, or died holding it; empty where nobody does
 * @param last the last batch; empty before the first
 * @param quarantined rows refused in the files that the last batch recorded
 * @param publication the one in force; empty before the first
 * @param arrived deliveries in the inbox that no batch has taken yet
 */
public record LakeStatus(
    Optional<Held> holder,
    Optional<BatchLog.Batch> last,
    long quarantined,
    Optional<InForce> publication,
    int arrived) {

  /**
   * Who holds the lake.
   *
   * @param process its number on the machine
   * @param state {@code running}, {@code paused}, {@code dead} or {@code elsewhere}
   */
  public record Held(String user, long process, String host, Instant since, String state) {

    /** Whether it died: the next batch takes the lake over. */
    public boolean isDead() {
      return state.equals(state(Holder.State.DEAD));
    }

    static Held of(Holder holder) throws IOException {
      return new Held(
          holder.user(), holder.process(), holder.host(), holder.since(), state(holder.state()));
    }

    private static String state(Holder.State state) {
      return state.name().toLowerCase(Locale.ROOT);
    }
  }

  /** A publication and its as-of date. */
  public record InForce(String id, LocalDate asOf) {}

  /** Reads it all and changes nothing; whoever holds the lake goes on. */
  public static LakeStatus of(String location, String master, Clock clock)
      throws RunException, IOException {
    Lake lake = Lake.toRead(location);
    Optional<Held> held = Optional.empty();
    Optional<Holder> holder = LakeLock.holder(lake);
    if (holder.isPresent()) {
      held = Optional.of(Held.of(holder.get()));
    }
    SparkSession spark = Sessions.startForFewRows(master);
    Ledger ledger = new Ledger(spark, new DeltaTables(spark, lake), clock);
    History history = ledger.history();
    List<BatchLog.Batch> batches = BatchLog.of(ledger);
    Optional<BatchLog.Batch> last =
        batches.isEmpty() ? Optional.empty() : Optional.of(batches.get(batches.size() - 1));
    long quarantined =
        last.map(batch -> quarantined(ledger.entries(Ledger.FILE), batch.id())).orElse(0L);
    return new LakeStatus(held, last, quarantined, inForce(lake), arrived(lake, history, clock));
  }

  /** A batch that was carried on may have told of a file twice. */
  private static long quarantined(List<Row> files, String batch) {
    Map<String, Long> byDelivery = new HashMap<>();
    for (Row file : files) {
      if (batch.equals(file.getAs(LedgerTable.BATCH_ID))) {
        byDelivery.put(file.getAs(LedgerTable.DELIVERY_ID), file.getAs(LedgerTable.QUARANTINED));
      }
    }
    return byDelivery.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Optional<InForce> inForce(Lake lake) throws IOException {
    PublishedZone zone = new PublishedZone(lake);
    Optional<String> current = zone.current();
    return current.isEmpty()
        ? Optional.empty()
        : PublicationHead.find(zone.manifest(current.get()))
            .map(head -> new InForce(current.get(), head.asOf()));
  }

  private static int arrived(Lake lake, History history, Clock clock)
      throws RunException, IOException {
    return Agenda.of(
            lake.inbox(), history, Optional.empty(), ReceivedDays.today(clock), lake::contentHash)
        .arrivals()
        .deliveries()
        .size();
  }
}
