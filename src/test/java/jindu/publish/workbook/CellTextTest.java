package jindu.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "＋1",
        "－1",
        "＠SUM(A1)",
        "−1",
        "  =1+1",
        "\u3000=1+1",
        "\u00a0@A1",
        "\ufeff=1+1",
        "\u200b=1+1",
        "\u0001=1+1",
        "\t订单",
        "\r订单",
        "\n订单",
        "=cmd|' /C calc'!A0"
      })
  void aTextThatBeginsLikeAFormulaGetsAnApostropheBeforeIt(String text) {
    assertThat(CellText.harmless(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "订单增加", "1-2月=停工", "B204-1", "  说明", "91410300MA=", "'=1"})
  void anyOtherTextStaysAsItIs(String text) {
    assertThat(CellText.harmless(text)).isEqualTo(text);
  }

  @Test
  void anEscapeThatReadersOfWorkbooksWouldTurnIntoASignStaysText() {
    assertThat(CellText.harmless("_x003D_1+1")).isEqualTo("_x005F_x003D_1+1");
    assertThat(CellText.harmless("a_x0009_=b_x")).isEqualTo("a_x005F_x0009_=b_x");
  }

  @Test
  void aTextLongerThanACellIsCutAndSaysSo() {
    String cut = CellText.harmless("=" + "长".repeat(40_000));

    assertThat(cut).hasSize(32_767).startsWith("'=长").endsWith("长…");
  }
}
