package jindu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import jindu.core.ContentHash;
import jindu.core.Exclusion;
import jindu.core.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which returns are left out is text like the rest of the catalog, and judged like it. */
class ExclusionTest {

  private static final String FILE = "exclusions.csv";
  private static final String HEADER =
      "path,content_hash,form,unit,period,reason,person,from,until\n";
  private static final String HASH = ContentHash.of("delivered");
  private static final LocalDate FIRST = LocalDate.of(2020, Month.JULY, 10);

  @TempDir private Path folder;
  private DamagedCatalog catalog;

  @BeforeEach
  void copy() throws IOException {
    catalog = new DamagedCatalog(folder);
  }

  @Test
  void readsDeliveriesAndReturnsInTheOrderOfTheFile() throws Exception {
    lines(
        "# why: see the minutes of 9 July",
        "B204-1/2020-07-08/a.csv,,,,,in yuan,Zhang San,2020-07-10,",
        "B204-1/2020-07-08/b.csv," + HASH + ",,,,test file,Zhang San,2020-07-10,2020-07-10",
        ",,CZ-1,410311002|增值税,2020-01,booked twice,李四,2020-07-10,2020-08-01",
        ",,MLK,91410311ma40000012|B204-1|2020-02,,other district,李四,2020-07-10,",
        ",,GZ-1,grp|４１０３１１０００|统计|核算科,2020-03,draft,李四,2020-07-10,");
    assertThat(catalog.read().exclusions())
        .containsExactly(
            new Exclusion(
                "B204-1/2020-07-08/a.csv", "", "", "", "", "in yuan", "Zhang San", FIRST, null),
            new Exclusion(
                "B204-1/2020-07-08/b.csv",
                HASH,
                "",
                "",
                "",
                "test file",
                "Zhang San",
                FIRST,
                FIRST),
            new Exclusion(
                "",
                "",
                "CZ-1",
                "410311002|增值税",
                "2020-01",
                "booked twice",
                "李四",
                FIRST,
                LocalDate.of(2020, Month.AUGUST, 1)),
            new Exclusion(
                "",
                "",
                "MLK",
                "91410311MA40000012|B204-1|2020-02",
                "",
                "other district",
                "李四",
                FIRST,
                null),
            new Exclusion(
                "", "", "GZ-1", "grp|410311000|统计|核算科", "2020-03", "draft", "李四", FIRST, null));
  }

  @Test
  void spellsTheUnitAsCheckReadsItFromAReturn() throws Exception {
    lines(
        ",,CZ-1,410311002001|国有资源(资产)有偿使用收入,2020-01,why,who,2020-07-10,",
        ",,XE-1,410311002|F52,2020-03,why,who,2020-07-10,",
        ",,HS-1,410311000|C|P2,2020-03,why,who,2020-07-10,",
        ",,MLK,91410311MA40000012|B204-1|2020Q1,,why,who,2020-07-10,");

    assertThat(catalog.read().exclusions())
        .extracting(Exclusion::unit)
        .containsExactly(
            "410311002|国有资源（资产）有偿使用收入",
            "410311002|52",
            "410311000|C|P2",
            "91410311MA40000012|B204-1|2020-01");
  }

  @Test
  void holdsFromItsFirstDayToItsLast() throws Exception {
    lines("B204-1/a.csv,,,,,in yuan,Zhang San,2020-07-10,2020-07-12");
    Exclusion exclusion = catalog.read().exclusions().get(0);
    assertThat(exclusion.holdsOn(FIRST.minusDays(1))).isFalse();
    assertThat(exclusion.holdsOn(FIRST)).isTrue();
    assertThat(exclusion.holdsOn(FIRST.plusDays(2))).isTrue();
    assertThat(exclusion.holdsOn(FIRST.plusDays(3))).isFalse();
  }

  @Test
  void leavesNothingOutWhereThereIsNoFile() throws Exception {
    catalog.delete(FILE);
    assertThat(catalog.read().exclusions()).isEmpty();
  }

  @Test
  void namesEveryMistakeAtOnce() throws Exception {
    line(2, ",,,,,why,who,2020-07-10,", "exclusion-of-nothing");
    line(3, "a.csv,,CZ-1,410311002|增值税,2020-01,why,who,2020-07-10,", "exclusion-of-both");
    line(4, "inbox/CZ-1/a.csv,,,,,why,who,2020-07-10,", "invalid-text");
    line(5, "/CZ-1/a.csv,,,,,why,who,2020-07-10,", "invalid-text");
    line(6, "CZ-1/a.csv,9F86D081,,,,why,who,2020-07-10,", "invalid-text");
    line(7, "," + HASH + ",,,,why,who,2020-07-10,", "empty-value");
    line(8, ",,C999,410311002,2020-01,why,who,2020-07-10,", "unknown-form");
    line(9, ",,CZ-1,410311002,2020-01,why,who,2020-07-10,", "unit-not-of-form");
    line(10, ",,CZ-1,410311002|,2020-01,why,who,2020-07-10,", "unit-not-of-form");
    line(11, ",,B204-1,91410311MA40000012,,why,who,2020-07-10,", "empty-value");
    line(12, ",,B204-1,91410311MA40000012,2020-01,why,who,2020-07-10,", "period-not-of-form");
    line(13, ",,C204-1,91410311MA40000012,2020-05,why,who,2020-07-10,", "period-not-of-form");
    line(14, ",,B204-1,91410311MA40000012,2020Q1,why,who,2020-07-10,", "invalid-month");
    line(15, ",,MLK,X|B204-1|2020-02,2020-02,why,who,2020-07-10,", "period-without-use");
    line(16, ",,CZ-1,,2020-01,why,who,2020-07-10,", "empty-value");
    line(17, ",,,410311002|增值税,2020-01,why,who,2020-07-10,", "empty-value");
    line(18, "CZ-1/b.csv,,,,,,,,", "empty-value", "empty-value", "empty-value");
    line(19, "CZ-1/c.csv,,,,,why,who,2020-07-10,2020-07-09", "until-before-from");
    line(20, "CZ-1/d.csv,,,,,why,who,10.7.2020,2020-07-09", "invalid-date");
    line(21, "CZ-1/e.csv,,,,,why,who,2020-07-10,");
    line(22, "CZ-1/e.csv,,,,,again,who,2020-07-10,2020-07-12", "duplicate");
    line(23, "CZ-1/e.csv,,,,,from August,who,2020-08-01,");
    catalog.assertFound();
  }

  @Test
  void saysInBothLanguagesWhatIsExpected() throws Exception {
    lines(",,CZ-1,410311002,2020-01,why,who,2020-07-10,");
    assertThat(catalog.mistakes())
        .singleElement()
        .satisfies(
            mistake -> {
              assertThat(mistake.line()).isEqualTo(2);
              assertThat(mistake.text())
                  .isEqualTo(
                      "Invalid unit: 410311002 (form CZ-1 names a unit by"
                          + " township_code|subject, joined by |).");
              assertThat(mistake.text(Messages.CHINESE))
                  .isEqualTo("unit 有误：410311002（CZ-1 表的单位由 township_code|subject 以 | 连接而成）。");
            });
  }

  @Test
  void doesNotRepeatTheMistakeOfAFormInTheExclusionsOfIt() throws Exception {
    catalog.plant("forms/CZ-1.yaml", "key: [township_code, subject]", "key: [subjects]");
    lines(",,CZ-1,410311002|增值税,2020-01,why,who,2020-07-10,");
    assertThat(catalog.mistakes())
        .allSatisfy(mistake -> assertThat(mistake.file()).isEqualTo("forms/CZ-1.yaml"));
  }

  private void lines(String... lines) throws IOException {
    catalog.write(FILE, HEADER + String.join("\n", List.of(lines)) + "\n");
  }

  /** Adds the line with this number, and expects its mistakes. */
  private void line(int number, String line, String... keys) throws IOException {
    String before = number == 2 ? HEADER : catalog.text(FILE);
    catalog.write(FILE, before + line + "\n");
    for (String key : keys) {
      catalog.expect(FILE, number, key);
    }
  }
}
