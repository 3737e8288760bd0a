package jindu.sample;

import java.math.BigDecimal;

/** Calibrates a panel whose growth compares with last year's stored total of all its units. */
final class StoredBase {

  private static final int QUARTERS = 4;
  private static final int QUARTERS_OF_2021 = 3;

  private StoredBase() {}

  /**
   * Settles 2019 to 2021.
   *
   * @param factor base units in one delivered unit
   */
  static <T> void calibrate(Panel<T> panel, Line line, long factor) {
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      long total = line.total2020(quarter, factor);
      panel.fit(2020, quarter, total, owner -> true);
      BigDecimal base = line.base(BigDecimal.valueOf(total), 2020, quarter);
      panel.fit(2019, quarter, base.longValueExact(), owner -> true);
    }
    for (int quarter = 1; quarter <= QUARTERS_OF_2021; quarter++) {
      long base = panel.total(2020, quarter, owner -> true);
      BigDecimal total = line.grown(BigDecimal.valueOf(base), 2021, quarter);
      panel.fit(2021, quarter, total.longValueExact(), owner -> true);
    }
  }
}
