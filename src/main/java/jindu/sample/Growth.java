package jindu.sample;

import java.time.YearMonth;

/** The unsettled yearly course of a unit: its size, its own growth, its entry and its exit. */
final class Growth {

  private static final double YEARLY_DEVIATION = 0.10;
  private static final double QUARTERLY_DEVIATION = 0.05;
  private static final double SURGE_CHANCE = 0.015;
  private static final double SURGE = 3.2;

  private Growth() {}

  /** The increases of a registered unit; none before it opens, none after it closes. */
  static Series.Shape of(long seed, Unit unit) {
    double[] years = years(seed, unit);
    return (year, quarter) -> {
      YearMonth last = YearMonth.of(year, quarter * 3);
      boolean open = !unit.origin().isNew() || !last.isBefore(unit.since());
      boolean closed = unit.until().map(last::isAfter).orElse(false);
      // The year before the first has no returns of its own: a unit that leaves in the first stands
      // still in it from the same quarter on, and the same period with it.
      boolean stands =
          year == Series.FIRST_YEAR && quarter > unit.countedQuarter(year + 1, quarter);
      if (!open || closed || stands) {
        return 0;
      }
      return years[year - Series.FIRST_YEAR]
          * Draw.of(seed, unit.form(), unit.number(), year, quarter).factor(QUARTERLY_DEVIATION)
          * warmUp(unit, year, quarter);
    };
  }

  private static double[] years(long seed, Unit unit) {
    Draw draw = Draw.of(seed, unit.form(), unit.number(), "growth");
    double[] years = new double[Series.YEARS];
    double level = unit.size();
    for (int year = 0; year < years.length; year++) {
      level *= draw.factor(YEARLY_DEVIATION);
      years[year] = level;
    }
    // A surge of 2021 breaks the bounds of a soft check; only small units surge.
    if (unit.size() < 3 && draw.chance(SURGE_CHANCE * unit.size())) {
      years[years.length - 1] *= SURGE;
    }
    return years;
  }

  /** A new unit works up to its size in three quarters. */
  private static double warmUp(Unit unit, int year, int quarter) {
    if (!unit.origin().isNew()) {
      return 1;
    }
    int age =
        (year - unit.since().getYear()) * 4 + quarter - (unit.since().getMonthValue() + 2) / 3;
    return Math.min(1, (age + 1) / 3.0);
  }
}
