package jindu.publish.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowHeightTest {

  @Test
  void aRowIsAsHighAsItsLongestTextWithChineseTwiceAsWide() {
    // Of 12 digits 10 are usable: 10 letters are one line, 11 are two, 11 Chinese are three.
    assertThat(RowHeight.of(List.of("a".repeat(10), ""), List.of(12, 12))).isEqualTo(15);
    assertThat(RowHeight.of(List.of("a".repeat(11), ""), List.of(12, 12))).isEqualTo(30);
    assertThat(RowHeight.of(List.of("a", "数".repeat(11)), List.of(12, 12))).isEqualTo(45);
  }

  @Test
  void lineBreaksCountAndNoRowIsHigherThanASheetAllows() {
    assertThat(RowHeight.of(List.of("a\n\nb"), List.of(12))).isEqualTo(45);
    assertThat(RowHeight.of(List.of("a".repeat(10_000)), List.of(12))).isEqualTo(409);
  }
}
