package jindu.run;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.table.ColumnDefinition;
import jindu.table.TableDefinition;
import jindu.table.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.MapType;

/** Two times the same table, compared row for row in one pass, whatever the order of the rows. */
final class TableComparison {

  private static final int KEYS_TOLD = 5;
  private static final String KEY = "row_key";
  private static final String ROW = "row_text";
  private static final String IS_REBUILT = "is_rebuilt";
  private static final String STORED = "stored_rows";
  private static final String REBUILT = "rebuilt_rows";
  private static final String STATE = "state";
  private static final String MISSING = "missing";
  private static final String EXTRA = "extra";
  private static final String DIFFERENT = "different";

  private TableComparison() {}

  /**
   * @param stored rows that are there
   * @param rebuilt rows that should be
   */
  static TableDifference of(TableDefinition table, Dataset<Row> stored, Dataset<Row> rebuilt) {
    List<Row> states =
        texts(table, stored, false)
            .union(texts(table, rebuilt, true))
            .groupBy(KEY)
            .agg(rows(false).as(STORED), rows(true).as(REBUILT))
            .where(not(col(STORED).equalTo(col(REBUILT))))
            .withColumn(STATE, state())
            .groupBy(STATE)
            .agg(count(lit(1)), min_by(col(KEY), col(KEY), KEYS_TOLD))
            .collectAsList();
    Map<String, Long> counts = new HashMap<>();
    List<String> keys = new ArrayList<>();
    for (Row state : states) {
      counts.put(state.getString(0), state.getLong(1));
      state.<String>getList(2).forEach(key -> keys.add(state.getString(0) + " " + key));
    }
    return new TableDifference(
        table.name(),
        counts.getOrDefault(MISSING, 0L),
        counts.getOrDefault(EXTRA, 0L),
        counts.getOrDefault(DIFFERENT, 0L),
        keys.stream().sorted().limit(KEYS_TOLD).toList());
  }

  /** The rows of one time under a key; a key that comes twice shows as different. */
  private static Column rows(boolean isRebuilt) {
    return array_sort(collect_list(when(col(IS_REBUILT).equalTo(isRebuilt), col(ROW))));
  }

  private static Column state() {
    return when(size(col(STORED)).equalTo(0), MISSING)
        .when(size(col(REBUILT)).equalTo(0), EXTRA)
        .otherwise(DIFFERENT);
  }

  private static Dataset<Row> texts(TableDefinition table, Dataset<Row> rows, boolean isRebuilt) {
    Column[] key =
        table.key().stream()
            .map(column -> coalesce(col(column).cast(Types.TEXT), lit("")))
            .toArray(Column[]::new);
    Column[] columns = table.columns().stream().map(TableComparison::plain).toArray(Column[]::new);
    return table
        .select(rows)
        .select(
            concat_ws("|", key).as(KEY),
            to_json(struct(columns)).as(ROW),
            lit(isRebuilt).as(IS_REBUILT));
  }

  /** A map says the same in any order. */
  private static Column plain(ColumnDefinition column) {
    Column value = col(column.name());
    return (column.type() instanceof MapType ? array_sort(map_entries(value)) : value)
        .as(column.name());
  }
}
