package jindu.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagesTest {

  @Test
  void whatIsSaidInOneLanguageIsSaidInTheOther() {
    assertThat(Messages.ENGLISH.keys(""))
        .contains("cli.see-help", "sdmx.time", "jindu.nightly.strict")
        .isEqualTo(Messages.CHINESE.keys(""));
  }
}
