package jindu.table;

import org.apache.spark.sql.types.DataType;

/**
 * One column of a table.
 *
 * @param unit of measures: yuan, %, points, units; empty for codes and labels
 * @param meaning one English sentence, shown in {@code publication.json}
 * @param nullWhen of a published column: what follows on "null when", {@link #NEVER} where that
 *     does not happen; said of no internal column
 */
public record ColumnDefinition(
    String name, DataType type, String unit, String meaning, String nullWhen) {

  /** There is a value in every row. */
  public static final String NEVER = "never";

  /** The column {@code withheld} of the row is true. */
  public static final String WITHHELD = "withheld";

  /** A column that is never null. */
  public ColumnDefinition(String name, DataType type, String unit, String meaning) {
    this(name, type, unit, meaning, NEVER);
  }

  /**
   * The same column, null under a condition.
   *
   * @param condition one English clause that follows on "null when"
   */
  public ColumnDefinition nullWhen(String condition) {
    return new ColumnDefinition(name, type, unit, meaning, condition);
  }

  /** The same column, null in rows that are withheld and in no other. */
  public ColumnDefinition nullWhenWithheld() {
    return nullWhen(WITHHELD);
  }

  /** The same column, null in rows that are withheld and under a condition besides. */
  public ColumnDefinition nullWhenWithheldOr(String condition) {
    return nullWhen(WITHHELD + ", or " + condition);
  }

  /** Whether every row has a value. */
  public boolean isNeverNull() {
    return nullWhen.equals(NEVER);
  }

  /** Whether a row that is withheld has none. */
  public boolean isNullWhenWithheld() {
    return nullWhen.startsWith(WITHHELD);
  }

  /** Meaning, and when the column is null where it can be. */
  public String description() {
    return isNeverNull() ? meaning : "%s Null when %s.".formatted(meaning, nullWhen);
  }
}
