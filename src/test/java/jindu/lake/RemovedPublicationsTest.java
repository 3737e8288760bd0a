package jindu.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jindu.lake.RemovedPublications.Removed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old publications are whole or gone, at whatever point their removal stops. */
class RemovedPublicationsTest {

  private static final LocalDate DAY = LocalDate.of(2021, 1, 31);
  private static final Removed FIRST =
      new Removed("2021-01-31-01", DAY, Optional.empty(), LocalDate.of(2022, 11, 5));
  private static final Removed SECOND =
      new Removed("2021-01-31-02", DAY, Optional.of("2021-01-31-01"), LocalDate.of(2022, 11, 6));

  @TempDir private Path folder;

  private PublishedZone zone;
  private RemovedPublications removed;

  @BeforeEach
  void publishThree() throws IOException {
    Lake lake = Lake.open(folder.toString());
    zone = new PublishedZone(lake);
    removed = new RemovedPublications(lake);
    for (String id : List.of("2021-01-31-01", "2021-01-31-02", "2022-11-05-01")) {
      Path building = Path.of(zone.building(id).toUri().getPath());
      Files.writeString(building.resolve(PublishedZone.MANIFEST), "{}");
      Files.createDirectories(folder.resolve("queries").resolve(id));
      zone.putInForce(id);
    }
  }

  @Test
  void itGoesOutOfSightWithItsQueryListsBeforeItIsDeleted() throws IOException {
    removed.takeAway(List.of(FIRST));

    assertThat(zone.complete()).containsExactly("2021-01-31-02", "2022-11-05-01");
    assertThat(zone.current()).contains("2022-11-05-01");
    assertThat(removed.takenAway()).containsExactly("2021-01-31-01");
    assertThat(names("queries"))
        .containsExactly("2021-01-31-02", "2022-11-05-01", "_removed-2021-01-31-01");

    removed.delete();

    assertThat(removed.takenAway()).isEmpty();
    assertThat(names("queries")).containsExactly("2021-01-31-02", "2022-11-05-01");
    assertThat(names("published"))
        .containsExactly(
            "2021-01-31-02", "2022-11-05-01", "current", "current.json", "removed.json");
  }

  @Test
  void whatIsRememberedOfOneIsReadBackAndAddedTo() throws IOException {
    assertThat(removed.named()).isEmpty();
    removed.takeAway(List.of(FIRST));
    removed.takeAway(List.of(SECOND));
    assertThat(removed.named().values()).containsExactly(FIRST, SECOND);
  }

  /** The lists had not gone yet, or the publication itself: the next night goes on. */
  @Test
  void aRemovalThatStoppedInTheMiddleIsFinishedByTheNext() throws IOException {
    Files.move(
        folder.resolve("published/2021-01-31-01"),
        folder.resolve("published/_removed-2021-01-31-01"));
    assertThat(removed.takenAway()).containsExactly("2021-01-31-01");

    removed.takeAway(List.of(FIRST, SECOND));
    removed.delete();

    assertThat(zone.complete()).containsExactly("2022-11-05-01");
    assertThat(names("queries")).containsExactly("2022-11-05-01");
    removed.takeAway(List.of(FIRST));
    assertThat(removed.takenAway()).isEmpty();
  }

  private List<String> names(String zoneName) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(zoneName))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
