package jindu.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import jindu.core.CommonColumn;
import jindu.core.Form.ValueColumn;

/** One row of a delivery: texts by canonical column name; a column without a text is empty. */
final class ReturnRow {

  private final Map<String, String> cells = new LinkedHashMap<>();

  ReturnRow with(String column, String text) {
    cells.put(column, text);
    return this;
  }

  ReturnRow with(CommonColumn column, String text) {
    return with(column.code(), text);
  }

  ReturnRow with(String item, ValueColumn column, long value) {
    return with(column.of(item), Long.toString(value));
  }

  String get(String column) {
    return cells.getOrDefault(column, "");
  }

  String get(CommonColumn column) {
    return get(column.code());
  }

  boolean has(String column) {
    return !get(column).isEmpty();
  }

  ReturnRow copy() {
    ReturnRow copy = new ReturnRow();
    copy.cells.putAll(cells);
    return copy;
  }
}
