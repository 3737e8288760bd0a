package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import jindu.core.Retention;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.LogZone;
import jindu.lake.TableMaintenance;
import jindu.lake.TableMaintenance.Size;
import jindu.table.TableDefinition;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps the lake as quick to read after three hundred nights as after ten: small files are put
 * together, and what holds no row any more is deleted when the lake's retention has passed.
 * Vintages and {@code --as-of} need no older version of a table, for they are rows of it.
 */
public final class Maintenance {

  private final DeltaTables tables;
  private final Ledger ledger;
  private final History history;

  private Maintenance(DeltaTables tables, Ledger ledger, History history) {
    this.tables = tables;
    this.ledger = ledger;
    this.history = history;
  }

  /**
   * Maintains every table that is there; readers who began before go on.
   *
   * @param location the lake
   * @param master a Spark master, null for the default
   * @param retention how long files stay that were replaced
   * @throws RunException when another batch holds the lake, rows are lost, tables were found
   *     damaged, or the last batch did not finish: then what it began with is still needed
   */
  public static MaintenanceResult run(
      String location, String master, Retention retention, Clock clock)
      throws RunException, IOException {
    return HeldLake.<MaintenanceResult, RuntimeException>during(
        location,
        clock,
        (lake, held) -> {
          SparkSession spark = Sessions.start(master);
          DeltaTables tables = new DeltaTables(spark, lake);
          Ledger ledger = new Ledger(spark, tables, clock);
          History history = whole(lake, tables, ledger);
          MaintenanceResult result = new Maintenance(tables, ledger, history).run(retention);
          BatchLines.line("maintenance ends", history.lastBatch())
              .with("tables", result.tables().size())
              .tell();
          LocalDate first = ReceivedDays.today(clock).minusDays(retention.days());
          new LogZone(lake).deleteBefore(first);
          return result;
        });
  }

  /** What is damaged is not made smaller by anybody who might take it for what is needed. */
  private static History whole(Lake lake, DeltaTables tables, Ledger ledger)
      throws RunException, IOException {
    String location = lake.root().toString();
    LakeInspection inspection = new LakeInspection(lake, tables);
    inspection.ledger();
    History history = ledger.history();
    if (!history.last().map(History.PastBatch::finished).orElse(true)) {
      throw new RunException(RunException.Kind.UNFINISHED, location);
    }
    inspection.rest(history);
    if (!inspection.found().isEmpty()) {
      throw new RunException(
          RunException.Kind.DAMAGED_TABLES, location, String.join("; ", inspection.found()));
    }
    return history;
  }

  private MaintenanceResult run(Retention retention) throws IOException {
    Map<TableDefinition, Size> before = new LinkedHashMap<>();
    List<String> foreign = new ArrayList<>();
    for (TableDefinition table : all()) {
      if (isAsLeft(table)) {
        TableMaintenance maintenance = tables.maintenance(table);
        before.put(table, maintenance.size());
        maintenance.keep(retention.replacedFilesDays());
        maintenance.compact();
      } else {
        foreign.add(table.name());
      }
    }
    tell(before);
    List<MaintenanceResult.Table> maintained = new ArrayList<>();
    for (Map.Entry<TableDefinition, Size> table : before.entrySet()) {
      TableMaintenance maintenance = tables.maintenance(table.getKey());
      maintenance.vacuum();
      maintenance.sumUp();
      maintained.add(
          MaintenanceResult.Table.of(table.getKey().name(), table.getValue(), maintenance.size()));
    }
    return new MaintenanceResult(maintained, foreign, retention.replacedFilesDays());
  }

  /**
   * Whether its rows are those of the last batch. Where somebody else changed them, the next night
   * compares with what the batch left, and needs its files.
   */
  private boolean isAsLeft(TableDefinition table) throws IOException {
    OptionalLong told = history.version(table.name());
    return told.isEmpty() || tables.batchesSince(table, told.getAsLong()).isEmpty();
  }

  private List<TableDefinition> all() {
    return StoredTables.ALL.stream().filter(tables::exists).toList();
  }

  /**
   * The next night finds a table as it was left, though under a later version: told before anything
   * is deleted that the earlier one needs.
   */
  private void tell(Map<TableDefinition, Size> before) throws IOException {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Map.Entry<TableDefinition, Size> table : before.entrySet()) {
      String name = table.getKey().name();
      OptionalLong told = history.version(name);
      OptionalLong version = tables.version(table.getKey());
      if (told.isPresent() && !told.equals(version)) {
        String detail =
            "%d files, %d bytes before"
                .formatted(table.getValue().files(), table.getValue().bytes());
        entries.add(LedgerEntry.maintenance(name, version.getAsLong(), detail));
      }
    }
    if (!entries.isEmpty()) {
      ledger.record(history.lastBatch(), entries);
    }
  }
}
