package jindu.sample;

import static jindu.core.Form.ValueColumn.PREVIOUS;
import static jindu.core.Form.ValueColumn.YTD;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Indicator;
import jindu.core.Peer;
import jindu.core.Rounding;

/**
 * GZ-1 of the city and its other districts, those that the catalog names: figures with the growth
 * that the place publishes, and so the same period that gives it.
 */
final class PeerReturns {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Setting setting;
  private final Form form;
  private final List<Document> figures;

  PeerReturns(Setting setting, Form form) {
    this.setting = setting;
    this.form = form;
    Set<String> known =
        setting.catalog().peers().stream().map(Peer::code).collect(Collectors.toSet());
    this.figures =
        setting.assumptions().peers().stream()
            .filter(figure -> known.contains(figure.text("place")))
            .toList();
  }

  List<ReturnRow> rows(YearMonth month, boolean flows) {
    List<ReturnRow> rows = new ArrayList<>();
    for (Document figure : figures) {
      Indicator indicator = setting.catalog().indicators().get(figure.text("indicator"));
      if (flows == (indicator.kind() == Indicator.Kind.FLOW)) {
        quarter(figure.child("values"), month)
            .ifPresent(value -> rows.add(row(figure, month, value)));
      }
    }
    return rows;
  }

  private ReturnRow row(Document figure, YearMonth month, BigDecimal value) {
    ReturnRow row = new ReturnRow();
    row.with(
        CommonColumn.PERIOD, PeriodText.of(setting.seed(), form.code(), form.frequency(), month));
    row.with(CommonColumn.TOWNSHIP_CODE, figure.text("place"));
    row.with("indicator", figure.text("indicator"));
    row.with("department", figure.text("department"));
    row.with(YTD.of("figure"), value.toPlainString());
    quarter(figure.child("growth"), month)
        .ifPresent(
            growth -> row.with(PREVIOUS.of("figure"), samePeriod(value, growth).toPlainString()));
    return row;
  }

  private static BigDecimal samePeriod(BigDecimal value, BigDecimal growth) {
    return value
        .multiply(HUNDRED)
        .divide(HUNDRED.add(growth), Rounding.VALUE_DECIMALS, RoundingMode.HALF_UP);
  }

  /** The value of the month's quarter in a list by year, where there is one. */
  static Optional<BigDecimal> quarter(Document byYear, YearMonth month) {
    if (!byYear.has(month.getYear())) {
      return Optional.empty();
    }
    List<BigDecimal> values = byYear.numbers(month.getYear());
    int index = month.getMonthValue() / 3 - 1;
    return index < values.size() ? Optional.ofNullable(values.get(index)) : Optional.empty();
  }
}
