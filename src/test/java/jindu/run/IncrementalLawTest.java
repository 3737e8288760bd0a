package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import jindu.table.CellTable;
import jindu.table.ContributionTable;
import jindu.table.LedgerTable;
import jindu.table.ObservationTable;
import jindu.table.PlanProgressTable;
import jindu.table.QuarantineTable;
import jindu.table.TableDefinition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Incremental equals full: after any nights the stored tables are those that a rebuild from the
 * returns makes, what was published on an earlier day is what a rebuild as of that day would
 * publish, and what the nights said of their revisions adds up to what there is. Random histories,
 * each from a seed that a failure shows; one a build, because a history is many nights: {@code
 * -Djindu.histories=20} runs twenty.
 */
@ExtendWith(FewRows.class)
class IncrementalLawTest {

  private static final List<TableDefinition> STORED =
      List.of(
          ObservationTable.DEFINITION,
          QuarantineTable.DEFINITION,
          ContributionTable.DEFINITION,
          CellTable.DEFINITION,
          PlanProgressTable.UNPROTECTED);

  @TempDir private Path folder;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void afterAnyNightsTheTablesAreThoseOfARebuild(long seed) throws Exception {
    RandomHistory history = new RandomHistory(folder, seed);
    SmallLake lake = history.lake();
    RevisionSums revisions = new RevisionSums(lake);
    for (LocalDate day : RandomHistory.NIGHTS) {
      history.next();
      revisions.assertThatTheyAddUp(day);
    }
    assertThat(revisions.causes()).hasSizeGreaterThanOrEqualTo(3);

    assertThatNothingDiffers(history.rebuild(Optional.empty()), STORED);
    STORED.forEach(table -> assertThat(lake.rows(table).count()).as(table.name()).isPositive());
    // The law must not hold only because every night computed everything.
    assertThat(
            lake.entries(Ledger.SLICE)
                .where(col(LedgerTable.NAME).notEqual("*"))
                .select(LedgerTable.BATCH_ID)
                .distinct()
                .count())
        .isGreaterThanOrEqualTo(RandomHistory.NIGHTS.size() - 2);

    LocalDate earlier = history.earlierNight();
    RebuildResult then = history.rebuild(Optional.of(earlier));
    assertThat(then.publication()).isEqualTo(history.publicationOf(earlier));
    assertThatNothingDiffers(then, List.of());
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("jindu.histories", 1));
  }

  private static void assertThatNothingDiffers(RebuildResult result, List<TableDefinition> among) {
    assertThat(result.tables())
        .extracting(TableDifference::table)
        .containsAll(among.stream().map(TableDefinition::name).toList())
        .isNotEmpty();
    assertThat(result.tables())
        .allSatisfy(table -> assertThat(table.isNone()).as("%s", table).isTrue());
  }
}
