package jindu.protect.pattern;

import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What is published jointly of linked indicators in one year: places by sectors, in each quarter
 * and figure. Each indicator is a sheet of the same grid, and so is one at comparable prices, and
 * what a total has beside its parts; the layers' cells are those of the first sheet, then those of
 * the next.
 *
 * @param indicators by code, those of the first sheets
 * @param grid in order of place and sector
 * @param unpublished how many of the sheets, the last ones, nobody publishes
 */
record Block(
    List<String> indicators, int year, List<GridCell> grid, int unpublished, List<Layer> layers) {

  /** The same with other layers. */
  Block with(List<Layer> others) {
    return new Block(indicators, year, grid, unpublished, others);
  }

  /** The cells of the sheets that are those of the grid, and all that nobody publishes. */
  BitSet onAllSheets(BitSet ofGrid) {
    BitSet cells = new BitSet();
    for (int first = 0; first < published(); first += grid.size()) {
      int start = first;
      ofGrid.stream().forEach(cell -> cells.set(start + cell));
    }
    cells.set(published(), published() + unpublished * grid.size());
    return cells;
  }

  /** The cells of the grid that are any of the published sheets'. */
  BitSet ofGrid(BitSet cells) {
    BitSet ofGrid = new BitSet();
    cells.stream()
        .filter(cell -> cell < published())
        .forEach(cell -> ofGrid.set(cell % grid.size()));
    return ofGrid;
  }

  /** How many cells the published sheets have together. */
  private int published() {
    return layers.isEmpty() ? 0 : layers.get(0).size() - unpublished * grid.size();
  }

  /** The cells of the grid whose cell on an indicator's sheet is one of these. */
  BitSet ofSheet(String indicator, BitSet cells) {
    int first = indicators.indexOf(indicator) * grid.size();
    return cells.get(first, first + grid.size());
  }

  /**
   * How much a cell of the grid shows: what it holds of the largest amount, in each layer and on
   * each published sheet.
   */
  double size(int ofGrid) {
    double size = 0;
    for (Layer layer : layers) {
      for (int cell = ofGrid; cell < published(); cell += grid.size()) {
        size += Math.abs(layer.amount(cell)) / layer.largest();
      }
    }
    return size;
  }

  /** The amounts of cells of the grid on an indicator's sheet. */
  DoubleStream amounts(String indicator, Layer layer, BitSet ofGrid) {
    int first = indicators.indexOf(indicator) * grid.size();
    return ofGrid.stream().mapToDouble(cell -> layer.amount(first + cell));
  }
}
