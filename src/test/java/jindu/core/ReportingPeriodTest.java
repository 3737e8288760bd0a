package jindu.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {

  @Test
  void aBeginningIsTheFirstMonthThatIsStated() {
    assertThat(Stream.of("2020", "2020年", "2020Q3", "2020年一季度", "2020年1-5月", "2020年5月", "202011"))
        .map(text -> ReportingPeriod.firstMonth(text).orElseThrow().toString())
        .containsExactly(
            "2020-01", "2020-01", "2020-07", "2020-01", "2020-01", "2020-05", "2020-11");
    assertThat(ReportingPeriod.firstMonth("soon")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-02, 2020-02",
    "2020-2, 2020-02",
    "202002, 2020-02",
    "2020年2月, 2020-02",
    "2020年1-2月, 2020-02",
    "2020年1—12月, 2020-12",
    "2020Q1, 2020-03",
    "2020-Q4, 2020-12",
    "2020年一季度, 2020-03",
    "2020年第3季度, 2020-09",
    "2020, 2020-12",
    "２０２０年１－２月, 2020-02"
  })
  void everyWayOfWritingAPeriodNamesItsLastMonth(String text, String month) {
    assertThat(ReportingPeriod.parse(text)).map(ReportingPeriod::toString).contains(month);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2020-13", "2020-00", "20201", "2020Q5", "2020年一月", "2020-02-01", "0202"})
  void whatIsNoPeriodIsNotGuessed(String text) {
    assertThat(ReportingPeriod.parse(text)).isEmpty();
  }
}
