package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jindu.ingest.Delivery;
import jindu.lake.Lake.DeliveredFile;
import jindu.run.History.KnownFile;
import jindu.run.History.PastBatch;
import org.junit.jupiter.api.Test;

/** What a night takes from the inbox, and for which day, without a lake. */
class AgendaTest {

  private static final LocalDate TODAY = LocalDate.of(2021, 12, 1);
  private static final Optional<LocalDate> NOT_GIVEN = Optional.empty();
  private static final History NOTHING_YET =
      new History(
          new TreeMap<>(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), new TreeMap<>());

  /** A night as of 18 April that took one file of 17 April, and published. */
  private static final History PUBLISHED =
      new History(
          new TreeMap<>(Map.of("B000001", new PastBatch(day("2021-04-18"), true))),
          Map.of("d1", known("CZ-1/2021-04-17/known.csv", "2021-04-17")),
          Map.of("B000001", Map.of("townships.csv", "hash")),
          Map.of("2021-04-18-01", day("2021-04-18")),
          Map.of("2021-04-18-01", "B000001"),
          Map.of(),
          new TreeMap<>());

  @Test
  void aNightThatWasGivenNoDayIsAsOfTheLatestReceivedDayAndTakesAll() throws Exception {
    Agenda agenda =
        agenda(NOTHING_YET, NOT_GIVEN, "CZ-1/2021-04-17/a.csv", "CZ-1/2021-02-08/b.csv");

    assertThat(agenda.asOf()).contains(day("2021-04-17"));
    assertThat(taken(agenda))
        .containsExactly("CZ-1/2021-04-17/a.csv 2021-04-17", "CZ-1/2021-02-08/b.csv 2021-02-08");
    assertThat(agenda.waiting()).isZero();
  }

  @Test
  void whatWasReceivedAfterTheDayGivenWaitsAndIsTakenOnALaterNight() throws Exception {
    String[] inbox = {"CZ-1/2021-04-17/a.csv", "CZ-1/2021-04-18/b.csv", "CZ-1/2021-04-19/c.csv"};
    Agenda agenda = agenda(NOTHING_YET, given("2021-04-18"), inbox);

    assertThat(agenda.asOf()).contains(day("2021-04-18"));
    assertThat(taken(agenda))
        .containsExactly("CZ-1/2021-04-17/a.csv 2021-04-17", "CZ-1/2021-04-18/b.csv 2021-04-18");
    assertThat(agenda.waiting()).isEqualTo(1);
    assertThat(taken(agenda(PUBLISHED, given("2021-04-19"), inbox)))
        .contains("CZ-1/2021-04-19/c.csv 2021-04-19");
  }

  @Test
  void aDayBeforeThatOfAPublicationIsRefusedAndTheDayItselfIsNot() throws Exception {
    assertThatThrownBy(() -> agenda(PUBLISHED, given("2021-04-17")))
        .isInstanceOfSatisfying(
            RunException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(RunException.Kind.BEFORE_PUBLICATION);
              assertThat(e.arguments()).containsExactly("2021-04-17", "2021-04-18");
            });
    assertThat(agenda(PUBLISHED, given("2021-04-18")).asOf()).contains(day("2021-04-18"));
  }

  @Test
  void aNightThatWasGivenNoDayNeverGoesBackBehindAPublication() throws Exception {
    assertThat(agenda(PUBLISHED, NOT_GIVEN).asOf()).contains(day("2021-04-18"));
  }

  @Test
  void aBackDatedFolderCountsAsReceivedTheDayAfterThePublication() throws Exception {
    String[] inbox = {"CZ-1/2021-04-18/late.csv", "CZ-1/2021-01-05/later.csv"};

    assertThat(taken(agenda(PUBLISHED, NOT_GIVEN, inbox)))
        .containsExactly(
            "CZ-1/2021-04-18/late.csv 2021-04-19", "CZ-1/2021-01-05/later.csv 2021-04-19");
    assertThat(agenda(PUBLISHED, given("2021-04-18"), inbox).waiting()).isEqualTo(2);
  }

  @Test
  void aFileInNoFolderOfADayIsFirstSeenTodayOrOnAnEarlierDayGiven() throws Exception {
    String file = "CZ-1/a.csv";

    assertThat(taken(agenda(NOTHING_YET, NOT_GIVEN, file))).containsExactly(file + " 2021-12-01");
    assertThat(taken(agenda(NOTHING_YET, given("2021-04-18"), file)))
        .containsExactly(file + " 2021-04-18");
    assertThat(taken(agenda(NOTHING_YET, given("2021-12-24"), file)))
        .containsExactly(file + " 2021-12-01");
  }

  @Test
  void todayIsTheDayInShanghai() {
    Clock lateEvening = Clock.fixed(Instant.parse("2021-04-17T16:00:00Z"), ZoneOffset.UTC);

    assertThat(ReceivedDays.today(lateEvening)).isEqualTo("2021-04-18");
  }

  @Test
  void anotherDayGivenIsSomethingNewAndTheSameDayIsNot() throws Exception {
    Map<String, String> catalog = Map.of("townships.csv", "hash");

    assertThat(agenda(PUBLISHED, given("2021-04-18")).isEmpty(catalog)).isTrue();
    assertThat(agenda(PUBLISHED, given("2021-04-30")).isEmpty(catalog)).isFalse();
    assertThat(agenda(PUBLISHED, NOT_GIVEN).isEmpty(catalog)).isTrue();
    assertThat(agenda(PUBLISHED, NOT_GIVEN).isEmpty(Map.of("townships.csv", "other"))).isFalse();
    assertThat(agenda(NOTHING_YET, given("2021-04-18")).isEmpty(catalog)).isTrue();
  }

  @Test
  void aFileKnownBySizeAndTimeOrByItsBytesIsNotTakenAgain() throws Exception {
    assertThat(taken(agenda(PUBLISHED, NOT_GIVEN, "CZ-1/2021-04-17/known.csv"))).isEmpty();

    DeliveredFile touched = new DeliveredFile("CZ-1/2021-04-17/known.csv", "", 3, 99);
    assertThat(agenda(PUBLISHED, touched, "hash of d1").arrivals().deliveries()).isEmpty();
    assertThat(agenda(PUBLISHED, touched, "another").arrivals().deliveries()).hasSize(1);
  }

  private static Agenda agenda(History history, Optional<LocalDate> given, String... paths)
      throws RunException {
    List<DeliveredFile> inbox =
        Arrays.stream(paths).map(path -> new DeliveredFile(path, "", 3, 5)).toList();
    return Agenda.of(inbox, history, given, TODAY, file -> "hash of " + file.path());
  }

  private static Agenda agenda(History history, DeliveredFile file, String hash)
      throws RunException {
    return Agenda.of(List.of(file), history, NOT_GIVEN, TODAY, any -> hash);
  }

  private static List<String> taken(Agenda agenda) {
    return agenda.arrivals().deliveries().stream()
        .map((Delivery delivery) -> delivery.path() + " " + delivery.receivedDate())
        .toList();
  }

  private static KnownFile known(String path, String received) {
    FileAccount account =
        FileAccount.read("d1", "CZ-1", path, "hash of d1", day(received), 1, null, null);
    return new KnownFile(account.judged(1, 0, 0, 0), "3 bytes, changed 5");
  }

  private static Optional<LocalDate> given(String day) {
    return Optional.of(day(day));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
