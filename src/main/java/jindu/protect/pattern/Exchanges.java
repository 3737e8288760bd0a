package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Sector;

/**
 * The simplest moves: an amount goes from one place to another, or comes new to one and so to the
 * district, and does so in one sector, or in another the other way round. Most cells have one of
 * these, and it is tried without solving anything.
 */
final class Exchanges {

  private final Map<GridCell, Integer> numbers = new HashMap<>();
  private final List<GridCell> cells;
  private final List<Map<String, Integer>> places = new ArrayList<>();
  private final List<Map<String, Integer>> sectors = new ArrayList<>();

  Exchanges(List<GridCell> cells, Catalog catalog) {
    this.cells = cells;
    for (int number = 0; number < cells.size(); number++) {
      numbers.put(cells.get(number), number);
    }
    String district = catalog.district().code();
    List<List<String>> townships =
        cells.stream()
            .map(GridCell::place)
            .filter(place -> !place.equals(district))
            .distinct()
            .map(List::of)
            .toList();
    addAll(places, townships, district);
    List<List<String>> paths =
        cells.stream()
            .map(GridCell::sector)
            .distinct()
            .filter(catalog.sectors()::containsKey)
            .map(catalog.sectors()::get)
            .map(Exchanges::path)
            .toList();
    addAll(sectors, paths, Sector.ALL);
  }

  /** Moves that raise a cell by one, in a fixed order; none where its places do not add up. */
  Stream<Move> of(int cell) {
    GridCell moved = cells.get(cell);
    return places.stream()
        .filter(place -> place.containsKey(moved.place()))
        .flatMap(
            place ->
                sectors.stream()
                    .filter(sector -> sector.containsKey(moved.sector()))
                    .flatMap(sector -> move(place, sector, moved)));
  }

  private Stream<Move> move(
      Map<String, Integer> place, Map<String, Integer> sector, GridCell moved) {
    int sign = place.get(moved.place()) * sector.get(moved.sector());
    TreeMap<Integer, Double> changes = new TreeMap<>();
    for (Map.Entry<String, Integer> where : place.entrySet()) {
      for (Map.Entry<String, Integer> what : sector.entrySet()) {
        Integer number = numbers.get(new GridCell(where.getKey(), what.getKey()));
        if (number == null) {
          return Stream.of();
        }
        changes.put(number, (double) sign * where.getValue() * what.getValue());
      }
    }
    return Stream.of(new Move(changes));
  }

  /** Each path against each other, and with the total. */
  private static void addAll(
      List<Map<String, Integer>> steps, List<List<String>> paths, String total) {
    for (List<String> up : paths) {
      Map<String, Integer> rise = new TreeMap<>();
      up.forEach(code -> rise.put(code, 1));
      for (List<String> down : paths) {
        Map<String, Integer> exchange = new TreeMap<>(rise);
        down.forEach(code -> exchange.merge(code, -1, Integer::sum));
        exchange.values().removeIf(change -> change == 0);
        if (!exchange.isEmpty()) {
          steps.add(exchange);
        }
      }
      rise.put(total, 1);
      steps.add(rise);
    }
  }

  /** A sector with its section and stratum, where it has them. */
  private static List<String> path(Sector sector) {
    return Stream.of(sector.code(), sector.section(), sector.strata())
        .filter(code -> !code.isEmpty())
        .distinct()
        .toList();
  }
}
