package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jindu.lake.Lake;
import jindu.lake.PublishedZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publications follow one another while another process reads whichever is in force. */
class SwitchWhileReadTest {

  private static final int PUBLICATIONS = 50;

  @TempDir private Path folder;

  private DuckDb duck;
  private PublishedZone zone;
  private Path published;
  private Path own;

  @BeforeEach
  void openTheZone() throws Exception {
    SampleLake.copyReference(folder.resolve("lake"));
    published = folder.resolve("lake").resolve("published");
    own = Files.createDirectory(folder.resolve("reader"));
    zone = new PublishedZone(Lake.open(folder.resolve("lake").toString()));
    duck = DuckDb.open();
  }

  @AfterEach
  void close() throws SQLException {
    duck.close();
  }

  @Test
  void aReaderNeverSeesHalfAPublicationNorNone() throws Exception {
    publish(0);
    Process reader = reader();
    try {
      for (int number = 1; number <= PUBLICATIONS; number++) {
        publish(number);
        // So that the two really run side by side: five times the reader has to have come along.
        awaitRead(number % 10 == 0 ? number / 10 + 1 : 1, reader);
      }
      Files.createFile(own.resolve(ReadingProgram.STOP));
      assertThat(reader.waitFor(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      reader.destroyForcibly();
    }
    assertThat(own.resolve("output")).hasContent("");
    assertThat(reader.exitValue()).isZero();
    assertThat(zone.complete()).hasSize(PUBLICATIONS + 1);
    assertThat(zone.complete()).containsAll(read());
  }

  /** Waits until so many publications were read, or the reader has found something wrong. */
  private void awaitRead(int publications, Process reader) throws Exception {
    while (read().size() < publications && reader.isAlive()) {
      reader.waitFor(5, TimeUnit.MILLISECONDS);
    }
    assertThat(reader.isAlive()).as(Files.readString(own.resolve("output"))).isTrue();
  }

  private Set<String> read() throws IOException {
    Path read = own.resolve(ReadingProgram.READ);
    return new HashSet<>(Files.exists(read) ? Files.readAllLines(read) : List.of());
  }

  private void publish(int number) throws Exception {
    String publication = "2021-01-20-%02d".formatted(number);
    Path building = Path.of(zone.building(publication).toUri().getPath());
    Files.createDirectories(building.resolve("table"));
    for (String file : List.of("2020", "2021")) {
      duck.run(
          "COPY (SELECT '%s' AS id) TO '%s' (FORMAT parquet)"
              .formatted(publication, building.resolve("table").resolve(file + ".parquet")));
    }
    Files.writeString(building.resolve(PublishedZone.MANIFEST), "{}");
    zone.putInForce(publication);
  }

  private Process reader() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ReadingProgram.class.getName(),
            published.toString(),
            own.toString())
        .redirectErrorStream(true)
        .redirectOutput(own.resolve("output").toFile())
        .start();
  }
}
