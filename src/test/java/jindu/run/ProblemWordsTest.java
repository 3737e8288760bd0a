package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jindu.core.Messages;
import org.junit.jupiter.api.Test;

class ProblemWordsTest {

  private final ProblemWords words = new ProblemWords(List.of());

  @Test
  void theFiguresStandBehindTheirColon() {
    Problem problem = words.of("206-1", "negative-value", "-3");

    assertThat(problem.text(Messages.CHINESE)).isEqualTo("本指标不应为负数：-3。请核对。");
  }

  @Test
  void withoutFiguresThereIsNoColonThatAnnouncesThem() {
    Problem problem = words.of("206-1", "negative-value", "");

    assertThat(problem.text(Messages.CHINESE)).isEqualTo("本指标不应为负数。请核对。");
    assertThat(problem.text(Messages.ENGLISH)).doesNotContain(": .");
  }

  @Test
  void aCodeWithoutWordsStandsForItself() {
    assertThat(words.of("206-1", "NO-01", "").text(Messages.ENGLISH)).contains("NO-01");
  }
}
