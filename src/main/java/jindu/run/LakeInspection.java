package jindu.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import jindu.lake.TableInspection;
import jindu.table.LedgerTable;
import jindu.table.ReturnTable;
import jindu.table.RevisionLogTable;
import jindu.table.TableDefinition;

/**
 * What a power cut or a failing disk left, found before a night relies on it. What follows from the
 * returns is put aside and computed anew; the returns themselves, the ledger and the log of
 * revisions follow from nothing, and a lake without them is refused.
 */
final class LakeInspection {

  /** What follows from nothing else. */
  static final List<TableDefinition> IRREPLACEABLE =
      List.of(LedgerTable.DEFINITION, ReturnTable.DEFINITION, RevisionLogTable.DEFINITION);

  private final Lake lake;
  private final DeltaTables tables;
  private final List<String> found = new ArrayList<>();

  LakeInspection(Lake lake, DeltaTables tables) {
    this.lake = lake;
    this.tables = tables;
  }

  /**
   * The ledger, before it is read.
   *
   * @throws RunException when rows of it are lost
   */
  void ledger() throws RunException, IOException {
    inspect(LedgerTable.DEFINITION);
  }

  /**
   * The other tables.
   *
   * @param history as the ledger tells it
   * @throws RunException when what follows from nothing is lost
   */
  void rest(History history) throws RunException, IOException {
    inspect(ReturnTable.DEFINITION);
    inspect(RevisionLogTable.DEFINITION);
    for (TableDefinition table : NightStages.STORED) {
      inspect(table);
    }
    inspectPublication();
    for (TableDefinition table : IRREPLACEABLE) {
      long told = history.version(table.name()).orElse(-1);
      if (tables.version(table).orElse(-1) < told) {
        throw lost(table, "version " + told);
      }
    }
  }

  /** One that readers cannot read as it was made is made again, under another name. */
  private void inspectPublication() throws IOException {
    PublishedZone zone = new PublishedZone(lake);
    Optional<String> current = zone.current();
    if (current.isPresent() && !Publications.isWhole(zone, current.get())) {
      found.add("published: " + current.get());
    }
  }

  /** What was found and mended, a line each; empty where all is whole. */
  List<String> found() {
    return List.copyOf(found);
  }

  private void inspect(TableDefinition table) throws RunException, IOException {
    TableInspection inspection = new TableInspection(lake, table);
    inspection.takeBackTorn().ifPresent(commit -> found.add(table.name() + ": " + commit));
    List<String> damaged = inspection.damagedFiles();
    if (damaged.isEmpty()) {
      return;
    }
    if (IRREPLACEABLE.contains(table)) {
      throw lost(table, damaged.get(0));
    }
    inspection.putAside();
    found.add(table.name() + ": " + damaged.get(0));
  }

  private RunException lost(TableDefinition table, String what) {
    return new RunException(
        RunException.Kind.LOST_ROWS, lake.root().toString(), table.name(), what);
  }
}
