package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jindu.TestSession;
import jindu.lake.DeltaTables;
import jindu.lake.Faults;
import jindu.lake.Lake;
import jindu.table.ReturnTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lake that is maintained holds the same rows in fewer files, and after however many nights no
 * more of them.
 *
 * <p>{@code mvn test -Dtest=MaintenanceTest -Djindu.nights=300} runs so many nights; each of them
 * is a line of {@code target/nights.csv}.
 */
@ExtendWith(FewRows.class)
class MaintenanceTest {

  /** Nights of a build, maintained once. */
  private static final int SAMPLE = 3;

  private static final LocalDate FIRST = LocalDate.of(2020, 5, 2);

  @TempDir private Path folder;

  @AfterEach
  void mend() {
    Faults.none();
  }

  @Test
  void theRowsStayAndTheFilesDoNot() throws Exception {
    int nights = Integer.getInteger("jindu.nights", SAMPLE);
    int apart = Math.min(nights, 10);
    CrashLake lake = CrashLake.fresh(folder);
    lake.changeReference("retention.yaml", "publication_days: 400", "publication_days: 20");
    lake.changeReference("retention.yaml", "publications: last_of_month", "publications: none");
    lake.changeReference("retention.yaml", "files_days: 7", "files_days: 0");
    List<String> curve = new ArrayList<>(List.of("night,milliseconds,files,log_files,bytes"));
    List<Long> kept = new ArrayList<>();
    for (int night = 1; night <= nights; night++) {
      long begun = System.nanoTime();
      lake.night();
      long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      curve.add("%d,%d,%d,%d,%d".formatted(night, took, stored().size(), logs().size(), bytes()));
      if (night % apart == 0) {
        Map<String, String> before = lake.state();
        maintain(lake);
        assertThat(lake.state()).isEqualTo(before);
        assertThat(plan(lake).isEmpty()).isTrue();
        kept.add((long) stored().size());
      }
      aDayLater();
      lake.deliver(FIRST.plusDays(night).toString(), 5 + night);
    }
    Files.write(Path.of("target", "nights.csv"), curve);
    // Thirty days of logs are kept, and publications of twenty.
    assertThat(kept.get(kept.size() - 1))
        .isLessThanOrEqualTo(Collections.max(kept.subList(0, Math.min(kept.size(), 5))));
  }

  @Test
  void whatIsReplacedGoesWhenItsTimeIsOverAndTheNextNightKnowsTheRest() throws Exception {
    CrashLake lake = CrashLake.fresh(folder);
    lake.night();
    lake.deliver("2020-05-03", 6);
    lake.night();
    assertThat(parquet("returns")).hasSize(2);

    maintain(lake);
    assertThat(parquet("returns")).as("two replaced by one, and still there").hasSize(3);
    lake.deliver("2020-05-04", 7);
    assertThat(plan(lake).everything()).as("why all is computed").isEmpty();
    lake.night();
    lake.changeReference("retention.yaml", "files_days: 7", "files_days: 0");
    lake.night();
    Path old = Files.createFile(folder.resolve("logs").resolve("2020-01-01.jsonl"));
    Path other = Files.createFile(folder.resolve("logs").resolve("notes.txt"));
    maintain(lake);
    assertThat(parquet("returns")).hasSize(1);
    assertThat(old).doesNotExist();
    assertThat(other).exists();
    assertThat(folder.resolve("logs").resolve("2021-12-01.jsonl")).exists();
    RebuildResult rebuilt =
        Rebuild.run(
            folder.toString(), null, Optional.of(FIRST), false, SampleLake.CLOCK, Progress.SILENT);
    assertThat(rebuilt.isSame()).as("the first day, from rows alone").isTrue();
  }

  @Test
  void oneThatDiedBeforeItWasToldCostsTheNextNightNothing() throws Exception {
    CrashLake lake = CrashLake.corrected(folder);
    lake.night();
    new DeltaTables(TestSession.get(), Lake.toRead(folder.toString()))
        .maintenance(ReturnTable.DEFINITION)
        .compact();
    assertThat(plan(lake).isEmpty()).isTrue();
    lake.deliver("2020-05-04", 7);
    assertThat(plan(lake).everything()).isEmpty();
    assertThat(lake.night().outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);

    lake.deliver("2020-05-05", 8);
    Faults faults = Faults.within("aggregate", Faults.Kind.DIE, lake.folder());
    assertThatThrownBy(() -> lake.night(faults)).hasStackTraceContaining("Made to fail");
    Faults.none();
    lake.forget();
    assertThatThrownBy(() -> maintain(lake))
        .isInstanceOfSatisfying(
            RunException.class,
            refused -> assertThat(refused.kind()).isEqualTo(RunException.Kind.UNFINISHED));
  }

  private void maintain(CrashLake lake) throws Exception {
    Maintenance.run(folder.toString(), null, lake.catalog().retention(), SampleLake.CLOCK);
  }

  private NightPlan plan(CrashLake lake) throws Exception {
    return NightPlan.of(
        folder.toString(), null, lake.catalog(), Optional.empty(), SampleLake.CLOCK);
  }

  /** All that a run wrote is a day older than it was. */
  private void aDayLater() throws IOException {
    for (Path file : stored()) {
      FileTime then = Files.getLastModifiedTime(file);
      Files.setLastModifiedTime(file, FileTime.from(then.toInstant().minus(Duration.ofDays(1))));
    }
  }

  private List<Path> stored() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve("inbox")))
          .filter(file -> !file.startsWith(folder.resolve("reference")))
          .toList();
    }
  }

  private List<Path> logs() throws IOException {
    return stored().stream().filter(file -> file.getParent().endsWith("_delta_log")).toList();
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (Path file : stored()) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private List<Path> parquet(String zone) throws IOException {
    return stored().stream()
        .filter(file -> file.startsWith(folder.resolve(zone)))
        .filter(file -> !file.getParent().endsWith("_delta_log"))
        .filter(file -> file.toString().endsWith(".parquet"))
        .toList();
  }
}
