package jindu.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Calibrates a panel whose returns carry the same period (上年同期), year by year.
 *
 * <p>2020 is settled first, at the line's operand; then what the units of 2020 did in 2019, so that
 * the growth is the line's; then 2018 under 2019; then 2021 over 2020.
 */
final class ReportedBase {

  private static final int QUARTERS = 4;
  private static final int QUARTERS_OF_2021 = 3;

  private ReportedBase() {}

  /**
   * Settles all years.
   *
   * @param factor base units in one delivered unit
   * @param grain the totals of 2019 and 2020 are multiples of this many delivered units
   */
  static void calibrate(Panel<Unit> panel, Line line, long factor, long grain) {
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      long total = line.total2020(quarter, factor * grain) * grain;
      panel.fit(2020, quarter, total, unit -> unit.isListedIn(2020));
      BigDecimal base = line.base(BigDecimal.valueOf(total), 2020, quarter);
      panel.fit(2019, quarter, grained(base, grain), unit -> unit.isListedIn(2020));
    }
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      long total = panel.total(2019, quarter, unit -> unit.isListedIn(2019));
      BigDecimal base = line.base(BigDecimal.valueOf(total), 2019, quarter);
      panel.fit(2018, quarter, base.longValueExact(), unit -> unit.isListedIn(2019));
    }
    for (int quarter = 1; quarter <= QUARTERS_OF_2021; quarter++) {
      BigDecimal base = base(panel, 2021, quarter, unit -> BigDecimal.ONE);
      BigDecimal total = line.grown(base, 2021, quarter);
      panel.fit(2021, quarter, total.longValueExact(), unit -> unit.isListedIn(2021));
    }
  }

  /**
   * Weight × same period of the units that report in a year, those that have left standing still.
   */
  static BigDecimal base(Panel<Unit> panel, int year, int quarter, Panel.Weight<Unit> weight) {
    return panel.weighted(
        year - 1,
        unit -> unit.countedQuarter(year, quarter),
        unit -> unit.isListedIn(year),
        weight);
  }

  private static long grained(BigDecimal value, long grain) {
    return value.divide(BigDecimal.valueOf(grain), 0, RoundingMode.HALF_UP).longValueExact()
        * grain;
  }
}
