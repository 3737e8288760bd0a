package jindu.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import jindu.catalog.Catalog;
import jindu.table.EntryExitTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The lines of a test, by key {@code indicator/place/sector/year/quarter} and then by part. */
final class Bridge {

  private final Map<String, Map<String, Row>> lines = new TreeMap<>();

  private Bridge(Dataset<Row> rows) {
    for (Row row : rows.collectAsList()) {
      Row former =
          lines
              .computeIfAbsent(Cells.key(row), missing -> new TreeMap<>())
              .put(row.getAs(EntryExitTable.PART), row);
      assertThat(former).as("second line of %s", row).isNull();
    }
  }

  static Bridge of(Dataset<Row> observations, Catalog catalog, LocalDate asOf) {
    Dataset<Row> contributions = Aggregate.contributions(observations, catalog, asOf);
    return new Bridge(
        Aggregate.entryExit(contributions, Aggregate.cells(contributions, catalog, asOf), catalog));
  }

  Map<String, Map<String, Row>> lines() {
    return lines;
  }

  /** Each line of a cell as {@code part: units, amount, points}, by name; {@code -} is null. */
  String text(String cell) {
    StringBuilder text = new StringBuilder();
    lines
        .getOrDefault(cell, Map.of())
        .forEach(
            (part, row) ->
                text.append(
                    "%s: %s, %s, %s%n"
                        .formatted(
                            part,
                            plain(row.getAs(EntryExitTable.UNITS)),
                            plain(row.getAs(EntryExitTable.LINE_AMOUNT)),
                            plain(row.getAs(EntryExitTable.POINTS)))));
    return text.toString().strip();
  }

  static String plain(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value == null ? "-" : value.toString();
  }
}
