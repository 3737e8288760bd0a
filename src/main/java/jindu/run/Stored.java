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
                    && isThere(table)
                    && tables.hasShape(table));
  }

  /**
   * Whether a night may compute a part of the tables and keep the rest as it is.
   *
   * @param batch the night's
   */
  boolean isReliedOn(List<TableDefinition> stored, String batch) throws IOException {
    return isReliable(stored) && isUntouched(stored, batch);
  }

  /**
   * Whether nobody but the nights wrote to the tables since.
   *
   * @param batch one that is carried on: what an earlier try of it wrote is its own
   */
  private boolean isUntouched(List<TableDefinition> stored, String batch) throws IOException {
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

  /** Whether the table is as far as the last finished batch left it, and not damaged since. */
  boolean isThere(TableDefinition table) {
    return tables.version(table).orElse(-1) >= history.version(table.name()).orElse(-1);
  }

  /** The rows as the last finished batch left them; none, where the table is not there any more. */
  Dataset<Row> read(TableDefinition table) {
    if (!isThere(table)) {
      return tables.none(table);
    }
    OptionalLong finished = history.version(table.name());
    return finished.isEmpty() || finished.equals(tables.version(table))
        ? tables.read(table)
        : tables.read(table, finished.getAsLong());
  }
}
