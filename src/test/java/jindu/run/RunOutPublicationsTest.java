package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.catalog.CatalogException;
import jindu.lake.RemovedPublications;
import jindu.table.LedgerTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night removes the publications whose time has run out, and tells of each. */
class RunOutPublicationsTest {

  private static final String RETENTION =
      "publication_days: 400\nolder_publications: last_of_month\n";

  @TempDir private Path folder;

  private MadePublications made;

  @BeforeEach
  void publish() throws Exception {
    SampleLake.copyReference(folder);
    Files.writeString(folder.resolve("reference/retention.yaml"), RETENTION);
    made =
        new MadePublications(folder)
            .make("2020-12-31-01")
            .make("2021-01-20-01")
            .make("2021-01-31-01")
            .make("2021-02-01-01");
  }

  @Test
  void afterTheSwitchWhatHasRunOutIsTakenAwayToldAndDeletedByTheNextNightAtTheLatest()
      throws Exception {
    Night night = night("2022-04-01");
    PublishStage stage = stage(night, Map.of("2022-04-01-01", night.asOf()));

    List<LedgerEntry> told = stage.run(EmptyTables.ofANight()).entries();

    assertThat(stage.removed()).containsExactly("2021-01-20-01");
    assertThat(told)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.name()).isEqualTo("2021-01-20-01");
              assertThat(entry.values().get(LedgerTable.ENTRY)).isEqualTo(Ledger.REMOVAL);
              assertThat(entry.values().get(LedgerTable.DETAIL))
                  .isEqualTo("retention.yaml: 400 days, then last_of_month; as of 2022-04-01");
            });
    // The number 01 of the day was given once, to one that is not there: it is not given again.
    assertThat(made.zone().current()).contains("2022-04-01-02");
    assertThat(made.zone().manifest("2022-04-01-02")).contains("\"follows\" : \"2021-02-01-01\"");
    assertThat(made.zone().complete())
        .containsExactly("2020-12-31-01", "2021-01-31-01", "2021-02-01-01", "2022-04-01-02");
    assertThat(queries())
        .containsExactly(
            "2020-12-31-01",
            "2021-01-31-01",
            "2021-02-01-01",
            "2022-04-01-02",
            "_removed-2021-01-20-01");

    // The batch died before it could say so: the next one says it, though it changes no row.
    Files.writeString(
        folder.resolve("reference/retention.yaml"), RETENTION.replace("last_of_month", "none"));
    Night next = night("2022-04-02");
    PublishStage second = stage(next, Map.of());
    second.run(EmptyTables.ofANight());
    assertThat(second.made()).contains("2022-04-01-02");
    assertThat(second.removed())
        .containsExactly("2020-12-31-01", "2021-01-20-01", "2021-01-31-01", "2021-02-01-01");

    new RemovedPublications(next.lake()).delete();
    assertThat(queries()).containsExactly("2022-04-01-02");
    assertThat(made.zone().complete()).containsExactly("2022-04-01-02");
  }

  @Test
  void whatIsInForceAndWhatWasUntilTonightStayHoweverOld() throws Exception {
    Files.writeString(
        folder.resolve("reference/retention.yaml"),
        "publication_days: 1\nolder_publications: none\n");
    made.zone().switchTo("2021-01-20-01");
    PublishStage stage = stage(night("2022-04-01"), Map.of());

    stage.run(EmptyTables.ofANight());

    assertThat(stage.removed()).containsExactly("2020-12-31-01", "2021-01-31-01", "2021-02-01-01");
    assertThat(made.zone().complete()).containsExactly("2021-01-20-01", "2022-04-01-01");
  }

  private Night night(String asOf) throws IOException, CatalogException {
    return UnstartedNight.of(folder, folder.resolve("reference"), LocalDate.parse(asOf));
  }

  private static PublishStage stage(Night night, Map<String, LocalDate> publications) {
    return new PublishStage(
        night,
        new History(
            new TreeMap<>(),
            Map.of(),
            Map.of(),
            publications,
            Map.of(),
            Map.of(),
            new TreeMap<>()));
  }

  private List<String> queries() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("queries"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
