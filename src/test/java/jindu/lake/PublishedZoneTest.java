package jindu.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedZoneTest {

  @TempDir private Path folder;

  private PublishedZone zone;

  @BeforeEach
  void openTheZone() throws IOException {
    zone = new PublishedZone(Lake.open(folder.toString()));
  }

  @Test
  void nothingIsInForceBeforeTheFirstPublication() throws IOException {
    assertThat(zone.current()).isEmpty();
    zone.building("2021-01-31-01");
    assertThat(zone.current()).isEmpty();
  }

  @Test
  void pointerAndLinkNameTheLatestPublication() throws IOException {
    publish("2021-01-31-01", "first");
    publish("2021-02-28-01", "second");

    assertThat(zone.current()).contains("2021-02-28-01");
    Path current = folder.resolve("published").resolve("current");
    assertThat(Files.isSymbolicLink(current)).isTrue();
    assertThat(Files.readString(current.resolve(PublishedZone.MANIFEST))).isEqualTo("second");
    assertThat(zone.manifest("2021-01-31-01")).isEqualTo("first");
  }

  /** As a batch leaves it that died between the pointer and the link. */
  @Test
  void aLinkThatWasLeftBehindIsMended() throws IOException {
    publish("2021-01-31-01", "first");
    publish("2021-02-28-01", "second");
    Path current = folder.resolve("published").resolve("current");
    Files.delete(current);
    Files.createSymbolicLink(current, Path.of("2021-01-31-01"));
    Files.createSymbolicLink(current.resolveSibling("_current"), Path.of("2021-02-28-01"));

    zone.mendLink();

    assertThat(Files.readSymbolicLink(current)).hasToString("2021-02-28-01");
    assertThat(current.resolveSibling("_current")).doesNotExist();
    Files.delete(current);
    zone.mendLink();
    assertThat(Files.readSymbolicLink(current)).hasToString("2021-02-28-01");
  }

  @Test
  void aFolderWithoutManifestIsNotPutInForce() throws IOException {
    publish("2021-01-31-01", "first");
    zone.building("2021-02-28-01");

    assertThatThrownBy(() -> zone.putInForce("2021-02-28-01"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("publication.json is missing");
    assertThat(zone.current()).contains("2021-01-31-01");
  }

  @Test
  void whatAnEarlierAttemptBuiltIsGone() throws IOException {
    Path building = Path.of(zone.building("2021-01-31-01").toUri().getPath());
    Files.writeString(building.resolve("half.parquet"), "half");

    zone.building("2021-01-31-01");

    assertThat(building).isEmptyDirectory();
  }

  @Test
  void internalZonesAreForTheirOwnerOnly() throws IOException {
    for (String zoneName : new String[] {"inbox", "returns", "ledger", "indicators"}) {
      assertThat(Files.getPosixFilePermissions(folder.resolve(zoneName)))
          .as(zoneName)
          .containsExactlyInAnyOrderElementsOf(
              java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void publish(String publication, String manifest) throws IOException {
    Path building = Path.of(zone.building(publication).toUri().getPath());
    Files.writeString(building.resolve(PublishedZone.MANIFEST), manifest);
    zone.putInForce(publication);
  }
}
