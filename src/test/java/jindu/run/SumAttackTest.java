package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Sums of which a reader's arithmetic can be done by hand. */
class SumAttackTest {

  private static final Offset<Double> NEARLY = Offset.offset(1e-6);

  @Test
  void anAmountThatAloneIsNotShownIsKnown() {
    SumAttack attack = new SumAttack(new double[] {7, 5}, List.of(Map.of(0, 1)));

    assertThat(attack.room(0, 1, 1)).isZero();
    assertThat(attack.room(0, -1, 1)).isZero();
    assertThat(attack.room(1, 1, 1)).isCloseTo(1, NEARLY);
  }

  /** 7 + 0.5: the first may be half a one higher, where the second is nothing. */
  @Test
  void anAmountMayRiseAsFarAsWhatItIsHiddenWithMayFall() {
    SumAttack attack = new SumAttack(new double[] {7, 0.5}, List.of(Map.of(0, 1, 1, 1)));

    assertThat(attack.room(0, 1, 1)).isCloseTo(0.5, NEARLY);
    assertThat(attack.room(0, -1, 1)).isCloseTo(1, NEARLY);
    assertThat(attack.room(1, 1, 10)).isCloseTo(7, NEARLY);
    assertThat(attack.room(1, -1, 10)).isCloseTo(0.5, NEARLY);
  }

  /** Both sums leave room for the first; together they tell the second, and so the first. */
  @Test
  void sumsAreTakenTogether() {
    SumAttack attack =
        new SumAttack(
            new double[] {3, 4, 9}, List.of(Map.of(0, 1, 1, 1, 2, -1), Map.of(0, 1, 2, -1)));

    assertThat(attack.room(1, 1, 1)).isZero();
    assertThat(attack.room(0, 1, 1)).isCloseTo(1, NEARLY);
  }
}
