package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jindu.catalog.Catalog;
import jindu.core.Sector;

/**
 * Which published cells add up to which: the places to the district, and within each place the
 * sections and the strata to all, the divisions to their section and to their stratum.
 */
final class Sums {

  private final Catalog catalog;

  Sums(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The sums among the cells, by their numbers; whether one holds depends on the figure. */
  List<Additivity.Sum> of(List<GridCell> cells) {
    Map<GridCell, Integer> numbers = new HashMap<>();
    for (int number = 0; number < cells.size(); number++) {
      numbers.put(cells.get(number), number);
    }
    List<Additivity.Sum> sums = new ArrayList<>();
    String district = catalog.district().code();
    for (GridCell cell : cells) {
      if (cell.place().equals(district)) {
        add(
            sums,
            numbers,
            cell,
            other -> !other.place().equals(district) && other.sector().equals(cell.sector()));
      }
      for (Predicate<String> parts : parts(cell.sector())) {
        add(
            sums,
            numbers,
            cell,
            other -> other.place().equals(cell.place()) && parts.test(other.sector()));
      }
    }
    return sums;
  }

  private static void add(
      List<Additivity.Sum> sums,
      Map<GridCell, Integer> numbers,
      GridCell total,
      Predicate<GridCell> isPart) {
    List<Integer> parts =
        numbers.keySet().stream().filter(isPart).map(numbers::get).sorted().toList();
    if (!parts.isEmpty()) {
      sums.add(new Additivity.Sum(numbers.get(total), parts));
    }
  }

  /** Each way in which a sector is the sum of others. */
  private List<Predicate<String>> parts(String sector) {
    if (Sector.ALL.equals(sector)) {
      return List.of(part -> isOf(part, Sector.Level.SECTION), Sector.STRATA::contains);
    }
    if (Sector.STRATA.contains(sector)) {
      return List.of(
          part -> isOf(part, Sector.Level.DIVISION) && strata(part).equals(sector),
          part -> isOf(part, Sector.Level.SECTION) && strata(part).equals(sector));
    }
    return List.of(
        part -> isOf(part, Sector.Level.DIVISION) && entry(part).parent().equals(sector));
  }

  private boolean isOf(String code, Sector.Level level) {
    return catalog.sectors().containsKey(code) && entry(code).level() == level;
  }

  private String strata(String code) {
    return entry(code).strata();
  }

  private Sector entry(String code) {
    return catalog.sectors().get(code);
  }
}
