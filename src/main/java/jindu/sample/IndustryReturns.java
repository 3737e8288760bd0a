package jindu.sample;

import static jindu.core.Form.ValueColumn.MONTH;
import static jindu.core.Form.ValueColumn.PREVIOUS;
import static jindu.core.Form.ValueColumn.YTD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;

/** B204-1: gross output, calibrated so that value added and its comparable growth come out. */
final class IndustryReturns implements RegisteredForm {

  private static final int QUARTERS = 4;
  private static final int QUARTERS_OF_2021 = 3;
  private static final long THOUSAND_YUAN = 1000;

  private final long seed;
  private final List<Unit> units;
  private final UnitSeries output;

  IndustryReturns(Setting setting, List<Unit> units) {
    this.seed = setting.seed();
    this.units = units;
    this.output = new UnitSeries(seed, units, unit -> 1);
    calibrate(
        setting.assumptions().line("industrial_value_added"), new ValueAdded(setting.catalog()));
  }

  @Override
  public String form() {
    return "B204-1";
  }

  @Override
  public List<Unit> units() {
    return units;
  }

  @Override
  public ReturnRow items(Unit unit, YearMonth month) {
    Draw draw = Draw.of(seed, form(), unit.number(), "items");
    double sold = draw.uniform(0.93, 1);
    double exported = draw.chance(0.25) ? draw.uniform(0.02, 0.4) : 0;
    ReturnRow row = new ReturnRow();
    put(row, "gross_output", unit, month, 1);
    put(row, "sales_output", unit, month, sold);
    if (exported > 0) {
      put(row, "export_value", unit, month, sold * exported);
    }
    return row;
  }

  private void put(ReturnRow row, String item, Unit unit, YearMonth month, double share) {
    long ytd = Shares.of(output.ytd(unit, month), share);
    row.with(item, YTD, ytd);
    row.with(item, PREVIOUS, Shares.of(output.ytd(unit, month.minusYears(1)), share));
    row.with(item, MONTH, ytd - Shares.of(output.before(unit, month), share));
  }

  /**
   * As {@link ReportedBase}, with value added at current and at comparable prices as the totals.
   */
  private void calibrate(Line line, ValueAdded valueAdded) {
    Panel<Unit> panel = output.panel();
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      int end = quarter;
      BigDecimal total = BigDecimal.valueOf(line.total2020(quarter, 1));
      panel.fit(
          2020,
          quarter,
          total,
          unit -> unit.isListedIn(2020),
          unit -> rate(valueAdded, unit, 2020));
      BigDecimal base = line.base(comparable(valueAdded, 2020, end), 2020, quarter);
      panel.fit(
          2019, quarter, base, unit -> unit.isListedIn(2020), unit -> rate(valueAdded, unit, 2020));
    }
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      BigDecimal base = line.base(comparable(valueAdded, 2019, quarter), 2019, quarter);
      panel.fit(
          2018, quarter, base, unit -> unit.isListedIn(2019), unit -> rate(valueAdded, unit, 2019));
    }
    for (int quarter = 1; quarter <= QUARTERS_OF_2021; quarter++) {
      int end = quarter;
      BigDecimal base =
          ReportedBase.base(panel, 2021, quarter, unit -> rate(valueAdded, unit, 2021));
      panel.fit(
          2021,
          quarter,
          line.grown(base, 2021, quarter),
          unit -> unit.isListedIn(2021),
          unit -> deflated(valueAdded, unit, 2021, end));
    }
  }

  private BigDecimal comparable(ValueAdded valueAdded, int year, int quarter) {
    return output
        .panel()
        .weighted(
            year,
            quarter,
            unit -> unit.isListedIn(year),
            unit -> deflated(valueAdded, unit, year, quarter));
  }

  private static BigDecimal rate(ValueAdded valueAdded, Unit unit, int year) {
    return valueAdded.rate(unit.sector(), year).multiply(BigDecimal.valueOf(THOUSAND_YUAN));
  }

  private static BigDecimal deflated(ValueAdded valueAdded, Unit unit, int year, int quarter) {
    BigDecimal index = valueAdded.index(unit.sector(), YearMonth.of(year, quarter * 3));
    return rate(valueAdded, unit, year).movePointRight(2).divide(index, 12, RoundingMode.HALF_UP);
  }
}
