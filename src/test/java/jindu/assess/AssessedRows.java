package jindu.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import jindu.table.PlanProgressTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of the plan's progress by {@code <indicator>-Q<quarter>}. */
final class AssessedRows {

  private final Map<String, Row> rows = new TreeMap<>();

  static AssessedRows of(Dataset<Row> progress) {
    AssessedRows assessed = new AssessedRows();
    for (Row row : progress.collectAsList()) {
      String indicator = row.getAs(PlanProgressTable.INDICATOR);
      Integer quarter = row.getAs(PlanProgressTable.QUARTER);
      assessed.rows.put(indicator + "-Q" + quarter, row);
    }
    return assessed;
  }

  Collection<Row> all() {
    return rows.values();
  }

  /**
   * @param expected names of decimal columns, each followed by its text or null
   */
  void assertRow(String key, String lamp, String... expected) {
    Row row = rows.get(key);
    assertThat(row).as(key).isNotNull();
    for (int i = 0; i < expected.length; i += 2) {
      BigDecimal actual = row.getAs(expected[i]);
      assertThat(actual == null ? null : actual.toPlainString())
          .as(key + " " + expected[i])
          .isEqualTo(expected[i + 1]);
    }
    assertThat(row.<String>getAs(PlanProgressTable.LAMP)).as(key).isEqualTo(lamp);
  }

  String reason(String key) {
    return text(key, PlanProgressTable.LAMP_REASON);
  }

  String text(String key, String column) {
    return rows.get(key).getAs(column);
  }

  boolean claims(String key, String column) {
    return rows.get(key).<Boolean>getAs(column);
  }
}
