package jindu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostTest {

  @Test
  void theRunInTheMiddleIsTold() {
    Cost slow = new Cost(9, 8.0, 3L);
    Cost middle = new Cost(5, 7.0, 2L);
    Cost fast = new Cost(4, 6.0, 1L);

    assertThat(Cost.median(List.of(slow, fast, middle))).isEqualTo(middle);
    assertThat(Cost.median(List.of(fast, slow))).isEqualTo(slow);
  }

  @Test
  void whatBelongsToAnotherMeasureIsTakenOff() {
    Cost cost = new Cost(10, 8.0, 3L).without(4);

    assertThat(cost.seconds()).isEqualTo(6);
    // Which part of the processors' time it was is not known.
    assertThat(cost.cpuSeconds()).isNull();
    assertThat(cost.peakBytes()).isEqualTo(3L);
  }

  @Test
  void theRatioIsOursOverThePeers() {
    Cost ours = new Cost(3, null, null);
    Cost theirs = new Cost(2, null, null);

    assertThat(new Measurement("night", 1, ours, "floor", theirs, null, Map.of()).ratio())
        .isEqualTo(1.5);
    assertThat(new Measurement("protect", 1, ours, null, null, null, Map.of()).ratio()).isNull();
  }
}
