package jindu.sample;

import static jindu.core.Form.ValueColumn.PREVIOUS;
import static jindu.core.Form.ValueColumn.YTD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import jindu.core.CommonColumn;
import jindu.core.Form;

/** XE-1: what is left of retail sales after the units above the limit, by township and division. */
final class RetailEstimateReturns {

  private static final long TEN_THOUSAND_YUAN = 10_000;
  private static final long THOUSANDS_IN_TEN_THOUSAND = 10;

  private final Setting setting;
  private final List<Panel<Unit>> above;
  private final Panel<Cell> panel;

  /**
   * Calibrates the estimate.
   *
   * @param above the panels of E204-1 and S204-1 that count in retail sales, in 千元
   */
  RetailEstimateReturns(Setting setting, List<Panel<Unit>> above) {
    this.setting = setting;
    this.above = above;
    this.panel = new Panel<>(cells());
    calibrate(setting.assumptions().line("retail_sales"));
  }

  List<Delivery> all() {
    Form form = setting.form("XE-1");
    return new PlainDeliveries(setting, form).all(month -> rows(form, month));
  }

  private List<ReturnRow> rows(Form form, YearMonth month) {
    List<ReturnRow> rows = new ArrayList<>();
    for (Series<Cell> series : panel.members()) {
      rows.add(
          new ReturnRow()
              .with(
                  CommonColumn.PERIOD,
                  PeriodText.of(setting.seed(), form.code(), form.frequency(), month))
              .with(CommonColumn.TOWNSHIP_CODE, series.owner().township())
              .with(CommonColumn.SECTOR_CODE, series.owner().division())
              .with("retail", YTD, series.atMonth(month.getYear(), month.getMonthValue()))
              .with(
                  "retail", PREVIOUS, series.atMonth(month.getYear() - 1, month.getMonthValue())));
    }
    return rows;
  }

  private List<Series<Cell>> cells() {
    Map<String, Double> weights = setting.assumptions().placeWeights("trade", setting.townships());
    Map<String, Double> divisions = setting.assumptions().retailDivisions();
    List<Series<Cell>> cells = new ArrayList<>();
    weights.forEach(
        (township, weight) ->
            divisions.forEach(
                (division, share) ->
                    cells.add(series(new Cell(township, division), weight * share))));
    return cells;
  }

  private Series<Cell> series(Cell cell, double weight) {
    Draw draw = Draw.of(setting.seed(), "XE-1", cell.township(), cell.division());
    double level = weight * draw.factor(0.3);
    return new Series<>(cell, draw, (year, quarter) -> level * draw.factor(0.04));
  }

  /**
   * The order of years is that of {@link ReportedBase}; each total is retail sales less the rest.
   */
  private void calibrate(Line line) {
    for (int quarter = 1; quarter <= 4; quarter++) {
      int end = quarter;
      BigDecimal total = BigDecimal.valueOf(line.total2020(quarter, TEN_THOUSAND_YUAN));
      BigDecimal base = line.base(total, 2020, quarter);
      fit(2020, quarter, total, part -> part.total(2020, end, unit -> unit.isListedIn(2020)));
      fit(2019, quarter, base, part -> part.total(2019, end, unit -> unit.isListedIn(2020)));
    }
    for (int quarter = 1; quarter <= 4; quarter++) {
      int end = quarter;
      BigDecimal base = line.base(whole(2019, 2019, quarter), 2019, quarter);
      fit(2018, quarter, base, part -> part.total(2018, end, unit -> unit.isListedIn(2019)));
    }
    for (int quarter = 1; quarter <= 3; quarter++) {
      int end = quarter;
      BigDecimal total = line.grown(whole(2020, 2021, quarter), 2021, quarter);
      fit(2021, quarter, total, part -> part.total(2021, end, unit -> unit.isListedIn(2021)));
    }
  }

  private void fit(int year, int quarter, BigDecimal total, ToLongFunction<Panel<Unit>> part) {
    BigDecimal rest = total.subtract(tenThousands(above.stream().mapToLong(part).sum()));
    panel.fit(year, quarter, rest.setScale(0, RoundingMode.HALF_UP).longValueExact(), cell -> true);
  }

  /**
   * Retail sales of {@code year} of the units that report in {@code reporting}, and the estimate.
   */
  private BigDecimal whole(int year, int reporting, int quarter) {
    BigDecimal reported =
        above.stream()
            .map(
                part ->
                    part.weighted(
                        year,
                        unit -> unit.countedQuarter(reporting, quarter),
                        unit -> unit.isListedIn(reporting),
                        unit -> BigDecimal.ONE))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return tenThousands(reported.longValueExact())
        .add(BigDecimal.valueOf(panel.total(year, quarter, cell -> true)));
  }

  private static BigDecimal tenThousands(long thousands) {
    return BigDecimal.valueOf(thousands)
        .divide(BigDecimal.valueOf(THOUSANDS_IN_TEN_THOUSAND), 1, RoundingMode.UNNECESSARY);
  }

  /** One row of the form. */
  private record Cell(String township, String division) {}
}
