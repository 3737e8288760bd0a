package jindu.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a unit's returns look like over the months. */
final class ReturnHistoryTest {

  private static final String CODE = "统一社会信用代码";
  private static final Recount RECOUNT = new Recount(WrittenSample.INBOX);

  @Test
  void aYearToDateInForceNeverFallsWithinTheCalibratedYears() {
    for (int year = 2019; year <= 2020; year++) {
      Map<String, BigDecimal> before = new HashMap<>();
      for (int month = 2; month <= 12; month++) {
        String period = "%d-%02d".formatted(year, month);
        for (Map<String, String> row : RECOUNT.registered("F203", period, CODE)) {
          BigDecimal now = Recount.number(Recount.value(row, "营业收入_本年累计", "revenue_本年累计"));
          BigDecimal last = before.put(row.get(CODE), now);
          assertThat(now)
              .as(row.get(CODE) + " " + period)
              .isGreaterThanOrEqualTo(last == null ? BigDecimal.ZERO : last);
        }
      }
    }
  }

  @Test
  void aRegisteredUnitReportsOnlyWhileTheRegisterHasIt() {
    Map<String, List<String[]>> intervals = intervals("E204-1");
    for (String period : List.of("2019-03", "2019-12", "2020-05", "2020-12", "2021-09")) {
      for (Map<String, String> row : RECOUNT.registered("E204-1", period, CODE)) {
        assertThat(intervals.get(row.get(CODE)))
            .as(row.get(CODE) + " " + period)
            .anyMatch(
                interval ->
                    interval[0].compareTo(period) <= 0
                        && (interval[1].isEmpty() || interval[1].compareTo(period) >= 0));
      }
    }
  }

  @Test
  void unitsEnterLeaveAndMoveAndTheRegisterSaysWhy() {
    Set<String> reasons = new HashSet<>();
    RECOUNT
        .files("MLK")
        .forEach(
            file -> RECOUNT.rows(file).forEach(row -> reasons.add(row.getOrDefault("变动原因", ""))));
    assertThat(reasons).contains("", "小升规", "新投产", "新开工", "竣工", "迁出", "迁入");
    assertThat(reasons).containsAnyOf("注销", "停产", "退出规模");
  }

  @Test
  void someReturnsAreLateRefusedOrWithdrawnAndSomeUnitsExplainThemselves() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String form : List.of("B204-1", "E204-1", "S204-1", "F203")) {
      RECOUNT.files(form).forEach(file -> rows.addAll(RECOUNT.rows(file)));
      assertThat(RECOUNT.files(form)).anyMatch(file -> file.toString().contains("_late."));
    }
    assertThat(rows.stream().filter(row -> row.containsValue("见附表")).count()).isPositive();
    assertThat(rows.stream().filter(row -> row.getOrDefault("操作", "").equals("撤回")).count())
        .isPositive();
    assertThat(rows.stream().filter(row -> !row.getOrDefault("说明", "").isEmpty()).count())
        .isPositive();
  }

  /** First and last period of each registered interval; a later row of the same start replaces. */
  private static Map<String, List<String[]>> intervals(String form) {
    Map<String, Map<String, String>> untilBySince = new HashMap<>();
    RECOUNT
        .files("MLK")
        .forEach(
            file ->
                RECOUNT.rows(file).stream()
                    .filter(row -> form.equals(row.get("报表")))
                    .forEach(
                        row ->
                            untilBySince
                                .computeIfAbsent(row.get(CODE), code -> new HashMap<>())
                                .put(row.get("起报期"), row.getOrDefault("止报期", ""))));
    Map<String, List<String[]>> intervals = new HashMap<>();
    untilBySince.forEach(
        (code, byStart) ->
            byStart.forEach(
                (since, until) ->
                    intervals
                        .computeIfAbsent(code, key -> new ArrayList<>())
                        .add(new String[] {since, until})));
    return intervals;
  }
}
