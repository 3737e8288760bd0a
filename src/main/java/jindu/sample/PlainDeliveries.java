package jindu.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jindu.core.Form;

/** The files of a form that no register stands behind: one a period, on time. */
final class PlainDeliveries {

  private final Setting setting;
  private final Form form;
  private final Calendar calendar;

  PlainDeliveries(Setting setting, Form form) {
    this.setting = setting;
    this.form = form;
    this.calendar = new Calendar(setting);
  }

  List<Delivery> all(Function<YearMonth, List<ReturnRow>> rows) {
    List<Delivery> deliveries = new ArrayList<>();
    for (YearMonth month : setting.periods(form)) {
      add(deliveries, month, "", rows.apply(month));
    }
    return deliveries;
  }

  /** Adds a file, unless it would be empty. */
  void add(List<Delivery> deliveries, YearMonth month, String ending, List<ReturnRow> rows) {
    if (!rows.isEmpty()) {
      Layout layout = Layout.of(setting.seed(), form.code(), month + ending);
      String name = form.code() + "_" + month + ending;
      deliveries.add(new Delivery(form, calendar.onTime(form, month), name, layout, rows));
    }
  }
}
