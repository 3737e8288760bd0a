package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void countsAChineseCharacterAsTwoColumns() {
    TextTable table = new TextTable(List.of(false, true));
    table.add(List.of("指标", "完成"));
    table.add(List.of("GRP", "456"));
    table.add(List.of("规上工业", "43.4"));

    assertThat(table.lines()).containsExactly("指标      完成", "GRP        456", "规上工业  43.4");
    assertThat(table.lines()).allSatisfy(line -> assertThat(TextTable.width(line)).isEqualTo(14));
  }
}
