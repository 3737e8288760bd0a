package jindu.sample;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The settled series of the units of one form. */
final class UnitSeries {

  private final Map<Unit, Series<Unit>> byUnit = new LinkedHashMap<>();
  private final Panel<Unit> panel;

  /**
   * Series before they are settled.
   *
   * @param scale what a unit's size counts, by its class
   */
  UnitSeries(long seed, List<Unit> units, ToDoubleFunction<Unit> scale) {
    for (Unit unit : units) {
      Series.Shape shape = Growth.of(seed, unit);
      double factor = scale.applyAsDouble(unit);
      Draw draw = Draw.of(seed, unit.form(), unit.number(), "months");
      byUnit.put(
          unit,
          new Series<>(unit, draw, (year, quarter) -> factor * shape.increase(year, quarter)));
    }
    this.panel = new Panel<>(List.copyOf(byUnit.values()));
  }

  Panel<Unit> panel() {
    return panel;
  }

  /** Year to date at the end of a month. */
  long ytd(Unit unit, YearMonth month) {
    return byUnit.get(unit).atMonth(month.getYear(), month.getMonthValue());
  }

  /** Year to date at the end of the month before; 0 at the start of a year. */
  long before(Unit unit, YearMonth month) {
    // February's own month is January and February together.
    return month.getMonthValue() <= 2 ? 0 : ytd(unit, month.minusMonths(1));
  }
}
