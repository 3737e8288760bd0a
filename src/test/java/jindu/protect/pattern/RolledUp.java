package jindu.protect.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Townships by divisions, with the cells that are summed up of them. */
final class RolledUp {

  static final String DISTRICT = "410311";

  private final Function<String, List<String>> above;
  private final Map<GridCell, BigDecimal> amounts = new TreeMap<>();
  private final Map<GridCell, Long> contributors = new TreeMap<>();
  private final Map<GridCell, Map<String, BigDecimal>> others = new HashMap<>();

  /**
   * @param above the sectors that a division is a part of, up to all of them
   */
  RolledUp(Function<String, List<String>> above) {
    this.above = above;
  }

  /** Adds to a cell of a township and division; nothing where there is nothing. */
  RolledUp add(GridCell own, long amount, long from) {
    return amount == 0 ? this : add(own, new BigDecimal(amount), from, Map.of());
  }

  /**
   * Adds to a cell of a township and division.
   *
   * @param other columns that add up as well
   */
  RolledUp add(GridCell own, BigDecimal amount, long from, Map<String, BigDecimal> other) {
    for (String sector :
        Stream.concat(Stream.of(own.sector()), above.apply(own.sector()).stream()).toList()) {
      for (String place : List.of(own.place(), DISTRICT)) {
        GridCell cell = new GridCell(place, sector);
        amounts.merge(cell, amount, BigDecimal::add);
        contributors.merge(cell, from, Long::sum);
        Map<String, BigDecimal> columns = others.computeIfAbsent(cell, key -> new HashMap<>());
        other.forEach((column, value) -> columns.merge(column, value, BigDecimal::add));
      }
    }
    return this;
  }

  /** The cells as those of a first quarter. */
  List<Row> rows(String indicator, int year) {
    List<Row> rows = new ArrayList<>();
    amounts.forEach(
        (cell, amount) -> {
          Map<String, Object> columns = new HashMap<>();
          others.get(cell).forEach((column, value) -> columns.put(column, value.setScale(4)));
          rows.add(
              AttackedBlock.row(indicator, cell, year, amount, contributors.get(cell), columns));
        });
    return rows;
  }
}
