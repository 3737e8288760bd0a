package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jindu.catalog.Catalog;
import jindu.core.Feed.Measure;
import jindu.core.Sector;

/**
 * What the sheets of one figure have to do with each other: in a division, one is another by a
 * rate. Rates are the bureau's own (value_added_rates.csv) and may be known: an open cell of the
 * division shows its rate.
 */
final class SheetLinks {

  private final Catalog catalog;
  private final List<Sheet> sheets;
  private final List<GridCell> grid;
  private final List<Additivity.Sum> sums;

  /**
   * @param sums among the cells of the grid
   */
  SheetLinks(List<Sheet> sheets, List<GridCell> grid, List<Additivity.Sum> sums, Catalog catalog) {
    this.catalog = catalog;
    this.sheets = sheets;
    this.grid = grid;
    this.sums = sums;
  }

  /**
   * Each sheet's links to the first that it is a rate of.
   *
   * @param cells of each sheet
   * @param toDate the same of the year to date, whose rates a quarter's figures have too: at
   *     comparable prices only that is published, and a change of the quarter changes it
   */
  List<Additivity.Sum> of(List<SheetCells> cells, List<SheetCells> toDate) {
    List<Additivity.Sum> links = new ArrayList<>();
    for (int sheet = 1; sheet < sheets.size(); sheet++) {
      for (int other = 0; other < sheet; other++) {
        if (sheets.get(sheet).isRateOf(sheets.get(other))) {
          add(links, cells, toDate, sheet, other);
          break;
        }
      }
    }
    return links;
  }

  private void add(
      List<Additivity.Sum> links,
      List<SheetCells> cells,
      List<SheetCells> toDate,
      int sheet,
      int other) {
    Rates rates = new Rates(toDate.get(sheet), toDate.get(other));
    for (int cell = 0; cell < grid.size(); cell++) {
      if (cells.get(sheet).isOccupied(cell)) {
        List<Integer> parts = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int part : parts(sheet, cell)) {
          Double rate = rates.of(part);
          if (rate != null && cells.get(other).isOccupied(part)) {
            parts.add(other * grid.size() + part);
            weights.add(rate);
          }
        }
        if (!parts.isEmpty()) {
          links.add(new Additivity.Sum(sheet * grid.size() + cell, parts, weights));
        }
      }
    }
  }

  /** The cells of the other sheet that a cell is a rate of. */
  private List<Integer> parts(int sheet, int cell) {
    if (sheets.get(sheet).measure() == Measure.COMPARABLE) {
      return divisions(cell);
    }
    return isRated(cell) ? List.of(cell) : List.of();
  }

  /** The cells of divisions that make the total; itself where it has none. */
  private List<Integer> divisions(int cell) {
    List<Integer> divisions = new ArrayList<>();
    for (int other = 0; other < grid.size(); other++) {
      if (grid.get(other).place().equals(grid.get(cell).place()) && isDivision(other)) {
        divisions.add(other);
      }
    }
    return divisions.isEmpty() ? List.of(cell) : divisions;
  }

  /** Whether a cell is of one division, or is made of no others. */
  private boolean isRated(int cell) {
    return isDivision(cell) || sums.stream().noneMatch(sum -> sum.total() == cell);
  }

  private boolean isDivision(int cell) {
    Sector sector = catalog.sectors().get(grid.get(cell).sector());
    return sector != null && sector.level() == Sector.Level.DIVISION;
  }

  /** What of one sheet there is in one yuan of another, cell by cell. */
  private final class Rates {

    private final SheetCells rated;
    private final SheetCells amounts;

    /** Of cells of zeros, which tell none. */
    private final Map<String, Double> ofDivisions = new HashMap<>();

    Rates(SheetCells rated, SheetCells amounts) {
      this.rated = rated;
      this.amounts = amounts;
      for (int cell = 0; cell < grid.size(); cell++) {
        if (isRated(cell) && isTold(cell)) {
          ofDivisions.put(grid.get(cell).sector(), told(cell));
        }
      }
    }

    /** The cell's own rate; of two zeros the division's, or null where that is not known. */
    Double of(int cell) {
      return isTold(cell) ? Double.valueOf(told(cell)) : ofDivisions.get(grid.get(cell).sector());
    }

    private boolean isTold(int cell) {
      return rated.amounts().get(cell).signum() != 0 && amounts.amounts().get(cell).signum() != 0;
    }

    private double told(int cell) {
      return rated.amounts().get(cell).doubleValue() / amounts.amounts().get(cell).doubleValue();
    }
  }
}
