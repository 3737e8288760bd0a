package jindu.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The batches of a lake, as the ledger tells them. */
public final class BatchLog {

  private BatchLog() {}

  /**
   * A batch.
   *
   * @param started in the time of the district
   * @param state {@code started} where it neither ended nor failed
   * @param seconds null while it runs, and where it died
   * @param detail how it ended, the error where it failed
   * @param events what happened to publications and tables under it, in time
   * @param owner machine, process and user; null where the program of then did not say
   * @param stages those that finished, in order
   */
  public record Batch(
      String id,
      LocalDate asOf,
      LocalDateTime started,
      String state,
      BigDecimal seconds,
      String detail,
      List<Event> events,
      String owner,
      List<Stage> stages) {}

  /**
   * A stage that finished.
   *
   * @param slices how many it computed
   * @param jobs Spark jobs; like what follows null where the program of then did not say
   * @param peakMemory bytes of heap of the driver's process
   */
  public record Stage(
      String name,
      BigDecimal seconds,
      long rowsIn,
      long rowsOut,
      Long slices,
      Long jobs,
      Long peakMemory,
      String inputs,
      String outputs) {}

  /**
   * What was done under a batch besides its stages.
   *
   * @param kind {@code publication}, {@code switch}, {@code removal} or {@code maintenance}
   * @param name id of a publication; the table that {@code maintain} rewrote
   * @param reason of a switch or a removal; what the table took before; null of a publication
   */
  public record Event(String kind, String name, String reason) {

    /** Whether it was done to a table, and not to a publication. */
    public boolean isMaintenance() {
      return kind.equals(Ledger.MAINTENANCE);
    }
  }

  /** Every batch, in time. */
  public static List<Batch> of(String location, String master) throws IOException {
    SparkSession spark = Sessions.start(master);
    Ledger ledger =
        new Ledger(spark, new DeltaTables(spark, Lake.toRead(location)), Clock.systemUTC());
    return of(ledger);
  }

  static List<Batch> of(Ledger ledger) {
    return of(
        ledger.entries(
            Ledger.BATCH,
            Ledger.STAGE,
            Ledger.PUBLICATION,
            Ledger.SWITCH,
            Ledger.REMOVAL,
            Ledger.MAINTENANCE));
  }

  /**
   * @param entries in time
   */
  static List<Batch> of(List<Row> entries) {
    TreeMap<String, Batch> batches = new TreeMap<>();
    for (Row entry : entries) {
      String id = entry.getAs(LedgerTable.BATCH_ID);
      Batch before = batches.get(id);
      if (entry.getAs(LedgerTable.ENTRY).equals(Ledger.BATCH)) {
        batches.put(id, batch(entry, before));
      } else if (before != null && entry.getAs(LedgerTable.ENTRY).equals(Ledger.STAGE)) {
        before.stages().removeIf(stage -> stage.name().equals(entry.getAs(LedgerTable.NAME)));
        before.stages().add(stage(entry));
      } else if (before != null && Ledger.DONE.equals(entry.getAs(LedgerTable.STATE))) {
        before
            .events()
            .add(
                new Event(
                    entry.getAs(LedgerTable.ENTRY),
                    entry.getAs(LedgerTable.NAME),
                    entry.getAs(LedgerTable.DETAIL)));
      }
    }
    return List.copyOf(batches.values());
  }

  /** A batch that was carried on is told by the entry that came last. */
  private static Batch batch(Row entry, Batch before) {
    String owner = entry.getAs(LedgerTable.OWNER);
    return new Batch(
        entry.getAs(LedgerTable.BATCH_ID),
        entry.<java.sql.Date>getAs(LedgerTable.RECEIVED_DATE).toLocalDate(),
        before == null
            ? ReceivedDays.local(entry.<Timestamp>getAs(LedgerTable.RECORDED_AT).toInstant())
            : before.started(),
        entry.getAs(LedgerTable.STATE),
        entry.getAs(LedgerTable.SECONDS),
        entry.getAs(LedgerTable.DETAIL),
        before == null ? new ArrayList<>() : before.events(),
        owner == null && before != null ? before.owner() : owner,
        before == null ? new ArrayList<>() : before.stages());
  }

  private static Stage stage(Row entry) {
    return new Stage(
        entry.getAs(LedgerTable.NAME),
        entry.getAs(LedgerTable.SECONDS),
        entry.getAs(LedgerTable.ROWS_IN),
        entry.getAs(LedgerTable.ROWS_OUT),
        entry.getAs(LedgerTable.SLICES),
        entry.getAs(LedgerTable.JOBS),
        entry.getAs(LedgerTable.PEAK_MEMORY),
        entry.getAs(LedgerTable.INPUTS),
        entry.getAs(LedgerTable.OUTPUTS));
  }
}
