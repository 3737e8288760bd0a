package jindu.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PrimaryRuleTest {

  private static final PrimaryRule RULE = PrimaryRule.STANDARD;

  @Test
  void fewerThanThreeContributorsAreTooFew() {
    assertThat(isSensitive(2, "100", "50", "50")).isTrue();
    assertThat(isSensitive(3, "90", "30", "30")).isFalse();
  }

  @Test
  void nobodyIsNoSecret() {
    assertThat(isSensitive(0, "0", "0", "0")).isFalse();
  }

  @Test
  void aTotalOfZeroTellsEverybodysValue() {
    assertThat(isSensitive(9, "0", "0", "0")).isTrue();
  }

  @Test
  void moreThan85PercentIsDominance() {
    assertThat(isSensitive(20, "1000", "850", "10")).isFalse();
    assertThat(isSensitive(20, "1000", "850.0001", "10")).isTrue();
  }

  @Test
  void theRestMustBeTenPercentOfTheLargest() {
    assertThat(isSensitive(5, "1050", "500", "500")).isFalse();
    assertThat(isSensitive(5, "1049.9999", "500", "500")).isTrue();
  }

  @Test
  void aMeanNeedsThirtyHouseholds() {
    assertThat(RULE.isSensitiveMean(29)).isTrue();
    assertThat(RULE.isSensitiveMean(30)).isFalse();
    assertThat(RULE.isSensitiveMean(0)).isFalse();
  }

  private static boolean isSensitive(long units, String total, String largest, String second) {
    return RULE.isSensitive(
        units, new BigDecimal(total), new BigDecimal(largest), new BigDecimal(second));
  }
}
