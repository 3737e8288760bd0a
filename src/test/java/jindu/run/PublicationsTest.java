package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import jindu.lake.RemovedPublications;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which publication was in force on a day, by the files of {@code published/} alone. */
class PublicationsTest {

  private static final String JANUARY = "2021-01-20-01";
  private static final String AGAIN = "2021-01-20-02";
  private static final String FEBRUARY = "2021-02-20-01";
  private static final String MARCH = "2021-03-20-01";

  @TempDir private Path folder;

  private MadePublications made;

  @BeforeEach
  void publish() throws Exception {
    made = new MadePublications(folder).make(JANUARY).make(AGAIN).make(FEBRUARY);
  }

  @Test
  void itIsTheLastAsOfTheDayOrBefore() throws Exception {
    assertThat(on("2021-01-20")).isEqualTo(AGAIN);
    assertThat(on("2021-02-19")).isEqualTo(AGAIN);
    assertThat(on("2021-02-20")).isEqualTo(FEBRUARY);
    assertThat(on("2030-01-01")).isEqualTo(FEBRUARY);
    assertRefused(
        () -> on("2021-01-19"),
        RunException.Kind.NOTHING_PUBLISHED_BY,
        "2021-01-19",
        JANUARY + ", " + AGAIN + ", " + FEBRUARY);
  }

  @Test
  void whatWasTakenBackIsSaidNowAndAfterTheNextNight() throws Exception {
    assertThat(inPlaceOf(FEBRUARY)).isEmpty();
    made.zone().switchTo(JANUARY);
    assertThat(inPlaceOf(FEBRUARY)).contains(JANUARY);
    assertThat(inPlaceOf(JANUARY)).isEmpty();
    assertThat(inPlaceOf(AGAIN)).isEmpty();

    made.make(MARCH);
    assertThat(inPlaceOf(FEBRUARY)).contains(JANUARY);
    assertThat(inPlaceOf(MARCH)).isEmpty();
    assertThat(on("2021-02-25")).isEqualTo(FEBRUARY);
  }

  @Test
  void aSwitchBackAndForthTakesNothingBack() throws Exception {
    made.zone().switchTo(JANUARY);
    made.zone().switchTo(FEBRUARY);
    made.make(MARCH);
    assertThat(inPlaceOf(FEBRUARY)).isEmpty();
  }

  @Test
  void whatWasRemovedIsNotMistakenForTheOneBefore() throws Exception {
    remove(AGAIN, Optional.of(JANUARY));
    assertThat(on("2021-02-20")).isEqualTo(FEBRUARY);
    for (ThrowingCallable asked :
        List.<ThrowingCallable>of(
            () -> on("2021-01-31"), () -> Publication.withId(folder.toString(), AGAIN))) {
      assertRefused(
          asked,
          RunException.Kind.REMOVED_PUBLICATION,
          AGAIN,
          "2022-04-01",
          JANUARY + ", " + FEBRUARY);
    }
    assertRefused(
        () -> Publication.withId(folder.toString(), MARCH),
        RunException.Kind.NO_PUBLICATION,
        MARCH,
        JANUARY + ", " + FEBRUARY);
  }

  /** A night that died between naming and removing it left it whole. */
  @Test
  void whatIsNamedAsRemovedAndIsThereIsThere() throws Exception {
    remove(AGAIN, Optional.of(JANUARY));
    Files.move(folder.resolve("published/_removed-" + AGAIN), folder.resolve("published/" + AGAIN));
    assertThat(on("2021-01-31")).isEqualTo(AGAIN);
  }

  @Test
  void ofManyThoseBesideTheOneAskedForAreNamed() throws Exception {
    for (int day = 1; day <= 28; day++) {
      made.make("2021-04-%02d-01".formatted(day));
    }
    assertThatThrownBy(() -> Publication.withId(folder.toString(), "2021-04-15-02"))
        .isInstanceOfSatisfying(
            RunException.class,
            refused ->
                assertThat(refused.arguments().get(1))
                    .startsWith(JANUARY + " …, 2021-04-11-01, 2021-04-12-01,")
                    .endsWith("2021-04-20-01, … 2021-04-28-01"));
  }

  @Test
  void aDamagedManifestIsNoPublicationAndHidesNoOther() throws Exception {
    Files.writeString(
        folder.resolve("published").resolve(AGAIN).resolve(PublishedZone.MANIFEST),
        "{\"as_of\": 3");
    assertThat(on("2021-01-31")).isEqualTo(JANUARY);
  }

  private void remove(String id, Optional<String> follows) throws Exception {
    new RemovedPublications(Lake.open(folder.toString()))
        .takeAway(
            List.of(
                new RemovedPublications.Removed(
                    id, LocalDate.parse(id.substring(0, 10)), follows, LocalDate.of(2022, 4, 1))));
  }

  private String on(String day) throws Exception {
    return Publication.asOf(folder.toString(), LocalDate.parse(day)).id();
  }

  private Optional<String> inPlaceOf(String id) throws Exception {
    return Publication.withId(folder.toString(), id).standing().inItsPlace();
  }

  private static void assertRefused(
      ThrowingCallable asked, RunException.Kind kind, String... arguments) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            RunException.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(kind);
              assertThat(refused.arguments()).containsExactly(arguments);
            });
  }
}
