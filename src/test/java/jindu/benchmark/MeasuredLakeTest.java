package jindu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jindu.sample.SampleOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lake on which nights are measured, and what one night receives. */
class MeasuredLakeTest {

  private static final Path REFERENCE = Path.of("data-lake", "reference");

  @TempDir private static Path folder;

  private static MeasuredLake lake;

  @BeforeAll
  static void make() throws Exception {
    lake = MeasuredLake.make(folder.resolve("made"), REFERENCE, SampleOptions.FEWEST_UNITS);
  }

  @Test
  void theNightReceivesOneFormNewlyDueAndCorrectionsOfOthers() throws Exception {
    List<String> names = names(lake.tonight());

    assertThat(names).filteredOn(name -> name.matches("[^_]+_[0-9-]+\\.csv")).hasSize(1);
    assertThat(names).filteredOn(name -> name.endsWith("_correction.csv")).isNotEmpty();
    assertThat(days(lake.tonight())).containsOnly(days(lake.tonight()).get(0));
  }

  @Test
  void theLakeHoldsWhatCameBeforeThatNightAlone() throws Exception {
    LocalDate night = days(lake.tonight()).get(0);

    assertThat(days(lake.inbox())).isNotEmpty().allMatch(day -> day.isBefore(night));
  }

  @Test
  void itsDeliveriesCanBeRunAgainWhereNothingHasBeen() throws Exception {
    Path stored = Files.createDirectories(lake.root().resolve("returns"));

    Path undone = lake.undone("undone");

    assertThat(names(undone.resolve("inbox"))).isEqualTo(names(lake.inbox()));
    assertThat(undone.resolve("reference").resolve("indicators.csv")).exists();
    assertThat(undone.resolve(stored.getFileName())).doesNotExist();
  }

  @Test
  void everyFileIsPlain() throws Exception {
    for (Path file : files(lake.inbox())) {
      assertThat(file.toString()).endsWith(".csv");
      // Readable as UTF-8, with the header first and no mark before it.
      assertThat(Files.readString(file).lines().findFirst().orElseThrow())
          .containsAnyOf("报告期,", "统一社会信用代码,", "项目代码,")
          .doesNotStartWith("\uFEFF");
    }
  }

  @Test
  void aSizeInCellsTakesUnitsEvenly() throws Exception {
    SampleSize size = new SampleSize(100, 5_000, 200, 9_000);

    assertThat(size.unitsFor(9_000)).isEqualTo(200);
    assertThat(size.unitsFor(49_000)).isEqualTo(1_200);
    assertThat(size.unitsFor(0)).isEqualTo(SampleOptions.FEWEST_UNITS);
    assertThat(ReturnCells.count(lake.catalog(), lake.inbox())).isPositive();
  }

  @Test
  void aCellIsANumberThatStandsInAnItemsColumn() throws Exception {
    Path inbox = folder.resolve("counted");
    Path day = inbox.resolve("F203").resolve("2020-03-10");
    Files.createDirectories(day);
    Files.writeString(
        day.resolve("F203_2020-02.csv"),
        """
        报告期,统一社会信用代码,区划代码,营业收入_本年累计,营业收入_上年同期,说明
        2020-02,A,410311002,10,9,12
        2020-02,B,410311002,,8,
        """);

    assertThat(ReturnCells.count(lake.catalog(), inbox)).isEqualTo(3);
  }

  private static List<Path> files(Path inbox) throws IOException {
    try (Stream<Path> files = Files.walk(inbox)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> names(Path inbox) throws IOException {
    return files(inbox).stream().map(file -> file.getFileName().toString()).toList();
  }

  private static List<LocalDate> days(Path inbox) throws IOException {
    return files(inbox).stream()
        .map(file -> LocalDate.parse(file.getParent().getFileName().toString()))
        .toList();
  }
}
