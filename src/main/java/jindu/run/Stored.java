package jindu.run;

import java.util.List;
import java.util.OptionalLong;
import jindu.lake.DeltaTables;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables as the last finished batch left them, whatever a batch that died did to them. */
record Stored(DeltaTables tables, History history) {

  /** Whether the last finished batch said what it left in the tables, and in the shape of now. */
  boolean isReliable(List<TableDefinition> stored) {
    return stored.stream()
        .allMatch(table -> history.version(table.name()).isPresent() && tables.hasShape(table));
  }

  /** Whether nobody but the nights wrote to the tables since. */
  boolean isUntouched(List<TableDefinition> stored) {
    return stored.stream()
        .allMatch(table -> history.version(table.name()).equals(tables.version(table)));
  }

  Dataset<Row> read(TableDefinition table) {
    OptionalLong finished = history.version(table.name());
    return finished.isEmpty() || finished.equals(tables.version(table))
        ? tables.read(table)
        : tables.read(table, finished.getAsLong());
  }
}
