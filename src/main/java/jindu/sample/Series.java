package jindu.sample;

/**
 * The year-to-date values of one unit, 2018 to 2021, in whole delivered units.
 *
 * @param <T> the unit
 */
final class Series<T> {

  static final int FIRST_YEAR = 2018;
  static final int YEARS = 4;
  private static final int QUARTERS = 4;
  private static final double MONTHS = 3.0;

  private final T owner;
  private final double[][] increases = new double[YEARS][QUARTERS];
  private final double[][] fractions = new double[YEARS][QUARTERS];
  private final long[][] ends = new long[YEARS][QUARTERS];

  /**
   * A series before it is settled.
   *
   * @param shape the unsettled increase of each quarter, at least 0
   */
  Series(T owner, Draw draw, Shape shape) {
    this.owner = owner;
    for (int year = 0; year < YEARS; year++) {
      for (int quarter = 0; quarter < QUARTERS; quarter++) {
        increases[year][quarter] = shape.increase(FIRST_YEAR + year, quarter + 1);
        fractions[year][quarter] = draw.uniform(0.9, 1.1);
      }
    }
  }

  T owner() {
    return owner;
  }

  double increase(int year, int quarter) {
    return increases[year - FIRST_YEAR][quarter - 1];
  }

  /** Year to date at the end of a quarter; 0 before the first. */
  long at(int year, int quarter) {
    return quarter == 0 ? 0 : ends[year - FIRST_YEAR][quarter - 1];
  }

  /** Year to date at the end of a month; within a quarter it grows nearly evenly. */
  long atMonth(int year, int month) {
    int quarter = (month + 2) / 3;
    int monthOfQuarter = month - 3 * (quarter - 1);
    long before = at(year, quarter - 1);
    if (monthOfQuarter == MONTHS) {
      return at(year, quarter);
    }
    double part = monthOfQuarter / MONTHS * fractions[year - FIRST_YEAR][quarter - 1];
    return before + (long) StrictMath.floor((at(year, quarter) - before) * part);
  }

  void settle(int year, int quarter, double scale) {
    ends[year - FIRST_YEAR][quarter - 1] =
        at(year, quarter - 1) + StrictMath.round(increase(year, quarter) * scale);
  }

  void add(int year, int quarter, long amount) {
    ends[year - FIRST_YEAR][quarter - 1] += amount;
  }

  /** The unsettled increase of a quarter. */
  @FunctionalInterface
  interface Shape {
    double increase(int year, int quarter);
  }
}
