package jindu.sample;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import jindu.core.Form.Frequency;

/** The ways in which people write a period; a file keeps to one of them. */
final class PeriodText {

  private static final List<String> QUARTERS = List.of("一", "二", "三", "四");

  private PeriodText() {}

  static String of(long seed, String form, Frequency frequency, YearMonth month) {
    Draw draw = Draw.of(seed, "period", form, month);
    int year = month.getYear();
    int number = month.getMonthValue();
    if (frequency == Frequency.QUARTERLY) {
      return draw.pick(
          List.of(
              month.toString(),
              year + "Q" + number / 3,
              year + "-Q" + number / 3,
              year + "年" + QUARTERS.get(number / 3 - 1) + "季度"));
    }
    if (frequency == Frequency.MONTHLY_FROM_FEBRUARY && number == 2) {
      return draw.pick(List.of(month.toString(), year + "年1-2月"));
    }
    return draw.pick(
        List.of(
            month.toString(),
            month.toString(),
            String.format(Locale.ROOT, "%d%02d", year, number),
            year + "年" + number + "月"));
  }
}
