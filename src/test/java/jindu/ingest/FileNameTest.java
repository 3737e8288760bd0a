package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    // Shown as 报表xslx.csv.
    "'B204-1/报表\u202evsc.xlsx', 'B204-1/报表\\u202Evsc.xlsx'",
    "'B204-1/a\u0007.csv', 'B204-1/a\\u0007.csv'",
    "'B204-1/a\u2028b.csv', 'B204-1/a\\u2028b.csv'",
    "'B204-1/a\u200bb.csv', 'B204-1/a\\u200Bb.csv'"
  })
  void refusesANameWithUnseenCharactersAndWritesThemOut(String path, String visible) {
    assertThat(Decoded.lines(path, "x".getBytes(UTF_8)))
        .containsExactly("refused unsafe-file-name: " + visible);
  }

  @Test
  void refusesANameWithALineBreak() {
    assertThat(Decoded.lines("B204-1/a\nb.csv", "x".getBytes(UTF_8)))
        .containsExactly("refused unsafe-file-name: B204-1/a\\u000Ab.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"B204-1/洛龙区 2020年6月（修订）.csv", "B204-1/a'b;c&d$(e).csv", "B204-1/𬭎.csv"})
  void takesAnyOtherName(String path) {
    assertThat(Decoded.lines(path, "".getBytes(UTF_8)))
        .containsExactly("refused empty-file: size=0");
  }
}
