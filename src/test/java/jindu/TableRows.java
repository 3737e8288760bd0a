package jindu;

import java.util.List;
import java.util.Map;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** Rows of a table from the columns that a test states; every other column is null. */
public final class TableRows {

  private TableRows() {}

  /**
   * The rows in the shape of the table.
   *
   * @param rows with the values of those columns, in that order
   */
  public static Dataset<Row> of(TableDefinition table, List<Row> rows, String... columns) {
    StructType schema = new StructType();
    for (String column : columns) {
      schema = schema.add(table.schema().apply(column));
    }
    return table.select(TestSession.get().createDataFrame(rows, schema));
  }

  /** Whole rows of the table, as {@link #row} makes them. */
  public static Dataset<Row> of(TableDefinition table, List<Row> rows) {
    return TestSession.get().createDataFrame(rows, table.schema());
  }

  /** One row of the table, without a session; a name that is no column of it is refused. */
  public static Row row(TableDefinition table, Map<String, Object> values) {
    StructType schema = table.schema();
    Object[] row = new Object[schema.size()];
    values.forEach((column, value) -> row[schema.fieldIndex(column)] = value);
    return new GenericRowWithSchema(row, schema);
  }
}
