package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jindu.TestSession;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.lake.LakeLock;
import jindu.lake.PublishedZone;
import jindu.lake.RemovedPublications;
import jindu.table.LedgerTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publications of one file each stand in for whole ones: a switch never looks into them. */
class SwitchBackTest {

  private static final String FIRST = "2021-01-20-01";
  private static final String SECOND = "2021-02-20-01";

  @TempDir private Path folder;

  private PublishedZone zone;

  @BeforeEach
  void publishTwice() throws Exception {
    SampleLake.copyReference(folder);
    Lake lake = Lake.open(folder.toString());
    LocalDate asOf = LocalDate.of(2021, 2, 20);
    new Ledger(TestSession.get(), new DeltaTables(TestSession.get(), lake), SampleLake.CLOCK)
        .record(
            new Ledger.Batch(1, asOf),
            List.of(LedgerEntry.batch(Ledger.STARTED, asOf, null, null)));
    zone = new MadePublications(folder).make(FIRST).make(SECOND).zone();
  }

  @Test
  void anEarlierPublicationIsInForceAgainAndTheLedgerSaysWhy() throws Exception {
    assertThat(back(FIRST)).isEqualTo(SECOND);
    assertThat(zone.current()).contains(FIRST);
    assertThat(Files.readString(published("current").resolve("table/all.parquet")))
        .isEqualTo(FIRST);
    List<Row> switches = switches();
    assertThat(switches)
        .extracting(row -> row.getAs(LedgerTable.STATE))
        .containsExactlyInAnyOrder(Ledger.STARTED, Ledger.DONE);
    assertThat(switches)
        .allSatisfy(row -> assertThat(row.<String>getAs(LedgerTable.NAME)).isEqualTo(FIRST))
        .allSatisfy(row -> assertThat(row.<String>getAs(LedgerTable.DETAIL)).isEqualTo("报表有误"));
  }

  @Test
  void whatIsInForceStaysAndNothingIsRecorded() throws Exception {
    assertThat(back(SECOND)).isEqualTo(SECOND);
    assertThat(zone.current()).contains(SECOND);
    assertThat(switches()).isEmpty();
  }

  @Test
  void whatWasNeverPublishedIsRefusedWithWhatThereIs() throws Exception {
    assertThatThrownBy(() -> back("2020-12-31-01"))
        .isInstanceOfSatisfying(
            RunException.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(RunException.Kind.NO_PUBLICATION);
              assertThat(refused.arguments())
                  .containsExactly("2020-12-31-01", FIRST + ", " + SECOND);
            });
    assertThat(zone.current()).contains(SECOND);
  }

  @Test
  void whatWasRemovedIsRefusedAsThat() throws Exception {
    new RemovedPublications(Lake.open(folder.toString()))
        .takeAway(
            List.of(
                new RemovedPublications.Removed(
                    FIRST, LocalDate.of(2021, 1, 20), Optional.empty(), LocalDate.of(2022, 3, 1))));
    assertThatThrownBy(() -> back(FIRST))
        .isInstanceOfSatisfying(
            RunException.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(RunException.Kind.REMOVED_PUBLICATION);
              assertThat(refused.arguments()).containsExactly(FIRST, "2022-03-01", SECOND);
            });
    assertThat(zone.current()).contains(SECOND);
  }

  /** The id comes from the command line; a path is none. */
  @Test
  void theLinkAndAPathAreNoPublications() {
    for (String id : List.of("current", "../published/" + FIRST, FIRST + "/.", "")) {
      assertThatThrownBy(() -> back(id))
          .isInstanceOfSatisfying(
              RunException.class,
              refused -> assertThat(refused.kind()).isEqualTo(RunException.Kind.NO_PUBLICATION));
    }
  }

  @Test
  void aDamagedPublicationIsRefusedAndItsFilesNamed() throws Exception {
    Files.writeString(published(FIRST).resolve("table/all.parquet"), "altered");
    assertThatThrownBy(() -> back(FIRST))
        .isInstanceOfSatisfying(
            RunException.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(RunException.Kind.DAMAGED_PUBLICATION);
              assertThat(refused.arguments()).containsExactly(FIRST, "table/all.parquet");
            });
    Files.delete(published(FIRST).resolve("table/all.parquet"));
    assertThatThrownBy(() -> back(FIRST)).isInstanceOf(RunException.class);
    assertThat(zone.current()).contains(SECOND);
    assertThat(switches()).isEmpty();
  }

  @Test
  void aLakeThatIsHeldIsLeftAlone() throws Exception {
    try (LakeLock held = Lake.open(folder.toString()).take(Instant.EPOCH).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> back(FIRST))
          .isInstanceOfSatisfying(
              RunException.class,
              refused -> assertThat(refused.kind()).isEqualTo(RunException.Kind.HELD));
    }
    assertThat(zone.current()).contains(SECOND);
  }

  private String back(String publication) throws Exception {
    return SwitchBack.run(folder.toString(), null, publication, "报表有误", SampleLake.CLOCK);
  }

  private List<Row> switches() throws IOException {
    return SampleLake.table(folder, LedgerTable.DEFINITION)
        .where(col(LedgerTable.ENTRY).equalTo(Ledger.SWITCH))
        .collectAsList();
  }

  private Path published(String name) {
    return folder.resolve("published").resolve(name);
  }
}
