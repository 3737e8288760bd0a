package jindu.sample;

import static jindu.core.Form.ValueColumn.PREVIOUS;
import static jindu.core.Form.ValueColumn.YTD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jindu.core.CommonColumn;
import jindu.core.Form;

/**
 * HS-1: value added by section and strata, at current and at constant prices.
 *
 * <p>The constant prices of 2019 and 2020 are those of 2015; those of 2021 are of 2020, as the base
 * year changes every five years. Each calibrated panel is one price level of one base year.
 */
final class AccountReturns {

  private static final long TEN_THOUSAND_YUAN = 10_000;

  private final Setting setting;
  private final Panel<Row> current;
  private final Panel<Row> constant2015;
  private final Panel<Row> constant2020;

  AccountReturns(Setting setting) {
    this.setting = setting;
    List<Row> rows = setting.assumptions().accounts().list("rows").stream().map(Row::of).toList();
    this.current = panel(rows, "current", Row::share);
    this.constant2015 = panel(rows, "current", row -> row.share() / row.deflator2020() * 100);
    this.constant2020 = panel(rows, "current", Row::share);
    calibrate(setting.assumptions().line("grp"));
  }

  List<Delivery> all() {
    Form form = setting.form("HS-1");
    return new PlainDeliveries(setting, form).all(month -> rows(form, month));
  }

  private List<ReturnRow> rows(Form form, YearMonth month) {
    Panel<Row> constant = month.getYear() < 2021 ? constant2015 : constant2020;
    String period = PeriodText.of(setting.seed(), form.code(), form.frequency(), month);
    String baseYear = setting.assumptions().accounts().child("base_year").text(month.getYear());
    List<ReturnRow> rows = new ArrayList<>();
    for (int index = 0; index < current.members().size(); index++) {
      Series<Row> value = current.members().get(index);
      Series<Row> volume = constant.members().get(index);
      ReturnRow row = new ReturnRow().with(CommonColumn.PERIOD, period);
      row.with(CommonColumn.TOWNSHIP_CODE, setting.districtLevel());
      row.with(CommonColumn.SECTOR_CODE, value.owner().sector());
      row.with("strata", value.owner().strata()).with("base_year", baseYear);
      put(row, "value_added", value, month);
      put(row, "value_added_constant", volume, month);
      rows.add(row);
    }
    return rows;
  }

  private static void put(ReturnRow row, String item, Series<Row> series, YearMonth month) {
    row.with(item, YTD, series.atMonth(month.getYear(), month.getMonthValue()));
    row.with(item, PREVIOUS, series.atMonth(month.getYear() - 1, month.getMonthValue()));
  }

  private void calibrate(Line line) {
    BigDecimal deflator2015 = mean(Row::deflator2020);
    BigDecimal deflator2020 = mean(Row::deflator2021);
    for (int quarter = 1; quarter <= 4; quarter++) {
      BigDecimal total = BigDecimal.valueOf(line.total2020(quarter, TEN_THOUSAND_YUAN));
      BigDecimal volume = total.divide(deflator2015, 0, RoundingMode.HALF_UP);
      BigDecimal volume2019 = line.base(volume, 2020, quarter);
      BigDecimal volume2018 = line.base(volume2019, 2019, quarter);
      fit(constant2015, 2020, quarter, volume);
      fit(constant2015, 2019, quarter, volume2019);
      fit(constant2015, 2018, quarter, volume2018);
      fit(current, 2020, quarter, total);
      fit(current, 2019, quarter, atPrices(2019, volume2019, deflator2015));
      fit(current, 2018, quarter, atPrices(2018, volume2018, deflator2015));
      fit(constant2020, 2020, quarter, total);
    }
    for (int quarter = 1; quarter <= 3; quarter++) {
      BigDecimal base = BigDecimal.valueOf(constant2020.total(2020, quarter, row -> true));
      BigDecimal volume = line.grown(base, 2021, quarter);
      fit(constant2020, 2021, quarter, volume);
      fit(current, 2021, quarter, volume.multiply(deflator2020).setScale(0, RoundingMode.HALF_UP));
    }
  }

  /** The volume of an earlier year at its own prices. */
  private BigDecimal atPrices(int year, BigDecimal volume, BigDecimal deflator2020) {
    BigDecimal rise = setting.assumptions().accounts().child("prices_of_2020_over").number(year);
    return volume.multiply(deflator2020).divide(rise, 0, RoundingMode.HALF_UP);
  }

  private static void fit(Panel<Row> panel, int year, int quarter, BigDecimal total) {
    panel.fit(year, quarter, total.longValueExact(), row -> true);
  }

  /** The deflator of the whole, as a ratio: the rows' own, weighted by their shares. */
  private BigDecimal mean(RowValue deflator) {
    double shares = 0;
    double sum = 0;
    for (Series<Row> series : current.members()) {
      shares += series.owner().share();
      sum += series.owner().share() * deflator.of(series.owner());
    }
    return BigDecimal.valueOf(sum / shares / 100).setScale(4, RoundingMode.HALF_UP);
  }

  /** All panels draw the same noise for a row, so that its price levels move together. */
  private Panel<Row> panel(List<Row> rows, String noise, RowValue level) {
    List<Series<Row>> series = new ArrayList<>();
    for (Row row : rows) {
      Draw draw = Draw.of(setting.seed(), "HS-1", noise, row.sector(), row.strata());
      double start = level.of(row);
      double tilt = 1 + row.tilt() / 100;
      series.add(
          new Series<>(
              row,
              draw,
              (year, quarter) -> start * StrictMath.pow(tilt, year - 2020) * draw.factor(0.01)));
    }
    return new Panel<>(series);
  }

  /** A number of a row. */
  @FunctionalInterface
  private interface RowValue {
    double of(Row row);
  }

  /** One row of the form. */
  private record Row(
      String sector,
      String strata,
      double share,
      double tilt,
      double deflator2020,
      double deflator2021) {

    static Row of(Document document) {
      return new Row(
          document.text("sector"),
          document.text("strata"),
          document.number("share").doubleValue(),
          document.number("tilt").doubleValue(),
          document.numbers("deflator").get(0).doubleValue(),
          document.numbers("deflator").get(1).doubleValue());
    }
  }
}
