package jindu.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The key projects of one tier over three years, calibrated to each year's figures.
 *
 * <p>A year's list is a window on the projects: old ones leave it at the front, new ones enter at
 * the back, so that most are in two lists.
 */
final class KeyProjectList {

  private static final List<Integer> YEARS = List.of(2019, 2020, 2021);
  private static final int TEN_THOUSANDS_IN_HUNDRED_MILLION = 10_000;

  private final long seed;
  private final Map<Integer, Figures> figures;
  private final Map<Integer, Integer> starts = new HashMap<>();
  private final List<KeyProject> projects = new ArrayList<>();
  private final Panel<KeyProject> investment;

  /**
   * Draws and calibrates the list.
   *
   * @param figures of each year, 2019 to 2021
   * @param draw makes the project of a number that is listed in some years
   */
  KeyProjectList(
      long seed,
      Map<Integer, Figures> figures,
      BiFunction<Integer, List<Integer>, KeyProject> draw) {
    this.seed = seed;
    this.figures = new LinkedHashMap<>(figures);
    starts.put(2019, 0);
    starts.put(2020, figures.get(2019).count() / 3);
    starts.put(2021, starts.get(2020) + figures.get(2020).count() / 2);
    int last = starts.get(2021) + figures.get(2021).count();
    for (int number = 0; number < Math.max(last, figures.get(2019).count()); number++) {
      projects.add(draw.apply(number, years(number)));
    }
    setTotals();
    YEARS.forEach(this::setPlans);
    this.investment = new Panel<>(projects.stream().map(this::series).toList());
    YEARS.forEach(this::settle);
  }

  /** The projects with what they did, in the order of their numbers. */
  List<Series<KeyProject>> members() {
    return investment.members();
  }

  private List<Integer> years(int number) {
    return YEARS.stream()
        .filter(
            year ->
                number >= starts.get(year) && number < starts.get(year) + figures.get(year).count())
        .toList();
  }

  /** A project keeps its total: so 2020 is set first, and the others by their newcomers. */
  private void setTotals() {
    for (int year : List.of(2020, 2021, 2019)) {
      List<KeyProject> open =
          window(year).stream().filter(project -> project.total() == 0).toList();
      long settled = window(year).stream().mapToLong(KeyProject::total).sum();
      long left = tenThousands(figures.get(year).total()) - settled;
      long[] totals = Allocation.of(left, open.stream().mapToDouble(KeyProject::size).toArray());
      for (int index = 0; index < totals.length; index++) {
        open.get(index).setTotal(totals[index]);
      }
    }
  }

  private void setPlans(int year) {
    List<KeyProject> window = window(year);
    double[] weights =
        window.stream()
            .mapToDouble(
                project ->
                    project.total() * Draw.of(seed, "plan", project.code(), year).uniform(0.5, 1.5))
            .toArray();
    long[] plans = Allocation.of(tenThousands(figures.get(year).plan()), weights);
    for (int index = 0; index < plans.length; index++) {
      window.get(index).setPlan(year, plans[index]);
    }
  }

  private Series<KeyProject> series(KeyProject project) {
    Draw draw = Draw.of(seed, "ZD-1", project.code());
    return new Series<>(project, draw, (year, quarter) -> project.plan(year) * draw.factor(0.25));
  }

  private void settle(int year) {
    List<BigDecimal> done = figures.get(year).done();
    for (int quarter = 1; quarter <= done.size(); quarter++) {
      int end = quarter;
      List<Series<KeyProject>> stated =
          members().stream()
              .filter(member -> member.owner().isListedIn(year) && member.owner().isStated(year))
              .toList();
      long sum = stated.stream().mapToLong(member -> member.owner().stated(year, end)).sum();
      investment.fit(
          year,
          quarter,
          tenThousands(done.get(quarter - 1)) - sum,
          project -> project.isListedIn(year) && !project.isStated(year));
      stated.forEach(
          member -> member.add(year, end, member.owner().stated(year, end) - member.at(year, end)));
    }
  }

  private List<KeyProject> window(int year) {
    int start = starts.get(year);
    return projects.subList(start, start + figures.get(year).count());
  }

  /** Amounts are in 万元, figures in 亿元. */
  static long tenThousands(BigDecimal hundredMillions) {
    return hundredMillions
        .multiply(BigDecimal.valueOf(TEN_THOUSANDS_IN_HUNDRED_MILLION))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** The figures of one year, in 亿元; done by the end of each quarter. */
  record Figures(int count, BigDecimal total, BigDecimal plan, List<BigDecimal> done) {

    static Figures of(Document document) {
      return new Figures(
          document.integer("count"),
          document.number("total"),
          document.number("plan"),
          document.numbers("done"));
    }

    /** What is left of these when a part is taken out. */
    Figures less(Figures part) {
      List<BigDecimal> rest = new ArrayList<>();
      for (int quarter = 0; quarter < done.size(); quarter++) {
        rest.add(done.get(quarter).subtract(part.done.get(quarter)));
      }
      return new Figures(
          count - part.count, total.subtract(part.total), plan.subtract(part.plan), rest);
    }
  }
}
