package jindu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The years before the sample's first. */
class OlderYearsTest {

  @TempDir private Path root;

  @BeforeEach
  void write() throws IOException {
    write(
        "inbox/B204-1/2020-01-12/B204-1_2019-12.csv",
        """
        报告期,统一社会信用代码,工业总产值_本年累计,报送时间
        201912,A,2019,2020-02-29 08:00
        2019年12月,B,7,
        """);
    write("inbox/B204-1/2021-01-12/B204-1_2020-12.csv", "报告期,统一社会信用代码\n2020-12,A\n");
    write("inbox/MLK/2019-01-08/MLK_enterprises_2019-01.csv", "统一社会信用代码,起报期\nA,2018-01\n");
    write("reference/value_added_rates.csv", "division,year,rate\n06,2019,0.5\n06,2020,0.6\n");
    write("reference/price_indices.csv", "# 06,2019\ndivision,month,index\n06,2019-02,101\n");
  }

  @Test
  void theFirstYearIsToldAgainForEachYearBefore() throws Exception {
    new OlderYears(root).add(2);

    assertThat(read("inbox/B204-1/2019-01-12/B204-1_2018-12.csv"))
        .containsExactly(
            "报告期,统一社会信用代码,工业总产值_本年累计,报送时间", "201812,A,2019,2019-02-28 08:00", "2018年12月,B,7,");
    assertThat(read("inbox/B204-1/2018-01-12/B204-1_2017-12.csv")).hasSize(3);
    assertThat(names("inbox/B204-1")).hasSize(4);
  }

  @Test
  void theRegisterBeginsSoMuchEarlier() throws Exception {
    new OlderYears(root).add(2);

    assertThat(read("inbox/MLK/2019-01-08/MLK_enterprises_2019-01.csv")).contains("A,2016-01");
    assertThat(names("inbox/MLK")).hasSize(1);
  }

  @Test
  void ratesAndPricesAreThoseOfTheFirstYear() throws Exception {
    new OlderYears(root).add(2);

    assertThat(read("reference/value_added_rates.csv"))
        .containsExactly(
            "division,year,rate", "06,2019,0.5", "06,2020,0.6", "06,2018,0.5", "06,2017,0.5");
    assertThat(read("reference/price_indices.csv")).hasSize(5).contains("06,2018-02,101");
  }

  @Test
  void whatWasReceivedEarlierIsTakenOutButForTheRegister() throws Exception {
    new OlderYears(root).keepSince(LocalDate.parse("2020-01-13"));

    assertThat(names("inbox"))
        .containsExactlyInAnyOrder("B204-1_2020-12.csv", "MLK_enterprises_2019-01.csv");
  }

  @ParameterizedTest
  @CsvSource({"2019-02, 2016-02", "2019年1-2月, 2016年1-2月", "2019Q1, 2016Q1", "'', ''", "昨天, 昨天"})
  void aTextThatBeginsWithItsYearIsMoved(String text, String moved) {
    assertThat(OlderYears.shifted(text, 3)).isEqualTo(moved);
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> read(String path) throws IOException {
    return Files.readAllLines(root.resolve(path));
  }

  private List<String> names(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(folder))) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    }
  }
}
