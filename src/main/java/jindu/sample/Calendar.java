package jindu.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import jindu.core.Form;

/** When files arrive: mostly before the due day, some late, corrections weeks later. */
final class Calendar {

  private final Setting setting;

  Calendar(Setting setting) {
    this.setting = setting;
  }

  LocalDate onTime(Form form, YearMonth month) {
    int early = Draw.of(setting.seed(), "received", form.code(), month).integer(0, 4);
    return form.dueDay(month.atEndOfMonth()).minusDays(early);
  }

  LocalDate late(Form form, YearMonth month) {
    return after(form, month, "late", 2, 9);
  }

  LocalDate corrected(Form form, YearMonth month) {
    return after(form, month, "corrected", 12, 45);
  }

  private LocalDate after(Form form, YearMonth month, String what, int least, int most) {
    int days = Draw.of(setting.seed(), what, form.code(), month).integer(least, most);
    LocalDate day = form.dueDay(month.atEndOfMonth()).plusDays(days);
    return day.isAfter(setting.closingDay()) ? setting.closingDay() : day;
  }
}
