package jindu.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Rows of response quality by {@code place/year/quarter}. */
final class QualityRows {

  private QualityRows() {}

  /** Fails where a key has two rows. */
  static Map<String, Row> byPlaceAndQuarter(List<Row> all, String form) {
    Map<String, Row> rows = new TreeMap<>();
    for (Row row : all) {
      if (row.<String>getAs("form").equals(form)) {
        String key =
            "%s/%s/%s"
                .formatted(row.getAs("township_code"), row.getAs("year"), row.getAs("quarter"));
        assertThat(rows.put(key, row)).as("second row of %s", key).isNull();
      }
    }
    return rows;
  }

  static Map<String, String> texts(Map<String, Row> rows, Function<Row, String> text) {
    Map<String, String> texts = new TreeMap<>();
    rows.forEach((key, row) -> texts.put(key, text.apply(row)));
    return texts;
  }
}
