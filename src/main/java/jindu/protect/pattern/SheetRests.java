package jindu.protect.pattern;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jindu.catalog.Catalog;
import jindu.core.Feed.Measure;

/**
 * What a total has beside its parts, where these are indicators of their own. It is a sheet that
 * nobody publishes: all that is known of it is that it is not negative, and that it makes the total
 * together with the parts.
 */
final class SheetRests {

  /**
   * An inclusion whose indicators have cells.
   *
   * @param total number of the sheet
   * @param parts numbers of the parts' sheets
   * @param isWhole whether all parts are there, so that a rest of nothing is known to be one
   */
  private record Link(int total, List<Integer> parts, boolean isWhole) {}

  private final int size;
  private final List<Link> links = new ArrayList<>();

  /**
   * @param sheets those that are published
   * @param size cells of a sheet
   */
  SheetRests(List<Sheet> sheets, int size, Catalog catalog) {
    this.size = size;
    List<String> indicators =
        sheets.stream()
            .filter(sheet -> sheet.measure() == Measure.NOMINAL)
            .map(Sheet::indicator)
            .toList();
    for (Inclusion inclusion : Inclusion.of(catalog)) {
      List<Integer> parts =
          inclusion.parts().stream().map(indicators::indexOf).filter(part -> part >= 0).toList();
      int total = indicators.indexOf(inclusion.total());
      boolean isWhole = inclusion.isWhole() && parts.size() == inclusion.parts().size();
      Link link = new Link(total, parts, isWhole);
      if (total >= 0 && !parts.isEmpty() && !links.contains(link) && !isCircular(link)) {
        links.add(link);
      }
    }
  }

  /** How many sheets nobody publishes. */
  int count() {
    return links.size();
  }

  /**
   * One for each total with parts, in the order of the checks.
   *
   * @param cells of the sheets that are published
   */
  List<SheetCells> of(List<SheetCells> cells) {
    return links.stream().map(link -> rest(link, cells)).toList();
  }

  /**
   * Each total as the sum of its parts and the rest, in the cells that are a total of none: what is
   * made of them adds up by itself.
   *
   * @param sums that hold among the cells of the sheets
   */
  List<Additivity.Sum> sums(List<SheetCells> cells, List<Additivity.Sum> sums) {
    Set<Integer> totals = sums.stream().map(Additivity.Sum::total).collect(Collectors.toSet());
    List<Additivity.Sum> together = new ArrayList<>();
    for (int number = 0; number < links.size(); number++) {
      Link link = links.get(number);
      int rest = (cells.size() + number) * size;
      for (int cell = 0; cell < size; cell++) {
        int total = link.total() * size + cell;
        if (tells(link, cells, cell) && !totals.contains(total)) {
          List<Integer> parts = new ArrayList<>();
          for (int part : link.parts()) {
            parts.add(part * size + cell);
          }
          parts.add(rest + cell);
          together.add(new Additivity.Sum(total, parts));
        }
      }
    }
    return together;
  }

  /** Where the relation tells nothing, and where nothing is left, the rest is known to be 0. */
  private SheetCells rest(Link link, List<SheetCells> cells) {
    List<BigDecimal> amounts = new ArrayList<>();
    List<Layer.Entry> entries = new ArrayList<>();
    for (int cell = 0; cell < size; cell++) {
      boolean isThere = tells(link, cells, cell) && !isNothing(link, cells, cell);
      BigDecimal amount = isThere ? rest(link, cells, cell) : BigDecimal.ZERO;
      long contributors = isThere ? cells.get(link.total()).entries().get(cell).contributors() : 0;
      amounts.add(amount);
      entries.add(new Layer.Entry(amount.doubleValue(), contributors, 0, 0));
    }
    return new SheetCells(amounts, entries);
  }

  /**
   * Whether the relation tells anything of a cell. An estimate of the total and one of a part need
   * not agree; and where amounts may be negative a part bounds nothing, though all parts still add
   * up.
   */
  private static boolean tells(Link link, List<SheetCells> cells, int cell) {
    boolean isSigned =
        link.parts().stream().anyMatch(part -> cells.get(part).entries().get(cell).isSigned());
    return cells.get(link.total()).isOccupied(cell)
        && link.parts().stream().anyMatch(part -> cells.get(part).isOccupied(cell))
        && (isNothing(link, cells, cell) || (!isSigned && rest(link, cells, cell).signum() >= 0));
  }

  private static boolean isNothing(Link link, List<SheetCells> cells, int cell) {
    return link.isWhole() && rest(link, cells, cell).signum() == 0;
  }

  private static BigDecimal rest(Link link, List<SheetCells> cells, int cell) {
    return link.parts().stream()
        .map(part -> cells.get(part).amounts().get(cell))
        .reduce(cells.get(link.total()).amounts().get(cell), BigDecimal::subtract);
  }

  /** Forms may say of two indicators that each is a part of the other: one of the two is enough. */
  private boolean isCircular(Link link) {
    return link.parts().stream().anyMatch(part -> isMadeOf(part, link.total()));
  }

  private boolean isMadeOf(int sheet, int wanted) {
    return links.stream()
        .filter(link -> link.total() == sheet)
        .flatMap(link -> link.parts().stream())
        .anyMatch(part -> part == wanted || isMadeOf(part, wanted));
  }
}
