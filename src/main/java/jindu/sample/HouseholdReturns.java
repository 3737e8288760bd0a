package jindu.sample;

import static jindu.core.Form.ValueColumn.VALUE;
import static jindu.core.Form.ValueColumn.YTD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jindu.core.CommonColumn;
import jindu.core.Form;

/** JM-1: a rotating panel of households whose weighted mean income is the printed one. */
final class HouseholdReturns {

  private final Setting setting;
  private final Panel<Household> panel;

  HouseholdReturns(Setting setting) {
    this.setting = setting;
    List<Series<Household>> series = new ArrayList<>();
    for (Household household : households()) {
      series.add(series(household));
    }
    this.panel = new Panel<>(series);
    calibrate(setting.assumptions().line("disposable_income"));
  }

  List<Delivery> all() {
    Form form = setting.form("JM-1");
    return new PlainDeliveries(setting, form).all(month -> rows(form, month));
  }

  private List<ReturnRow> rows(Form form, YearMonth month) {
    List<ReturnRow> rows = new ArrayList<>();
    for (Series<Household> series : panel.members()) {
      Household household = series.owner();
      if (household.answersIn(month.getYear())) {
        rows.add(
            new ReturnRow()
                .with(
                    CommonColumn.PERIOD,
                    PeriodText.of(setting.seed(), form.code(), form.frequency(), month))
                .with(CommonColumn.UNIT_CODE, household.code())
                .with(CommonColumn.TOWNSHIP_CODE, household.township())
                .with("persons", VALUE, household.persons())
                .with("weight", VALUE, household.weight())
                .with(
                    "disposable_income",
                    YTD,
                    series.atMonth(month.getYear(), month.getMonthValue())));
      }
    }
    return rows;
  }

  /** A slot of the sample is one household a year, mostly the same one as the year before. */
  private List<Household> households() {
    Document shape = setting.assumptions().households();
    int slots =
        shape.number("per_unit").multiply(BigDecimal.valueOf(setting.options().units())).intValue();
    double replaced = shape.number("replaced").doubleValue() / 100;
    Map<String, Double> places = setting.assumptions().placeWeights("people", setting.townships());
    List<String> codes = List.copyOf(places.keySet());
    List<Household> households = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      Draw draw = Draw.of(setting.seed(), "JM-1", slot);
      String township = slot < codes.size() ? codes.get(slot) : draw.weighted(places);
      int first = 2019;
      for (int year = 2020; year <= 2022; year++) {
        if (year == 2022 || draw.chance(replaced)) {
          String code = String.format(Locale.ROOT, "%s%04d%d", township, slot, first - 2018);
          households.add(
              new Household(
                  code, township, draw.integer(1, 6), draw.integer(280, 900), first, year - 1));
          first = year;
        }
      }
    }
    return households;
  }

  private Series<Household> series(Household household) {
    Draw draw = Draw.of(setting.seed(), "JM-1", household.code());
    double income = household.persons() * draw.factor(0.45);
    return new Series<>(
        household,
        draw,
        (year, quarter) -> household.answersIn(year) ? income * draw.factor(0.05) : 0);
  }

  private void calibrate(Line line) {
    for (int quarter = 1; quarter <= 4; quarter++) {
      BigDecimal mean = line.operand().multiply(line.shape().get(quarter - 1));
      fit(2020, quarter, mean);
      fit(2019, quarter, mean.divide(line.ratio(2020, quarter), 8, RoundingMode.HALF_UP));
    }
    for (int quarter = 1; quarter <= 3; quarter++) {
      fit(2021, quarter, mean(2020, quarter).multiply(line.ratio(2021, quarter)));
    }
  }

  private void fit(int year, int quarter, BigDecimal mean) {
    panel.fit(
        year,
        quarter,
        mean.multiply(people(year)),
        household -> household.answersIn(year),
        household -> BigDecimal.valueOf(household.weight()));
  }

  private BigDecimal mean(int year, int quarter) {
    return panel
        .weighted(
            year,
            quarter,
            household -> household.answersIn(year),
            household -> BigDecimal.valueOf(household.weight()))
        .divide(people(year), 8, RoundingMode.HALF_UP);
  }

  private BigDecimal people(int year) {
    return panel.members().stream()
        .map(Series::owner)
        .filter(household -> household.answersIn(year))
        .map(household -> BigDecimal.valueOf((long) household.weight() * household.persons()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A household of the sample, and the years in which it keeps its book. */
  private record Household(
      String code, String township, int persons, int weight, int firstYear, int lastYear) {

    boolean answersIn(int year) {
      return firstYear <= year && year <= lastYear;
    }
  }
}
