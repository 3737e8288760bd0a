package jindu.protect.pattern;

import java.math.BigDecimal;
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
 * tonight's among those of the year before, of which they are the same period. Only what is still
 * that number is known; a figure that was revised since is another.
 */
final class Memory {

  private static final Map<String, String> OF_LAST_YEAR =
      Map.of(
          IndicatorTable.PREVIOUS, IndicatorTable.VALUE,
          IndicatorTable.PREVIOUS_YTD, IndicatorTable.VALUE_YTD);

  private record Remembered(String indicator, int year, ShownFigure figure) {}

  private final Map<Remembered, BigDecimal> amounts = new HashMap<>();

  /**
   * @param patterns with what was shown of their cells before these were withheld
   * @param shown rows of which every figure is shown, with the columns of {@link IndicatorTable};
   *     later than what the patterns remember
   */
  Memory(Collection<Pattern> patterns, List<Row> shown) {
    for (Pattern pattern : patterns) {
      pattern
          .shown()
          .forEach(
              (figure, amount) ->
                  amounts.put(new Remembered(pattern.indicator(), pattern.year(), figure), amount));
    }
    for (Row row : shown) {
      for (String figure : CellTable.FIGURES) {
        BigDecimal amount = row.getAs(figure);
        if (amount != null) {
          amounts.put(remembered(row, row.getAs(IndicatorTable.YEAR), figure), amount);
        }
      }
    }
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

  /** What was shown of cells of an indicator and year. */
  NavigableMap<ShownFigure, BigDecimal> shown(String indicator, int year, Set<GridCell> cells) {
    NavigableMap<ShownFigure, BigDecimal> shown = new TreeMap<>();
    amounts.forEach(
        (remembered, amount) -> {
          if (remembered.indicator().equals(indicator)
              && remembered.year() == year
              && cells.contains(remembered.figure().cell())) {
            shown.put(remembered.figure(), amount);
          }
        });
    return shown;
  }

  private BitSet told(Block block, Map<GridCell, Integer> numbers, Layer layer, List<Row> rows) {
    BitSet told = new BitSet();
    for (Row row : rows) {
      int sheet = block.indicators().indexOf(row.<String>getAs(IndicatorTable.INDICATOR));
      if (row.<Integer>getAs(IndicatorTable.QUARTER) == layer.quarter()
          && isTold(row, layer.published())) {
        told.set(sheet * block.grid().size() + numbers.get(GridCell.of(row)));
      }
    }
    return told;
  }

  private boolean isTold(Row row, String figure) {
    BigDecimal amount = row.getAs(figure);
    int year = row.getAs(IndicatorTable.YEAR);
    return amount != null
        && (isSame(amount, amounts.get(remembered(row, year, figure)))
            || (OF_LAST_YEAR.containsKey(figure)
                && isSame(
                    amount, amounts.get(remembered(row, year - 1, OF_LAST_YEAR.get(figure))))));
  }

  private static boolean isSame(BigDecimal amount, BigDecimal shown) {
    return shown != null && shown.compareTo(amount) == 0;
  }

  private static Remembered remembered(Row row, int year, String figure) {
    return new Remembered(
        row.getAs(IndicatorTable.INDICATOR),
        year,
        new ShownFigure(GridCell.of(row), row.getAs(IndicatorTable.QUARTER), figure));
  }
}
