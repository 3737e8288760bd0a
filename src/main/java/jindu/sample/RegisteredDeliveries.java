package jindu.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jindu.core.CommonColumn;
import jindu.core.Form;
import jindu.core.Form.ValueColumn;

/** The files of one registered form: on time, late, and corrections, for every period. */
final class RegisteredDeliveries {

  private static final String REPORT = "报送";
  private static final String WITHDRAW = "撤回";
  private static final double HIGHEST_QUIET_GROWTH = 1.4;

  private static final int RESTATED_YEAR = 2021;
  private static final double RESTATED = 0.02;
  private static final double LARGEST_RESTATED = 2;

  private final Setting setting;
  private final Calendar calendar;
  private final RegisteredForm returns;
  private final Form form;

  RegisteredDeliveries(Setting setting, RegisteredForm returns) {
    this.setting = setting;
    this.calendar = new Calendar(setting);
    this.returns = returns;
    this.form = setting.form(returns.form());
  }

  List<Delivery> all() {
    List<Delivery> deliveries = new ArrayList<>();
    setting.periods(form).forEach(month -> deliveries.addAll(of(month)));
    return deliveries;
  }

  private List<Delivery> of(YearMonth month) {
    List<ReturnRow> onTime = new ArrayList<>();
    List<ReturnRow> late = new ArrayList<>();
    List<ReturnRow> corrections = new ArrayList<>();
    for (Unit unit : returns.units()) {
      if (unit.isListed(month)) {
        sort(unit, month, onTime, late, corrections);
      }
    }
    List<Delivery> deliveries = new ArrayList<>();
    add(deliveries, month, "", calendar.onTime(form, month), onTime);
    add(deliveries, month, "_late", calendar.late(form, month), late);
    add(deliveries, month, "_correction", calendar.corrected(form, month), corrections);
    return deliveries;
  }

  private void sort(
      Unit unit,
      YearMonth month,
      List<ReturnRow> onTime,
      List<ReturnRow> late,
      List<ReturnRow> corrections) {
    long seed = setting.seed();
    Draw draw = Draw.of(seed, "filing", form.code(), unit.number(), month);
    ReturnRow truth = row(unit, month);
    boolean corrected = Mishap.isCorrected(seed, unit, month);
    switch (Mishap.of(seed, unit, month)) {
      case NONE -> onTime.add(NumberStyle.apply(draw, form, truth));
      case MISSING -> {}
      case LATE -> late.add(truth);
      case REFUSED -> {
        onTime.add(Defect.refused(draw, form, truth));
        if (corrected) {
          corrections.add(correction(month, truth, REPORT));
        }
      }
      case REVISED -> {
        onTime.add(Defect.revised(draw, form, truth));
        corrections.add(correction(month, truth, REPORT));
      }
      case WRONG_UNIT -> {
        onTime.add(Defect.inYuan(form, truth));
        corrections.add(correction(month, truth, REPORT));
      }
      case WITHDRAWN -> {
        onTime.add(truth);
        corrections.add(correction(month, truth, WITHDRAW));
      }
    }
  }

  private ReturnRow row(Unit unit, YearMonth month) {
    ReturnRow row = returns.items(unit, month);
    row.with(
        CommonColumn.PERIOD, PeriodText.of(setting.seed(), form.code(), form.frequency(), month));
    row.with(CommonColumn.UNIT_CODE, unit.code());
    row.with(CommonColumn.UNIT_NAME, unit.name());
    row.with(CommonColumn.TOWNSHIP_CODE, unit.townshipAt(month));
    row.with(CommonColumn.SECTOR_CODE, unit.sector());
    LocalDate received = calendar.onTime(form, month);
    int before =
        Draw.of(setting.seed(), "submitted", form.code(), unit.number(), month).integer(1, 6);
    row.with(CommonColumn.SUBMITTED_AT, received.minusDays(before).toString());
    row = CodeStyle.apply(Draw.of(setting.seed(), "codes", form.code(), month), setting, row);
    if (month.getYear() == RESTATED_YEAR
        && unit.size() < LARGEST_RESTATED
        && Draw.of(setting.seed(), "restated", form.code(), unit.number()).chance(RESTATED)) {
      row = Defect.restated(form, row);
    }
    if (surges(row)
        && Draw.of(setting.seed(), "explains", form.code(), unit.number()).chance(0.5)) {
      row.with(CommonColumn.EXPLANATION, "新签大额合同，本年集中履行");
    }
    return row;
  }

  private ReturnRow correction(YearMonth month, ReturnRow truth, String operation) {
    String submitted = calendar.corrected(form, month).minusDays(1).toString();
    return truth
        .copy()
        .with(CommonColumn.SUBMITTED_AT, submitted)
        .with(CommonColumn.OPERATION, operation);
  }

  private boolean surges(ReturnRow row) {
    String main = Defect.mainColumn(form);
    String previous = main.replace(ValueColumn.YTD.of(""), ValueColumn.PREVIOUS.of(""));
    return row.has(previous)
        && Long.parseLong(row.get(main)) > HIGHEST_QUIET_GROWTH * Long.parseLong(row.get(previous));
  }

  private void add(
      List<Delivery> deliveries,
      YearMonth month,
      String ending,
      LocalDate received,
      List<ReturnRow> rows) {
    if (!rows.isEmpty()) {
      String period = month + ending;
      Layout layout = Layout.of(setting.seed(), form.code(), period);
      deliveries.add(new Delivery(form, received, form.code() + "_" + period, layout, rows));
    }
  }
}
