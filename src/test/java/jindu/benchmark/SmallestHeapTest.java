package jindu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search for the smallest heap; nothing is run. */
class SmallestHeapTest {

  @Test
  void itLiesBetweenOneThatPassedAndOneThatDidNot() throws Exception {
    List<Integer> tried = new ArrayList<>();

    SmallestHeap found =
        SmallestHeap.below(
            2048,
            128,
            megabytes -> {
              tried.add(megabytes);
              return megabytes >= 700;
            });

    assertThat(tried).containsExactly(1024, 512, 768, 640);
    assertThat(found).isEqualTo(new SmallestHeap(768, 640, 4));
  }

  @Test
  void whereOnlyTheWholeIsEnoughTheWholeIsTheSmallest() throws Exception {
    SmallestHeap found = SmallestHeap.below(2048, 128, megabytes -> false);

    assertThat(found.enough()).isEqualTo(2048);
    assertThat(found.tooSmall()).isEqualTo(1920);
  }

  @ParameterizedTest
  @CsvSource({"2g, 2048", "2G, 2048", "1536m, 1536", "524288k, 512", "1073741824, 1024"})
  void aHeapIsReadAsTheLauncherStatesIt(String stated, int megabytes) {
    assertThat(SmallestHeap.megabytes(stated)).isEqualTo(megabytes);
  }

  @Test
  void whatIsNoHeapIsNoNumber() {
    assertThatThrownBy(() -> SmallestHeap.megabytes("muchg"))
        .isInstanceOf(NumberFormatException.class);
  }
}
