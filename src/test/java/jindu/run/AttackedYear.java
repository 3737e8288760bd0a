package jindu.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import jindu.core.PrimaryRule;

/**
 * One indicator and year as a stranger reads it: which of its figures that are one respondent's
 * secret do the sums of the quarters bound more closely than the rule allows.
 *
 * <p>What is known of one quarter says nothing of another. A year to date is what its quarters are,
 * and may be off by what these may be together.
 */
final class AttackedYear {

  /** A place and a sector. */
  record Place(String township, String sector) {}

  /** What is published of a cell in a quarter, and what it is. */
  record Cell(Place place, boolean isWithheld, Figure value, Figure yearToDate) {

    boolean isSecret() {
      return value.isSecret() || yearToDate.isSecret();
    }

    /** The same cell as if it were published. */
    Cell opened() {
      return new Cell(place, false, value, yearToDate);
    }
  }

  /**
   * What respondents bring to a figure.
   *
   * @param isSecret whether it would tell one of them; nothing at all is a tenth of nothing
   */
  record Figure(long contributors, BigDecimal contributed, boolean isSecret) {

    static Figure of(
        PrimaryRule rule,
        long contributors,
        BigDecimal contributed,
        BigDecimal largest,
        BigDecimal second) {
      return new Figure(
          contributors,
          contributed,
          contributed.signum() != 0
              && rule.isSensitive(contributors, contributed, largest, second));
    }
  }

  /** A row of {@code dim_sector}. */
  record Sector(String level, String section, String strata) {}

  /**
   * A figure that is known too well.
   *
   * @param room how far it may be above or below, as a share of how far it has to be
   */
  record Exposed(Place place, int quarter, String figure, int direction, double room) {}

  private static final double HUNDRED = 100;
  private static final double NOISE = 1e-6;

  private final Map<String, Sector> sectors;
  private final String district;
  private final PrimaryRule rule;
  private final NavigableMap<Integer, Quarter> quarters = new TreeMap<>();

  AttackedYear(Map<String, Sector> sectors, String district, PrimaryRule rule) {
    this.sectors = sectors;
    this.district = district;
    this.rule = rule;
  }

  void add(int quarter, List<Cell> cells) {
    quarters.put(quarter, new Quarter(cells));
  }

  /** The cells of all quarters of which a figure is a secret. */
  long secrets() {
    return quarters.values().stream()
        .flatMap(quarter -> quarter.cells.values().stream())
        .filter(Cell::isSecret)
        .count();
  }

  List<Exposed> exposed() {
    List<Exposed> exposed = new ArrayList<>();
    quarters.forEach(
        (number, quarter) -> {
          for (Cell cell : quarter.cells.values()) {
            if (cell.value().isSecret()) {
              attack("value", number, number, cell.place(), cell.value(), exposed);
            }
            if (cell.yearToDate().isSecret()) {
              attack(
                  "value_ytd",
                  quarters.firstKey(),
                  number,
                  cell.place(),
                  cell.yearToDate(),
                  exposed);
            }
          }
        });
    return exposed;
  }

  private void attack(
      String name, int first, int last, Place place, Figure figure, List<Exposed> exposed) {
    double width = figure.contributed().multiply(rule.widthPct()).doubleValue() / HUNDRED;
    for (int direction : new int[] {1, -1}) {
      double room = 0;
      for (Quarter quarter : quarters.subMap(first, true, last, true).values()) {
        room += quarter.room(place, direction, width);
      }
      if (room < width * (1 - NOISE)) {
        exposed.add(new Exposed(place, last, name, direction, room / width));
      }
    }
  }

  /** The cells of a quarter, and what their values add up to. */
  private final class Quarter {

    private final Map<Place, Cell> cells = new HashMap<>();
    private final Map<Place, Integer> hidden = new HashMap<>();
    private final SumAttack attack;

    Quarter(List<Cell> rows) {
      rows.forEach(cell -> cells.put(cell.place(), cell));
      rows.stream()
          .filter(cell -> cell.isWithheld() && cell.value().contributors() > 0)
          .forEach(cell -> hidden.put(cell.place(), hidden.size()));
      double[] amounts = new double[hidden.size()];
      hidden.forEach((place, number) -> amounts[number] = amount(place).doubleValue());
      this.attack = new SumAttack(amounts, sums());
    }

    double room(Place place, int direction, double asked) {
      return hidden.containsKey(place) ? attack.room(hidden.get(place), direction, asked) : 0;
    }

    private BigDecimal amount(Place place) {
      return cells.get(place).value().contributed();
    }

    private List<Map<Integer, Integer>> sums() {
      List<Map<Integer, Integer>> sums = new ArrayList<>();
      for (Place total : cells.keySet()) {
        if (total.township().equals(district)) {
          addSum(
              sums,
              total,
              any -> !any.township().equals(district) && any.sector().equals(total.sector()));
        }
        for (Predicate<Sector> parts : partsOf(total.sector())) {
          addSum(
              sums,
              total,
              any ->
                  any.township().equals(total.township()) && parts.test(sectors.get(any.sector())));
        }
      }
      return sums;
    }

    private void addSum(List<Map<Integer, Integer>> sums, Place total, Predicate<Place> isPart) {
      List<Place> parts = cells.keySet().stream().filter(isPart).toList();
      BigDecimal sum = parts.stream().map(this::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      Map<Integer, Integer> unknown = new TreeMap<>();
      parts.stream().filter(hidden::containsKey).forEach(part -> unknown.put(hidden.get(part), 1));
      if (hidden.containsKey(total)) {
        unknown.put(hidden.get(total), -1);
      }
      // Where rates differ by sector, or a part is published nowhere, nothing adds up.
      if (!parts.isEmpty() && !unknown.isEmpty() && sum.compareTo(amount(total)) == 0) {
        sums.add(unknown);
      }
    }
  }

  private List<Predicate<Sector>> partsOf(String code) {
    return switch (sectors.get(code).level()) {
      case "all" ->
          List.of(part -> part.level().equals("section"), part -> part.level().equals("strata"));
      case "strata" ->
          List.of(
              part -> part.level().equals("section") && code.equals(part.strata()),
              part -> part.level().equals("division") && code.equals(part.strata()));
      case "section" ->
          List.of(part -> part.level().equals("division") && code.equals(part.section()));
      default -> List.of();
    };
  }
}
