package jindu.publish.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * Rows as JSON: the names of the columns once, then one array a row. Decimals are texts with all
 * their digits, for a number of the browser would not hold them; days are ISO texts.
 */
final class TableJson {

  private TableJson() {}

  static ObjectNode of(Stream<Row> rows, List<String> columns) {
    ObjectNode table = JsonNodeFactory.instance.objectNode();
    columns.forEach(table.putArray("columns")::add);
    ArrayNode lines = table.putArray("rows");
    rows.forEach(
        row -> {
          ArrayNode line = lines.addArray();
          for (String column : columns) {
            add(line, row.getAs(column));
          }
        });
    return table;
  }

  private static void add(ArrayNode line, Object value) {
    if (value == null) {
      line.addNull();
    } else if (value instanceof BigDecimal decimal) {
      line.add(text(decimal));
    } else if (value instanceof Integer whole) {
      line.add(whole);
    } else if (value instanceof Long whole) {
      line.add(whole);
    } else if (value instanceof Boolean claim) {
      line.add(claim);
    } else if (value instanceof Date day) {
      line.add(day.toLocalDate().toString());
    } else {
      line.add(value.toString());
    }
  }

  /** All digits but the zeros at the end. */
  static String text(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }
}
