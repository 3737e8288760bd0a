package jindu.table;

import org.apache.spark.sql.types.DataType;

/**
 * One column of a table.
 *
 * @param unit of measures: yuan, %, points, units; empty for codes and labels
 * @param meaning one English sentence, shown in {@code publication.json}
 */
public record ColumnDefinition(String name, DataType type, String unit, String meaning) {}
