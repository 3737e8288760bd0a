package jindu.run;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import jindu.lake.DeltaTables;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables as the last finished batch left them, whatever a batch that died did to them. */
record Stored(DeltaTables tables, History history) {

  /** Whether the last finished batch said what it left in the tables, and in the shape of now. */
  boolean isReliable(List<TableDefinition> stored) {
    return stored.stream()
        .allMatch(
            table ->
                history.version(table.name()).isPresent()
                    && tables.hasShape(table)
                    && tables.version(table).getAsLong()
                        >= history.version(table.name()).getAsLong());
  }

  /**
   * Whether nobody but the nights wrote to the tables since.
   *
   * @param batch one that is carried on: what an earlier try of it wrote is its own
   */
  boolean isUntouched(List<TableDefinition> stored, String batch) throws IOException {
    for (TableDefinition table : stored) {
      OptionalLong finished = history.version(table.name());
      boolean isItsOwn =
          finished.isPresent()
              && Set.of(batch).containsAll(tables.batchesSince(table, finished.getAsLong()));
      if (!isItsOwn) {
        return false;
      }
    }
    return true;
  }

  Dataset<Row> read(TableDefinition table) {
    OptionalLong finished = history.version(table.name());
    return finished.isEmpty() || finished.equals(tables.version(table))
        ? tables.read(table)
        : tables.read(table, finished.getAsLong());
  }
}
