package jindu.sample;

import static jindu.core.Form.ValueColumn.VALUE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.core.CommonColumn;
import jindu.core.Form;

/** JD-1: a file for each month in which milestones were reached, with the evidence. */
final class MilestoneReturns {

  private static final int DAYS_TO_REPORT = 5;

  private final Setting setting;

  MilestoneReturns(Setting setting) {
    this.setting = setting;
  }

  List<Delivery> all() {
    Form form = setting.form("JD-1");
    Map<YearMonth, List<ReturnRow>> byMonth = new TreeMap<>();
    setting
        .assumptions()
        .milestones()
        .forEach(
            (id, steps) -> {
              for (Document step : steps) {
                LocalDate day = LocalDate.parse(step.text("date"));
                if (isInside(day)) {
                  byMonth
                      .computeIfAbsent(YearMonth.from(day), month -> new ArrayList<>())
                      .add(row(form, id, day, step));
                }
              }
            });
    List<Delivery> deliveries = new ArrayList<>();
    byMonth.forEach((month, rows) -> deliveries.add(delivery(form, month, rows)));
    return deliveries;
  }

  private boolean isInside(LocalDate day) {
    return !day.isBefore(setting.options().from().firstDay())
        && !received(YearMonth.from(day)).isAfter(setting.closingDay());
  }

  private static LocalDate received(YearMonth month) {
    return month.atEndOfMonth().plusDays(DAYS_TO_REPORT);
  }

  private Delivery delivery(Form form, YearMonth month, List<ReturnRow> rows) {
    Layout layout = Layout.of(setting.seed(), form.code(), month.toString());
    return new Delivery(form, received(month), form.code() + "_" + month, layout, rows);
  }

  private ReturnRow row(Form form, String id, LocalDate day, Document step) {
    YearMonth month = YearMonth.from(day);
    return new ReturnRow()
        .with(
            CommonColumn.PERIOD,
            PeriodText.of(setting.seed(), form.code(), form.frequency(), month))
        .with("milestone", id)
        .with("done_count", VALUE, step.integer("count"))
        .with("done_date", day.toString())
        .with("stage", step.optionalText("stage").orElse(""))
        .with("evidence", "合成佐证 " + id + "-" + day);
  }
}
