package jindu.protect.pattern;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jindu.TableRows;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;

/** Rows of a first quarter, and what an attack on the block made of them finds. */
final class AttackedBlock {

  private AttackedBlock() {}

  /** The one layer of a first quarter that has amounts. */
  static Layer yearToDate(Block block) {
    return block.layers().stream()
        .filter(layer -> layer.figure().equals(IndicatorTable.VALUE_YTD))
        .findFirst()
        .orElseThrow();
  }

  /** Cells that the attack finds, by the linear program. */
  static Set<GridCell> exposed(Block block, Set<GridCell> withheld) {
    BitSet cells = new BitSet();
    for (Layer layer : block.layers()) {
      new Auditor()
          .exposures(layer, numbers(block, withheld))
          .forEach(exposure -> cells.or(exposure.cells()));
    }
    return cells(block, cells);
  }

  /** Sensitive cells that sums alone give, by elimination. */
  static Set<GridCell> solved(Block block, Set<GridCell> withheld) {
    BitSet cells = new BitSet();
    for (Layer layer : block.layers()) {
      numbers(block, withheld).stream()
          .filter(layer::isSensitive)
          .filter(cell -> Elimination.solves(layer, numbers(block, withheld), cell))
          .forEach(cells::set);
    }
    return cells(block, cells);
  }

  private static BitSet numbers(Block block, Set<GridCell> withheld) {
    BitSet ofGrid = new BitSet();
    withheld.forEach(cell -> ofGrid.set(block.grid().indexOf(cell)));
    return block.onAllSheets(ofGrid);
  }

  private static Set<GridCell> cells(Block block, BitSet numbers) {
    Set<GridCell> cells = new TreeSet<>();
    block.ofGrid(numbers).stream().mapToObj(block.grid()::get).forEach(cells::add);
    return cells;
  }

  /**
   * A cell of the first quarter, all of whose contributors have as much.
   *
   * @param amount of the year to date
   * @param other columns
   */
  static Row row(
      String indicator,
      GridCell cell,
      int year,
      BigDecimal amount,
      long contributors,
      Map<String, Object> other) {
    Map<String, Object> values = new HashMap<>(other);
    values.put(IndicatorTable.INDICATOR, indicator);
    values.put(IndicatorTable.TOWNSHIP_CODE, cell.place());
    values.put(IndicatorTable.SECTOR_CODE, cell.sector());
    values.put(IndicatorTable.YEAR, year);
    values.put(IndicatorTable.QUARTER, 1);
    values.put(IndicatorTable.VALUE_YTD, amount.setScale(4));
    BigDecimal even = amount.divide(new BigDecimal(contributors), 4, RoundingMode.DOWN);
    values.put(CellTable.contributors(IndicatorTable.VALUE_YTD), contributors);
    values.put(CellTable.contributed(IndicatorTable.VALUE_YTD), amount.setScale(4));
    values.put(CellTable.largest(IndicatorTable.VALUE_YTD), even);
    values.put(CellTable.second(IndicatorTable.VALUE_YTD), even);
    return TableRows.row(CellTable.DEFINITION, values);
  }
}
