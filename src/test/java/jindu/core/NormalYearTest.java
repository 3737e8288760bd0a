package jindu.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NormalYearTest {

  private static final List<Quarter> ABNORMAL =
      List.of(new Quarter(2020, 2), new Quarter(2020, 1), new Quarter(2022, 4));

  @Test
  void skipsYearsWithAnAbnormalQuarter() {
    assertThat(NormalYear.before(2021, ABNORMAL)).isEqualTo(2019);
    assertThat(NormalYear.before(2022, ABNORMAL)).isEqualTo(2021);
  }

  @Test
  void namesTheFirstAbnormalQuarter() {
    assertThat(NormalYear.firstAbnormalQuarter(2020, ABNORMAL)).hasValue(1);
    assertThat(NormalYear.firstAbnormalQuarter(2021, ABNORMAL)).isEmpty();
  }
}
