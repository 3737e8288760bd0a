package jindu.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jindu.catalog.Catalog;
import jindu.core.Exclusion;
import jindu.core.Form;
import jindu.core.Milestone;
import jindu.core.Quarter;

/**
 * What another as-of day changes though nothing came: days after {@code from}, up to {@code to}.
 *
 * @param from the as-of day of the last finished batch
 * @param to that of tonight, the same or later
 */
record DaysPassed(LocalDate from, LocalDate to) {

  boolean isNone() {
    return !to.isAfter(from);
  }

  /** Whether an exclusion begins to hold, or holds no longer. */
  boolean changeExclusions(Catalog catalog) {
    return catalog.exclusions().stream()
        .anyMatch((Exclusion each) -> each.holdsOn(from) != each.holdsOn(to));
  }

  /**
   * The years of each form for which a due or final day passed, or a quarter began whose returns
   * were there too early. Years of which there are no returns among them: nothing comes of those.
   */
  List<Slice> slices(Catalog catalog) {
    List<Slice> slices = new ArrayList<>();
    for (Form form : catalog.forms().values()) {
      if (form.feeds().isEmpty()) {
        continue;
      }
      for (int year = from.getYear() - 2; year <= to.getYear(); year++) {
        if (passesDayOf(form, year)) {
          slices.add(new Slice(form.code(), year, null, Slice.Reason.DAY_PASSED));
        }
        if (begins(year)) {
          slices.add(new Slice(form.code(), year, null, Slice.Reason.QUARTER_BEGAN));
        }
      }
    }
    return slices;
  }

  /** Whether a quarter of any form falls due, from which day on it is published. */
  boolean makeAQuarterDue(Catalog catalog) {
    return catalog.forms().values().stream()
        .filter(form -> !form.feeds().isEmpty())
        .anyMatch(form -> quarters().anyMatch(quarter -> pass(form.dueDay(quarter.lastDay()))));
  }

  /** Whether a quarter ended of which printed figures are laid side by side. */
  boolean endAComparison(Catalog catalog) {
    return catalog.reconciliations().stream()
        .filter(each -> each.quarter() != null)
        .anyMatch(each -> pass(each.quarter().lastDay()));
  }

  /** The first quarter whose rows are not yet all judged at the quarter's end. */
  Quarter underWay() {
    return Quarter.of(from);
  }

  /**
   * Whether a row of a milestone may read otherwise: its year is under way, or a year between those
   * that its versions name, so that evidence is looked at on another day and days late are counted;
   * or one began, or a version of it.
   */
  boolean moveAMilestone(Catalog catalog) {
    return !isNone()
        && (catalog.milestones().stream().anyMatch(each -> pass(each.planVersion()))
            || catalog.milestones().stream()
                .collect(
                    Collectors.groupingBy(
                        Milestone::id, Collectors.summarizingInt(Milestone::year)))
                .values()
                .stream()
                .anyMatch(years -> isUnderWay(years.getMin(), years.getMax())));
  }

  private boolean isUnderWay(int firstYear, int lastYear) {
    return lastYear >= from.getYear()
        && firstYear <= to.getYear()
        && LocalDate.of(lastYear, 12, 31).isAfter(from);
  }

  /** Whether a version of a plan began to hold. */
  boolean beginAPlan(Catalog catalog) {
    return catalog.targets().stream().anyMatch(target -> pass(target.planVersion()));
  }

  /** A figure is revised only after its due day, and final on its final day. */
  private boolean passesDayOf(Form form, int year) {
    LocalDate last = form.finalDay().atYear(year + 1);
    return pass(last)
        || pass(last.plusDays(1))
        || quarters()
            .filter(quarter -> quarter.year() == year)
            .map(quarter -> form.dueDay(quarter.lastDay()))
            .anyMatch(due -> pass(due) || pass(due.plusDays(1)));
  }

  private boolean begins(int year) {
    return quarters().anyMatch(quarter -> quarter.year() == year && pass(quarter.firstDay()));
  }

  /** Every quarter of which a day of interest can lie between the days. */
  private Stream<Quarter> quarters() {
    Quarter last = Quarter.of(to);
    return Stream.iterate(
        new Quarter(from.getYear() - 2, 1), quarter -> quarter.compareTo(last) <= 0, Quarter::next);
  }

  private boolean pass(LocalDate day) {
    return day.isAfter(from) && !day.isAfter(to);
  }
}
