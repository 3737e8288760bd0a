package jindu.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234.5|1234.5",
        "1,234,567.80|1234567.80",
        "１，２３４．５|1234.5",
        "￥1,000|1000",
        "-5|-5",
        "−5|-5",
        "-￥5|-5",
        "(1,234)|-1234",
        "（5）|-5",
        "　12　|12"
      })
  void numbersAreReadAsUnitsWriteThem(String text, BigDecimal number) {
    assertThat(Amount.read(text)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2E+07", "12万元", "1,23", "1.", ".5", "(-5)", "--5", "—", "1 000"})
  void whatIsNoNumberIsRefused(String text) {
    assertThat(Amount.read(text)).isEmpty();
  }

  @Test
  void aValueIsRoundedOnceFromTheUnroundedProduct() {
    assertThat(Amount.inBaseUnits(new BigDecimal("1.00000049999"), new BigDecimal("100")))
        .contains(new BigDecimal("100.0000"));
    assertThat(Amount.inBaseUnits(new BigDecimal("1.0000005"), new BigDecimal("100")))
        .contains(new BigDecimal("100.0001"));
  }

  @Test
  void whatHasTooManyDigitsDoesNotFit() {
    BigDecimal largest = new BigDecimal("9".repeat(20));

    assertThat(Amount.inBaseUnits(largest, BigDecimal.ONE)).isPresent();
    assertThat(Amount.inBaseUnits(largest, BigDecimal.TEN)).isEmpty();
  }
}
