package jindu.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.table.CellTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The cells of a test, by key {@code indicator/place/sector/year/quarter}. */
final class Cells {

  private static final LocalDate LATE = LocalDate.of(2030, 1, 1);

  private final Map<String, Row> rows = new LinkedHashMap<>();

  private Cells(Dataset<Row> cells) {
    for (Row row : cells.collectAsList()) {
      Row former = rows.put(key(row), row);
      assertThat(former).as("second row of %s", key(row)).isNull();
    }
  }

  static Cells of(ObservationRows observations) {
    return of(observations.dataset(), SmallCatalog.catalog(), LATE);
  }

  static Cells of(ObservationRows observations, LocalDate asOf) {
    return of(observations.dataset(), SmallCatalog.catalog(), asOf);
  }

  static Cells of(Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    return new Cells(Aggregate.indicators(observations, catalog, asOf));
  }

  static String key(Row row) {
    return "%s/%s/%s/%s/%s".formatted(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
  }

  Map<String, Row> rows() {
    return rows;
  }

  /** The column of a cell as plain text, null when it is null. */
  String text(String key, String column) {
    assertThat(rows).containsKey(key);
    Object value = rows.get(key).get(CellTable.DEFINITION.schema().fieldIndex(column));
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value == null ? null : value.toString();
  }
}
