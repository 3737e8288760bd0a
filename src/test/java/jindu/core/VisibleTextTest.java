package jindu.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void whatWouldActOnATerminalIsShownByItsCodeAndAllElseAsItIs() {
    assertThat(VisibleText.of("某厂 №1\u3000\ud840\udc00")).isEqualTo("某厂 №1\u3000\ud840\udc00");
    assertThat(VisibleText.of("a\u001b[2Jb\r\n\tc\u009bd\u202ee\u2028f"))
        .isEqualTo("a\\u001B[2Jb\\u000D\\u000A\\u0009c\\u009Bd\\u202Ee\\u2028f");
    assertThat(VisibleText.of("\ud840")).isEqualTo("\\uD840");
  }
}
