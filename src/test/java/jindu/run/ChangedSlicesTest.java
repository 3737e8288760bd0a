package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.TestSession;
import jindu.table.LedgerTable;
import jindu.table.ObservationTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a night computes, by what changed: no due day passes between these nights. */
class ChangedSlicesTest {

  /** Measured. What adds to a night says by how many. */
  private static final int JOBS_OF_ALL = 112;

  private static final int JOBS_OF_ONE = 122;

  /** Of all five to compute, three to say who answered, two of what is asked. */
  private static final int SCANS_OF_ALL = 10;

  /**
   * Of one form one to compare, two to compute, three to say who answered, two of what is asked.
   */
  private static final int SCANS_OF_ONE = 8;

  @TempDir private Path folder;

  /** What a night costs is counted as it runs outside tests. */
  @BeforeAll
  static void asOutsideTests() {
    TestSession.generatesCode(true);
  }

  @AfterAll
  static void asBefore() {
    TestSession.generatesCode(false);
  }

  @Test
  void onlyWhatChangedIsJudgedComputedAndWritten() throws Exception {
    SmallLake lake = SmallLake.in(folder, Set.of("B204-1", "CZ-1", "MLK"), Set.of());
    lake.deliver("MLK/2020-05-02/register.csv", SmallLake.REGISTER + SmallLake.entry(1));
    lake.deliver("B204-1/2020-05-02/a.csv", SmallLake.INDUSTRY + SmallLake.industry(1));
    lake.deliver("CZ-1/2020-05-02/a.csv", budget("5", "7"));
    NightCounts all = new NightCounts();
    NightResult first = all.of(progress -> lake.night(progress));
    assertThat(slices(lake, first)).containsExactly(Map.entry("*", "first night"));
    Map<String, Long> industry = files("observations/form=B204-1");
    Map<String, Long> register = files("observations/form=MLK");
    Map<String, Long> budget = files("observations/form=CZ-1");
    assertThat(budget).hasSize(1);

    // One value up, as many rows as before.
    lake.deliver("CZ-1/2020-05-03/a.csv", budget("6", "7"));
    NightCounts one = new NightCounts();
    NightResult revision = one.of(progress -> lake.night(progress));

    assertThat(revision.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(slices(lake, revision))
        .containsExactly(
            Map.entry("CZ-1/2020", "returns"),
            Map.entry("budget_revenue/2020", "CZ-1/2020"),
            Map.entry("tax_revenue/2020", "CZ-1/2020"),
            Map.entry("tax_share/2020", "CZ-1/2020"));
    assertThat(files("observations/form=B204-1")).isEqualTo(industry);
    assertThat(files("observations/form=MLK")).isEqualTo(register);
    assertThat(files("observations/form=CZ-1")).isNotEqualTo(budget);

    // The same values again, by another path and on another day.
    Map<String, Long> cells = files("indicators");
    lake.deliver("CZ-1/2020-05-04/again.csv", budget("6", "7"));
    NightResult repeat = lake.night();

    assertThat(repeat.outcome()).isEqualTo(NightResult.Outcome.NOTHING_CHANGED);
    assertThat(repeat.publication()).isEqualTo(revision.publication());
    assertThat(repeat.files())
        .singleElement()
        .satisfies(file -> assertThat(file.unchanged()).isEqualTo(file.rowsRead()));
    assertThat(slices(lake, repeat)).isEmpty();
    assertThat(tablesWritten(lake, repeat)).isEmpty();
    assertThat(files("indicators")).isEqualTo(cells);
    assertCosts(all, JOBS_OF_ALL, SCANS_OF_ALL);
    assertCosts(one, JOBS_OF_ONE, SCANS_OF_ONE);
  }

  private static void assertCosts(NightCounts night, int jobs, int scansOfObservations) {
    assertThat(night.jobs()).as("%s", night).isBetween(1, jobs);
    assertThat(night.scansOf(ObservationTable.DEFINITION))
        .as("%s", night)
        .isBetween(1, scansOfObservations);
  }

  private static String budget(String one, String other) {
    return SmallLake.BUDGET
        + "2020-03,410311002,增值税,%s\n2020-03,410311004,契税,%s\n".formatted(one, other);
  }

  private static Map<String, String> slices(SmallLake lake, NightResult night) {
    Map<String, String> slices = new TreeMap<>();
    lake.entries(Ledger.SLICE)
        .where(col(LedgerTable.BATCH_ID).equalTo(night.batch()))
        .collectAsList()
        .forEach(row -> slices.put(row.getAs(LedgerTable.NAME), row.getAs(LedgerTable.DETAIL)));
    return slices;
  }

  private static List<String> tablesWritten(SmallLake lake, NightResult night) {
    return lake
        .entries(Ledger.TABLE)
        .where(col(LedgerTable.BATCH_ID).equalTo(night.batch()))
        .where(not(col(LedgerTable.NAME).isin("progress", "weak_units")))
        .collectAsList()
        .stream()
        .map(row -> row.<String>getAs(LedgerTable.NAME))
        .toList();
  }

  /** The data files below a zone that the table's readers see or saw, with their sizes. */
  private Map<String, Long> files(String zone) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve(zone))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
        sizes.put(file.toString(), Files.size(file));
      }
    }
    return sizes;
  }
}
