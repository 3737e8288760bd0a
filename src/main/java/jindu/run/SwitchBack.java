package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import jindu.publish.Publish;
import org.apache.spark.sql.SparkSession;

/**
 * Puts an earlier publication in force again, as when a wrong delivery got through. Nothing is
 * computed, and what is stored stays; the next night that changes a published row publishes anew.
 */
public final class SwitchBack {

  private SwitchBack() {}

  /**
   * Switches to the publication and writes the reason into the ledger; does nothing when it is in
   * force already.
   *
   * @param location the lake
   * @param master a Spark master, null for the default
   * @param publication its id
   * @return the id of the publication that was in force before
   * @throws RunException when another batch holds the lake, or the publication is not there, or not
   *     as its manifest says
   */
  public static String run(
      String location, String master, String publication, String reason, Clock clock)
      throws RunException, IOException {
    return HeldLake.<String, RuntimeException>during(
        location,
        clock,
        (lake, held) -> {
          PublishedZone zone = new PublishedZone(lake);
          String current =
              zone.current()
                  .orElseThrow(
                      () -> new RunException(RunException.Kind.NOTHING_PUBLISHED, location));
          requireSound(lake, zone, publication);
          if (!current.equals(publication)) {
            SparkSession spark = Sessions.start(master);
            Ledger ledger = new Ledger(spark, new DeltaTables(spark, lake), clock);
            Ledger.Batch last = ledger.history().lastBatch();
            // Before the switch, so that none is without its reason; one that died here is
            // repeated.
            ledger.record(last, entry(publication, Ledger.STARTED, reason));
            zone.switchTo(publication);
            ledger.record(last, entry(publication, Ledger.DONE, reason));
          }
          return current;
        });
  }

  private static void requireSound(Lake lake, PublishedZone zone, String publication)
      throws RunException, IOException {
    if (!zone.complete().contains(publication)) {
      throw Publications.of(lake).missing(publication);
    }
    List<String> damaged = Publish.damaged(zone.folder(publication), zone.manifest(publication));
    if (!damaged.isEmpty()) {
      throw new RunException(
          RunException.Kind.DAMAGED_PUBLICATION, publication, String.join(", ", damaged));
    }
  }

  private static List<LedgerEntry> entry(String publication, String state, String reason) {
    return List.of(LedgerEntry.switchedBack(publication, state, reason));
  }
}
