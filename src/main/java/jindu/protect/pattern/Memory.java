package jindu.protect.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;

/**
 * What readers know of withheld figures because a publication shows them: an earlier one, or
 * tonight's among those of the year before, of which they are the same period. Only what is one of
 * the numbers shown is known; a figure that was revised since is another.
 */
final class Memory {

  private static final Map<String, String> OF_LAST_YEAR =
      Map.of(
          IndicatorTable.PREVIOUS, IndicatorTable.VALUE,
          IndicatorTable.PREVIOUS_YTD, IndicatorTable.VALUE_YTD);

  private static final Map<String, String> OF_NEXT_YEAR =
      Map.of(
          IndicatorTable.VALUE, IndicatorTable.PREVIOUS,
          IndicatorTable.VALUE_YTD, IndicatorTable.PREVIOUS_YTD);

  private record Remembered(String indicator, int year, ShownFigure figure) {}

  /** In the order in which they were shown: two publications may show two numbers. */
  private final Map<Remembered, List<BigDecimal>> amounts = new HashMap<>();

  /**
   * @param patterns with what was shown of their cells before these were withheld
   * @param shown rows of which every figure is shown, with the columns of {@link IndicatorTable};
   *     after what the patterns remember
   */
  Memory(Collection<Pattern> patterns, List<Row> shown) {
    for (Pattern pattern : patterns) {
      pattern
          .shown()
          .forEach(
              (figure, amount) ->
                  add(new Remembered(pattern.indicator(), pattern.year(), figure), amount));
    }
    for (Row row : shown) {
      for (String figure : CellTable.FIGURES) {
        BigDecimal amount = row.getAs(figure);
        if (amount != null) {
          add(remembered(row, row.getAs(IndicatorTable.YEAR), figure), amount);
        }
      }
    }
  }

  private void add(Remembered figure, BigDecimal amount) {
    amounts.computeIfAbsent(figure, key -> new ArrayList<>()).add(amount);
  }

  /** The block for readers who remember. */
  Block of(Block block, List<Row> rows) {
    Map<GridCell, Integer> numbers = new HashMap<>();
    block.grid().forEach(cell -> numbers.put(cell, numbers.size()));
    return block.with(
        block.layers().stream()
            .map(layer -> layer.told(told(block, numbers, layer, rows)))
            .toList());
  }

  /** What was shown last of cells of an indicator and year. */
  NavigableMap<ShownFigure, BigDecimal> shown(String indicator, int year, Set<GridCell> cells) {
    NavigableMap<ShownFigure, BigDecimal> shown = new TreeMap<>();
    amounts.forEach(
        (remembered, shownOfIt) -> {
          if (remembered.indicator().equals(indicator)
              && remembered.year() == year
              && cells.contains(remembered.figure().cell())) {
            shown.put(remembered.figure(), shownOfIt.get(shownOfIt.size() - 1));
          }
        });
    return shown;
  }

  private BitSet told(Block block, Map<GridCell, Integer> numbers, Layer layer, List<Row> rows) {
    BitSet told = new BitSet();
    String figure = layer.published();
    for (Row row : rows) {
      int sheet = block.indicators().indexOf(row.<String>getAs(IndicatorTable.INDICATOR));
      if (row.<Integer>getAs(IndicatorTable.QUARTER) == layer.quarter() && isTold(row, figure)) {
        told.set(sheet * block.grid().size() + numbers.get(GridCell.of(row)));
      }
    }
    return told;
  }

  private boolean isTold(Row row, String figure) {
    BigDecimal amount = row.getAs(figure);
    int year = row.getAs(IndicatorTable.YEAR);
    return amount != null
        && (isShown(amount, row, year, figure)
            || isShown(amount, row, year - 1, OF_LAST_YEAR.get(figure))
            || isShown(amount, row, year + 1, OF_NEXT_YEAR.get(figure)));
  }

  /**
   * @param figure null where the year has no such figure
   */
  private boolean isShown(BigDecimal amount, Row row, int year, String figure) {
    return figure != null
        && amounts.getOrDefault(remembered(row, year, figure), List.of()).stream()
            .anyMatch(shown -> shown.compareTo(amount) == 0);
  }

  private static Remembered remembered(Row row, int year, String figure) {
    return new Remembered(
        row.getAs(IndicatorTable.INDICATOR),
        year,
        new ShownFigure(GridCell.of(row), row.getAs(IndicatorTable.QUARTER), figure));
  }
}
