package jindu.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;

/**
 * Name, columns and key of one stored or published table; the order of columns is part of it.
 *
 * @param key the columns that name a row; a published table is sorted by them
 * @param partition the columns by whose values a stored table lies in folders, so that a part of it
 *     is replaced without touching the others; empty for a table replaced as a whole
 */
public record TableDefinition(
    String name, List<ColumnDefinition> columns, List<String> key, List<String> partition) {

  public TableDefinition {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    partition = List.copyOf(partition);
    requireColumns("key", key, columns, name);
    requireColumns("partition", partition, columns, name);
  }

  /** A table in one folder. */
  public TableDefinition(String name, List<ColumnDefinition> columns, List<String> key) {
    this(name, columns, key, List.of());
  }

  private static void requireColumns(
      String use, List<String> named, List<ColumnDefinition> columns, String table) {
    for (String column : named) {
      if (columns.stream().noneMatch(definition -> definition.name().equals(column))) {
        throw new IllegalArgumentException(
            "Missing " + use + " column " + column + " in table " + table + ".");
      }
    }
  }

  /** The Spark schema, every column nullable, its description as comment. */
  public StructType schema() {
    StructType schema = new StructType();
    for (ColumnDefinition column : columns) {
      schema = schema.add(column.name(), column.type(), true, column.description());
    }
    return schema;
  }

  /**
   * The rows with exactly this table's columns, in order, cast, their description as comment; a
   * column that is not there yet is null.
   */
  public Dataset<Row> select(Dataset<Row> rows) {
    Set<String> present = Set.copyOf(Arrays.asList(rows.columns()));
    return rows.select(
        columns.stream()
            .map(
                column ->
                    (present.contains(column.name()) ? col(column.name()) : lit(null))
                        .cast(column.type())
                        .as(column.name(), comment(column)))
            .toArray(Column[]::new));
  }

  private static Metadata comment(ColumnDefinition column) {
    return new MetadataBuilder().putString("comment", column.description()).build();
  }

  /** Whether the table has a column {@code year} and is published as one file a year. */
  public boolean isByYear() {
    return columns.stream().anyMatch(column -> column.name().equals("year"));
  }
}
