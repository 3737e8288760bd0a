package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import jindu.TestSession;
import jindu.table.CellTable;
import jindu.table.LedgerTable;
import jindu.table.ObservationTable;
import jindu.table.PlanProgressTable;
import jindu.table.QuarantineTable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Incremental equals full (issue 4, point 6): after any nights the stored tables are those that a
 * rebuild from the returns makes, and what was published on an earlier day is what a rebuild as of
 * that day would publish. Random histories, each from a seed that a failure shows; one a build,
 * because a history is minutes of nights: {@code -Djindu.seeds=1,2,3} tries others.
 */
class IncrementalLawTest {

  /**
   * Due days pass between the first two, none between the next, a quarter begins before the last.
   */
  private static final List<LocalDate> NIGHTS =
      List.of(
          LocalDate.of(2020, 4, 15),
          LocalDate.of(2020, 5, 2),
          LocalDate.of(2020, 5, 4),
          LocalDate.of(2020, 7, 25));

  @TempDir private Path folder;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void afterAnyNightsTheTablesAreThoseOfARebuild(long seed) throws Exception {
    RandomDeliveries deliveries = new RandomDeliveries(seed);
    SmallLake lake = SmallLake.in(folder);
    Map<String, LocalDate> published = new TreeMap<>();
    for (LocalDate day : NIGHTS) {
      boolean isFirst = day.equals(NIGHTS.get(0));
      if (isFirst) {
        deliver(lake, List.of(RandomDeliveries.register(day)));
      }
      deliver(lake, deliveries.receivedOn(day, isFirst ? 12 : 3));
      NightResult night = night(lake, day);
      if (night.outcome() == NightResult.Outcome.PUBLISHED) {
        published.put(night.publication(), day);
      }
    }

    RebuildResult rebuilt = rebuild(lake, Optional.empty());

    assertThat(rebuilt.tables())
        .extracting(TableDifference::table)
        .contains("observations", "quarantine", "indicators", "progress");
    assertThat(rebuilt.tables())
        .allSatisfy(table -> assertThat(table.isNone()).as("%s", table).isTrue());
    assertThat(lake.rows(ObservationTable.DEFINITION).count()).isPositive();
    assertThat(lake.rows(QuarantineTable.DEFINITION).count()).isPositive();
    assertThat(lake.rows(CellTable.DEFINITION).count()).isPositive();
    assertThat(lake.rows(PlanProgressTable.UNPROTECTED).count()).isPositive();
    // The law must not hold only because every night computed everything.
    assertThat(
            lake.entries(Ledger.SLICE)
                .where(col(LedgerTable.NAME).notEqual("*"))
                .select(LedgerTable.BATCH_ID)
                .distinct()
                .count())
        .isEqualTo(NIGHTS.size() - 1);

    Map.Entry<String, LocalDate> earlier =
        published.entrySet().stream()
            .filter(made -> made.getValue().isBefore(NIGHTS.get(NIGHTS.size() - 1)))
            .reduce((before, after) -> after)
            .orElseThrow();
    RebuildResult then = rebuild(lake, Optional.of(earlier.getValue()));

    assertThat(then.publication()).isEqualTo(earlier.getKey());
    assertThat(then.tables())
        .allSatisfy(table -> assertThat(table.isNone()).as("%s", table).isTrue());
  }

  static LongStream seeds() {
    return Arrays.stream(System.getProperty("jindu.seeds", "3").split(",", -1))
        .mapToLong(Long::parseLong);
  }

  private static void deliver(SmallLake lake, List<RandomDeliveries.File> files) throws Exception {
    for (RandomDeliveries.File file : files) {
      lake.deliver(file.path(), file.text());
    }
  }

  private static NightResult night(SmallLake lake, LocalDate day) throws Exception {
    TestSession.get();
    return Nightly.run(
        lake.folder().toString(),
        null,
        lake.catalog(),
        Optional.of(day),
        SampleLake.CLOCK,
        Progress.SILENT);
  }

  private static RebuildResult rebuild(SmallLake lake, Optional<LocalDate> day) throws Exception {
    return Rebuild.run(
        lake.folder().toString(), null, day, false, SampleLake.CLOCK, Progress.SILENT);
  }
}
