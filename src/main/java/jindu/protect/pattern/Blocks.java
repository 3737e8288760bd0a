package jindu.protect.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jindu.catalog.Catalog;
import jindu.core.Feed.Measure;
import jindu.core.Sector;
import jindu.table.CellTable;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;

/** Makes the block of linked indicators of the cells of one night. */
final class Blocks {

  private static final Map<String, String> TO_DATE =
      Map.of(
          IndicatorTable.VALUE, IndicatorTable.VALUE_YTD,
          IndicatorTable.PREVIOUS, IndicatorTable.PREVIOUS_YTD);

  private final Catalog catalog;
  private final List<Sheet> sheets;
  private final List<GridCell> grid;
  private final List<Additivity.Sum> sums;
  private final SheetLinks links;
  private final SheetRests rests;

  private Blocks(Catalog catalog, List<Sheet> sheets, List<GridCell> grid) {
    this.catalog = catalog;
    this.sheets = sheets;
    this.grid = grid;
    this.sums = new Sums(catalog).of(grid);
    this.links = new SheetLinks(sheets, grid, sums, catalog);
    this.rests = new SheetRests(sheets, grid.size(), catalog);
  }

  /**
   * The block of some indicators.
   *
   * @param indicators linked ones
   * @param rows of {@link CellTable}, of these indicators and one year
   */
  static Block of(Catalog catalog, List<String> indicators, int year, List<Row> rows) {
    Map<Integer, Map<String, Map<GridCell, Row>>> quarters = new TreeMap<>();
    Set<GridCell> grid = new TreeSet<>();
    for (Row row : rows) {
      GridCell cell = GridCell.of(row);
      grid.add(cell);
      quarters
          .computeIfAbsent(row.<Integer>getAs(IndicatorTable.QUARTER), key -> new TreeMap<>())
          .computeIfAbsent(row.<String>getAs(IndicatorTable.INDICATOR), key -> new TreeMap<>())
          .put(cell, row);
    }
    Blocks blocks = new Blocks(catalog, Sheet.of(indicators, catalog), List.copyOf(grid));
    List<Layer> layers = new ArrayList<>();
    quarters.forEach((quarter, ofQuarter) -> blocks.add(layers, quarter, ofQuarter));
    return new Block(indicators, year, blocks.grid, blocks.rests.count(), layers);
  }

  /** The layers of a quarter. */
  private void add(List<Layer> layers, int quarter, Map<String, Map<GridCell, Row>> rows) {
    Map<String, List<SheetCells>> whole = new HashMap<>();
    CellTable.FIGURES.forEach(figure -> whole.put(figure, cells(figure, figure, rows)));
    for (String figure : CellTable.FIGURES) {
      List<SheetCells> toDate = whole.get(TO_DATE.getOrDefault(figure, figure));
      add(layers, layer(quarter, figure, whole.get(figure), toDate));
    }
    for (String figure : CellTable.FIGURES) {
      String rest = CellTable.unnamed(figure);
      List<SheetCells> cells = cells(figure, rest, rows);
      if (cells.stream().anyMatch(SheetCells::isOccupied)) {
        add(layers, layer(quarter, rest, cells, cells));
      }
    }
  }

  private static void add(List<Layer> layers, Layer layer) {
    if (layers.stream().noneMatch(other -> isSame(other, layer))) {
      layers.add(layer);
    }
  }

  /**
   * The first quarter is its own year to date, and where nothing is published by name the rest is
   * the figure itself: nothing more is learnt from it.
   */
  private static boolean isSame(Layer one, Layer other) {
    return one.quarter() == other.quarter() && one.entries().equals(other.entries());
  }

  private List<SheetCells> cells(
      String known, String figure, Map<String, Map<GridCell, Row>> rows) {
    return sheets.stream()
        .map(
            sheet ->
                SheetCells.of(
                    sheet,
                    known,
                    figure,
                    new GridCell(catalog.district().code(), Sector.ALL),
                    grid,
                    rows.getOrDefault(sheet.indicator(), Map.of()),
                    catalog.primaryRule(sheet.indicator())))
        .toList();
  }

  private Layer layer(int quarter, String figure, List<SheetCells> cells, List<SheetCells> toDate) {
    List<Layer.Entry> entries = new ArrayList<>();
    List<Additivity.Sum> holding = new ArrayList<>();
    for (int sheet = 0; sheet < sheets.size(); sheet++) {
      int first = entries.size();
      SheetCells own = cells.get(sheet);
      if (sheets.get(sheet).measure() == Measure.NOMINAL) {
        sums.stream()
            .filter(sum -> holds(sum, own.amounts()))
            .map(sum -> sum.from(first))
            .forEach(holding::add);
      }
      entries.addAll(own.entries());
    }
    rests.of(cells).forEach(rest -> entries.addAll(rest.entries()));
    holding.addAll(rests.sums(cells, holding));
    holding.addAll(links.of(cells, toDate));
    return new Layer(quarter, figure, entries, new Additivity(entries.size(), holding));
  }

  /** What does not add up cannot be subtracted either. */
  private static boolean holds(Additivity.Sum sum, List<BigDecimal> amounts) {
    BigDecimal parts =
        sum.parts().stream().map(amounts::get).reduce(BigDecimal.ZERO, BigDecimal::add);
    return parts.compareTo(amounts.get(sum.total())) == 0;
  }
}
