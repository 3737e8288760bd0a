package jindu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PanelTest {

  @Test
  void addsUpToTheTargetExactlyAndNeverFalls() {
    Panel<Integer> panel = panel(7);
    panel.fit(2020, 1, 1_000_003, owner -> true);
    panel.fit(2020, 2, 1_000_099, owner -> true);
    assertThat(panel.total(2020, 1, owner -> true)).isEqualTo(1_000_003);
    assertThat(panel.total(2020, 2, owner -> true)).isEqualTo(1_000_099);
    assertThat(panel.members())
        .allMatch(series -> series.at(2020, 2) >= series.at(2020, 1))
        .allMatch(series -> series.atMonth(2020, 5) >= series.atMonth(2020, 4));
  }

  @Test
  void scalesUncountedUnitsAlongWithTheCounted() {
    Panel<Integer> panel = panel(2);
    panel.fit(2020, 1, 500, owner -> owner == 0);
    assertThat(panel.members())
        .extracting(series -> series.at(2020, 1))
        .containsExactly(500L, 1000L);
  }

  @Test
  void meetsAWeightedTargetToHalfAUnitOfItsLargestMember() {
    Panel<Integer> panel = panel(5);
    BigDecimal weight = new BigDecimal("0.2510");
    panel.fit(2020, 1, new BigDecimal("123456.7"), owner -> true, owner -> weight);
    assertThat(
            panel
                .weighted(2020, 1, owner -> true, owner -> weight)
                .subtract(new BigDecimal("123456.7"))
                .abs())
        .isLessThanOrEqualTo(new BigDecimal("0.1255"));
  }

  @Test
  void refusesATotalThatWouldFall() {
    Panel<Integer> panel = panel(3);
    panel.fit(2020, 1, 900, owner -> true);
    assertThatThrownBy(() -> panel.fit(2020, 2, 899, owner -> true))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Cannot calibrate 2020-Q2")
        .hasMessageContaining("assumptions.yaml");
  }

  /** Members 0, 1, 2, … whose increases are in the ratio 1 : 2 : 3 … */
  private static Panel<Integer> panel(int members) {
    List<Series<Integer>> series =
        IntStream.range(0, members)
            .mapToObj(
                number -> new Series<>(number, Draw.of(1, number), (year, quarter) -> number + 1.0))
            .toList();
    return new Panel<>(series);
  }
}
