package jindu.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import jindu.core.Retention.Made;
import jindu.core.Retention.Older;
import org.junit.jupiter.api.Test;

/** Which publications have run out, by as-of dates alone. */
class RetentionTest {

  private static final LocalDate TONIGHT = LocalDate.of(2021, 11, 5);

  @Test
  void theLastDaysAreKeptWholeAndTheirFirstDayCounts() {
    List<Made> made = made("2021-10-05", "2021-10-06", "2021-10-07");
    assertThat(runOut(new Retention(30, Older.NONE, 7), made)).containsExactly("2021-10-05-01");
    assertThat(runOut(new Retention(29, Older.NONE, 7), made))
        .containsExactly("2021-10-05-01", "2021-10-06-01");
    assertThat(runOut(new Retention(31, Older.NONE, 7), made)).isEmpty();
  }

  @Test
  void ofOlderOnesTheLastOfEachPeriodIsKept() {
    List<Made> made =
        made("2019-12-30", "2020-01-10", "2020-01-31", "2020-02-28", "2020-03-15", "2020-04-01");
    assertThat(runOut(new Retention(100, Older.LAST_OF_MONTH, 7), made))
        .containsExactly("2020-01-10-01");
    assertThat(runOut(new Retention(100, Older.LAST_OF_QUARTER, 7), made))
        .containsExactly("2020-01-10-01", "2020-01-31-01", "2020-02-28-01");
    assertThat(runOut(new Retention(100, Older.LAST_OF_YEAR, 7), made))
        .containsExactly("2020-01-10-01", "2020-01-31-01", "2020-02-28-01", "2020-03-15-01");
  }

  /** Of a month that the days reach into, the last is one of those they keep. */
  @Test
  void theLastOfAMonthIsThatOfTheWholeMonth() {
    assertThat(runOut(new Retention(20, Older.LAST_OF_MONTH, 7), made("2021-10-10", "2021-10-20")))
        .containsExactly("2021-10-10-01");
  }

  @Test
  void ofOneDayTheLastMadeIsKept() {
    List<Made> made =
        List.of(
            new Made("2020-01-31-01", LocalDate.of(2020, 1, 31), false),
            new Made("2020-01-31-02", LocalDate.of(2020, 1, 31), false));
    assertThat(runOut(new Retention(1, Older.LAST_OF_MONTH, 7), made))
        .containsExactly("2020-01-31-01");
  }

  @Test
  void whatWasTakenBackIsThePeriodsLastOnlyWhereThereIsNoOther() {
    List<Made> made =
        List.of(
            new Made("2020-01-10-01", LocalDate.of(2020, 1, 10), false),
            new Made("2020-01-31-01", LocalDate.of(2020, 1, 31), true),
            new Made("2020-02-10-01", LocalDate.of(2020, 2, 10), true));
    assertThat(runOut(new Retention(1, Older.LAST_OF_MONTH, 7), made))
        .containsExactly("2020-01-31-01");
  }

  @Test
  void whatIsInUseStaysWhateverItsAge() {
    List<Made> made = made("2019-01-01", "2019-01-02", "2019-01-03");
    assertThat(new Retention(1, Older.NONE, 7).runOut(made, Set.of("2019-01-02-01"), TONIGHT))
        .extracting(Made::id)
        .containsExactly("2019-01-01-01", "2019-01-03-01");
  }

  /** What has run out once is never missed by a later night: removing it changes nothing else. */
  @Test
  void nightAfterNightTheSameIsLeftAsByOneNightAtTheEnd() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (Older older : Older.values()) {
      Retention retention = new Retention(1 + random.nextInt(60), older, 7);
      List<Made> all = new ArrayList<>();
      List<Made> left = new ArrayList<>();
      LocalDate day = LocalDate.of(2019, 1, 1);
      for (int night = 0; night < 300; night++) {
        day = day.plusDays(random.nextInt(4));
        Made tonight = new Made("%s-%03d".formatted(day, night), day, false);
        all.add(tonight);
        left.add(tonight);
        left.removeAll(retention.runOut(left, Set.of(), day));
      }
      List<Made> once = new ArrayList<>(all);
      once.removeAll(retention.runOut(all, Set.of(), day));
      assertThat(left).as("seed %d, %s", seed, retention).isEqualTo(once);
      LocalDate first = day.minusDays(retention.days());
      assertThat(left)
          .as("seed %d, %s", seed, retention)
          .containsAll(all.stream().filter(each -> !each.asOf().isBefore(first)).toList());
      Set<String> months = new TreeSet<>();
      all.forEach(each -> months.add(each.asOf().toString().substring(0, 7)));
      if (older == Older.LAST_OF_MONTH) {
        assertThat(left)
            .extracting(each -> each.asOf().toString().substring(0, 7))
            .as("seed %d, %s", seed, retention)
            .containsAll(months);
      }
    }
  }

  private static List<Made> made(String... days) {
    return List.of(days).stream()
        .map(day -> new Made(day + "-01", LocalDate.parse(day), false))
        .toList();
  }

  private static List<String> runOut(Retention retention, List<Made> made) {
    return retention.runOut(made, Set.of(), TONIGHT).stream().map(Made::id).toList();
  }
}
