package jindu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import jindu.core.Quarter;
import org.junit.jupiter.api.Test;

final class AssumptionsTest {

  @Test
  void anOperandOutsideThePrintedFigureIsRefused() {
    Line.requireInside("lines grp", new BigDecimal("455.5"), new BigDecimal("456"));
    assertThatThrownBy(
            () ->
                Line.requireInside("lines grp", new BigDecimal("455.4999"), new BigDecimal("456")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Invalid assumption: lines grp operand 455.4999 (expected to round to 456).");
  }

  @Test
  void theBaseGivesTheGrowthBack() {
    Line line = Assumptions.read().line("services_revenue");
    BigDecimal base = line.base(new BigDecimal("12258140"), 2020, 4);
    // 12,258,140 / 1.163 = 10,540,103.2; to whole 千元
    assertThat(base).isEqualByComparingTo("10540103");
  }

  @Test
  void aDrawDependsOnItsPurposeAndNotOnTheOrder() {
    double first = Draw.of(5, "B204-1", 3).uniform();
    Draw.of(5, "B204-1", 4).uniform();
    assertThat(Draw.of(5, "B204-1", 3).uniform()).isEqualTo(first);
    assertThat(Draw.of(6, "B204-1", 3).uniform()).isNotEqualTo(first);
    assertThat(Draw.of(5, "B204-1", 34).uniform()).isNotEqualTo(Draw.of(5, "B204-13", 4).uniform());
  }

  @Test
  void quartersWithoutAssumptionsAreRefused() {
    assertThatThrownBy(() -> new SampleOptions(600, 1, new Quarter(2018, 4), new Quarter(2021, 3)))
        .hasMessageContaining("Invalid quarters: 2018-Q4 to 2021-Q3");
    assertThatThrownBy(() -> new SampleOptions(3, 1, new Quarter(2019, 1), new Quarter(2021, 3)))
        .hasMessageContaining("Invalid number of units: 3");
  }
}
