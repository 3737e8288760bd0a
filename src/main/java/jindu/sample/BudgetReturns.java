package jindu.sample;

import static jindu.core.Form.ValueColumn.YTD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Place;

/** CZ-1: budget revenue by place and item; taxes and the rest are calibrated apart. */
final class BudgetReturns {

  private static final long TEN_THOUSAND_YUAN = 10_000;

  private final Setting setting;
  private final Panel<Cell> taxes;
  private final Panel<Cell> others;

  BudgetReturns(Setting setting) {
    this.setting = setting;
    List<Cell> cells = cells();
    this.taxes = panel(cells.stream().filter(Cell::tax).toList());
    this.others = panel(cells.stream().filter(cell -> !cell.tax()).toList());
    calibrate(setting.assumptions().line("budget_revenue"));
  }

  List<Delivery> all() {
    Form form = setting.form("CZ-1");
    return new PlainDeliveries(setting, form).all(month -> rows(form, month));
  }

  private List<ReturnRow> rows(Form form, YearMonth month) {
    List<ReturnRow> rows = new ArrayList<>();
    for (Panel<Cell> panel : List.of(taxes, others)) {
      for (Series<Cell> series : panel.members()) {
        rows.add(
            new ReturnRow()
                .with(
                    CommonColumn.PERIOD,
                    PeriodText.of(setting.seed(), form.code(), form.frequency(), month))
                .with(CommonColumn.TOWNSHIP_CODE, series.owner().place())
                .with("subject", series.owner().subject())
                .with("revenue", YTD, series.atMonth(month.getYear(), month.getMonthValue())));
      }
    }
    return rows;
  }

  private List<Cell> cells() {
    List<Place> places =
        setting.catalog().places().stream()
            .filter(place -> place.kind() != Place.Kind.DISTRICT)
            .toList();
    Map<String, Double> weights = setting.assumptions().placeWeights("budget", places);
    double whole = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    List<Cell> cells = new ArrayList<>();
    for (Document item : setting.assumptions().budgetItems()) {
      boolean everywhere = item.text("place").equals("all");
      double itemWeight = item.number("weight").doubleValue();
      weights.forEach(
          (place, weight) -> {
            if (everywhere || place.equals(setting.districtLevel())) {
              boolean tax = Boolean.parseBoolean(item.text("tax"));
              double part = everywhere ? weight : whole;
              cells.add(new Cell(place, item.text("subject"), tax, itemWeight * part));
            }
          });
    }
    return cells;
  }

  private Panel<Cell> panel(List<Cell> cells) {
    List<Series<Cell>> series = new ArrayList<>();
    for (Cell cell : cells) {
      Draw draw = Draw.of(setting.seed(), "CZ-1", cell.place(), cell.subject());
      double level = cell.weight() * draw.factor(0.25);
      series.add(new Series<>(cell, draw, (year, quarter) -> level * draw.factor(0.08)));
    }
    return new Panel<>(series);
  }

  private void calibrate(Line line) {
    for (int quarter = 1; quarter <= 4; quarter++) {
      BigDecimal total = BigDecimal.valueOf(line.total2020(quarter, TEN_THOUSAND_YUAN));
      fit(2020, quarter, total);
      fit(2019, quarter, line.base(total, 2020, quarter));
    }
    for (int quarter = 1; quarter <= 3; quarter++) {
      long base =
          taxes.total(2020, quarter, cell -> true) + others.total(2020, quarter, cell -> true);
      fit(2021, quarter, line.grown(BigDecimal.valueOf(base), 2021, quarter));
    }
  }

  private void fit(int year, int quarter, BigDecimal total) {
    BigDecimal share = setting.assumptions().taxShare(year, quarter).movePointLeft(2);
    BigDecimal tax = total.multiply(share).setScale(0, RoundingMode.HALF_UP);
    taxes.fit(year, quarter, tax.longValueExact(), cell -> true);
    others.fit(year, quarter, total.subtract(tax).longValueExact(), cell -> true);
  }

  /** One row of the form. */
  private record Cell(String place, String subject, boolean tax, double weight) {}
}
