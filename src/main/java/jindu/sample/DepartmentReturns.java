package jindu.sample;

import static jindu.core.Form.ValueColumn.PREVIOUS;
import static jindu.core.Form.ValueColumn.YTD;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Indicator;

/**
 * GZ-1: the figures of departments, flows in one file and values at the period's end in another.
 */
final class DepartmentReturns {

  private final Setting setting;
  private final Form form;
  private final Map<String, Document> figures;
  private final PeerReturns peers;

  DepartmentReturns(Setting setting) {
    this.setting = setting;
    this.form = setting.form("GZ-1");
    this.figures = setting.assumptions().figures();
    this.peers = new PeerReturns(setting, form);
    List<String> unknown =
        figures.keySet().stream()
            .filter(code -> !setting.catalog().indicators().containsKey(code))
            .toList();
    if (!unknown.isEmpty()) {
      throw new IllegalStateException(
          "Cannot make the sample of GZ-1: the catalog's indicators.csv has no " + unknown + ".");
    }
  }

  List<Delivery> all() {
    PlainDeliveries plain = new PlainDeliveries(setting, form);
    List<Delivery> deliveries = new ArrayList<>();
    for (YearMonth month : setting.periods(form)) {
      plain.add(deliveries, month, "", rows(month, true));
      plain.add(deliveries, month, HeaderColumn.STOCK_ENDING, rows(month, false));
    }
    return deliveries;
  }

  private List<ReturnRow> rows(YearMonth month, boolean flows) {
    List<ReturnRow> rows = new ArrayList<>();
    figures.forEach(
        (code, figure) -> {
          boolean flow = setting.catalog().indicators().get(code).kind() == Indicator.Kind.FLOW;
          if (flow == flows) {
            PeerReturns.quarter(figure, month)
                .ifPresent(value -> rows.add(row(code, figure, month, value)));
          }
        });
    rows.addAll(peers.rows(month, flows));
    return rows;
  }

  private ReturnRow row(String code, Document figure, YearMonth month, BigDecimal value) {
    ReturnRow row = new ReturnRow();
    row.with(
        CommonColumn.PERIOD, PeriodText.of(setting.seed(), form.code(), form.frequency(), month));
    row.with(CommonColumn.TOWNSHIP_CODE, setting.districtLevel());
    row.with("indicator", code);
    row.with("department", figure.text("department"));
    row.with(YTD.of("figure"), value.toPlainString());
    PeerReturns.quarter(figure, month.minusYears(1))
        .ifPresent(previous -> row.with(PREVIOUS.of("figure"), previous.toPlainString()));
    return row;
  }
}
