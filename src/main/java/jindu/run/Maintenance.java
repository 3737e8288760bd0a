package jindu.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import jindu.core.Retention;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.LogZone;
import jindu.lake.TableMaintenance;
import jindu.lake.TableMaintenance.Size;
import jindu.table.LedgerTable;
import jindu.table.ReturnTable;
import jindu.table.RevisionLogTable;
import jindu.table.TableDefinition;

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
   * @throws RunException when another batch holds the lake, rows are lost, or the last batch did
   *     not finish: then what it began with is still needed
   */
  public static MaintenanceResult run(
      String location, String master, Retention retention, Clock clock)
      throws RunException, IOException {
    return HeldLake.<MaintenanceResult, RuntimeException>during(
        location,
        clock,
        (lake, held) -> {
          DeltaTables tables = new DeltaTables(Sessions.start(master), lake);
          Ledger ledger = new Ledger(Sessions.start(master), tables, clock);
          History history = whole(lake, tables, ledger);
          MaintenanceResult result = new Maintenance(tables, ledger, history).run(retention);
          LocalDate first = ReceivedDays.today(clock).minusDays(retention.days());
          new LogZone(lake).deleteBefore(first);
          return result;
        });
  }

  /** What is damaged is not made smaller by anybody who might take it for what is needed. */
  private static History whole(Lake lake, DeltaTables tables, Ledger ledger)
      throws RunException, IOException {
    LakeInspection inspection = new LakeInspection(lake, tables);
    inspection.ledger();
    History history = ledger.history();
    inspection.rest(history);
    boolean isFinished = history.last().map(History.PastBatch::finished).orElse(true);
    if (!isFinished || !inspection.found().isEmpty()) {
      throw new RunException(RunException.Kind.UNFINISHED, lake.root().toString());
    }
    return history;
  }

  private MaintenanceResult run(Retention retention) throws IOException {
    Map<TableDefinition, Size> before = new LinkedHashMap<>();
    for (TableDefinition table : all()) {
      TableMaintenance maintenance = tables.maintenance(table);
      before.put(table, maintenance.size());
      maintenance.compact();
    }
    tell(before);
    List<MaintenanceResult.Table> maintained = new ArrayList<>();
    for (Map.Entry<TableDefinition, Size> table : before.entrySet()) {
      TableMaintenance maintenance = tables.maintenance(table.getKey());
      maintenance.vacuum(Duration.ofDays(retention.replacedFilesDays()));
      maintenance.sumUp();
      maintained.add(
          MaintenanceResult.Table.of(table.getKey().name(), table.getValue(), maintenance.size()));
    }
    return new MaintenanceResult(maintained, retention.replacedFilesDays());
  }

  private List<TableDefinition> all() {
    return Stream.concat(
            Stream.of(LedgerTable.DEFINITION, ReturnTable.DEFINITION, RevisionLogTable.DEFINITION),
            NightStages.STORED.stream())
        .filter(tables::exists)
        .toList();
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
      if (told.isPresent()
          && !told.equals(version)
          && tables.batchesSince(table.getKey(), told.getAsLong()).isEmpty()) {
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
