package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.OperatingSystemMXBean;
import io.delta.tables.DeltaTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.TestSession;
import jindu.lake.DeltaTables;
import jindu.lake.Faults;
import jindu.lake.Lake;
import jindu.table.CellTable;
import jindu.table.ObservationTable;
import jindu.table.ReturnTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import scala.Console;

/**
 * A lake that is maintained holds the same rows in fewer files, and after however many nights no
 * more of them.
 *
 * <p>{@code mvn test -Dtest=MaintenanceTest -Djindu.nights=300} runs so many nights; each of them
 * is a line of {@code target/nights.csv}.
 */
@ExtendWith(FewRows.class)
class MaintenanceTest {

  /** Nights of a build. */
  private static final int SAMPLE = 1;

  /** So many times it was maintained when the lake holds all that it ever holds at once. */
  private static final int FULL = 5;

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
    List<String> curve =
        new ArrayList<>(List.of("night,milliseconds,processor_milliseconds,files,log_files,bytes"));
    List<Long> kept = new ArrayList<>();
    for (int night = 1; night <= nights; night++) {
      long begun = System.nanoTime();
      long used = processor();
      lake.night();
      curve.add(
          "%d,%d,%d,%d,%d,%d"
              .formatted(
                  night,
                  Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                  Duration.ofNanos(processor() - used).toMillis(),
                  stored().size(),
                  logs().size(),
                  bytes()));
      Files.write(Path.of("target", "nights.csv"), curve);
      if (night % apart == 0) {
        Map<String, String> before = lake.state();
        maintain(lake);
        assertThat(lake.state()).isEqualTo(before);
        assertThat(plan(lake).isEmpty()).isTrue();
        assertThat(parquet("returns")).hasSize(1);
        assertThat(parquet("ledger")).as("one, and what was told of it").hasSizeBetween(1, 2);
        kept.add((long) stored().size());
      }
      aDayLater();
      lake.deliver(FIRST.plusDays(night).toString(), 5 + night);
    }
    // Thirty days of logs are kept, and publications of twenty: after fifty nights no more comes.
    if (kept.size() > FULL) {
      assertThat(kept.get(kept.size() - 1))
          .isLessThanOrEqualTo(Collections.max(kept.subList(0, FULL)));
    }
  }

  /** Nanoseconds of processor of this process: what else the machine does is not in it. */
  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** A second time, nothing is left to do, and nothing is done. */
  @Test
  void anIdleLakeStaysAsItIs() throws Exception {
    CrashLake lake = CrashLake.fresh(folder);
    lake.night();
    maintain(lake);
    Map<String, Long> told = versions();
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    MaintenanceResult result;
    try {
      result = Console.withOut(System.out, () -> unchecked(lake));
    } finally {
      System.setOut(out);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).as("results only").isEmpty();
    Map<String, Long> after = versions();
    assertThat(after.remove("ledger"))
        .as("what the first time told")
        .isGreaterThan(told.remove("ledger"));
    assertThat(after).isEqualTo(told);
    assertThat(result.foreign()).isEmpty();
    assertThat(result.tables())
        .hasSizeGreaterThan(7)
        .filteredOn(table -> !table.name().equals("ledger"))
        .allSatisfy(
            table ->
                assertThat(table.filesAfter())
                    .as(table.name())
                    .isLessThanOrEqualTo(table.filesBefore()));
    History history = History.of(new Ledger(TestSession.get(), tables(), SampleLake.CLOCK).past());
    told.keySet().stream()
        .filter(table -> !table.equals("ledger"))
        .forEach(table -> assertThat(history.version(table)).as(table).hasValue(told.get(table)));
  }

  @Test
  void whatIsReplacedGoesWhenItsTimeIsOverAndTheNextNightKnowsTheRest() throws Exception {
    CrashLake lake = CrashLake.fresh(folder);
    lake.night();
    lake.deliver("2020-05-03", 6);
    lake.night();
    assertThat(parquet("returns")).hasSize(2);

    // In the second night a stage told the ledger something in its middle.
    assertThat(maintain(lake).foreign()).as("changed by others").isEmpty();
    assertThat(parquet("returns")).as("two replaced by one, and still there").hasSize(3);
    assertThat(
            DeltaTable.forPath(TestSession.get(), folder.resolve("returns").toString())
                .detail()
                .select("properties")
                .head()
                .getMap(0)
                .toString())
        .contains("delta.deletedFileRetentionDuration -> interval 7 days");
    lake.deliver("2020-05-04", 7);
    assertThat(plan(lake).everything()).as("why all is computed").isEmpty();
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
    tables().maintenance(ReturnTable.DEFINITION).compact();
    long before = tables().version(CellTable.DEFINITION).getAsLong();
    tables().maintenance(CellTable.DEFINITION).keep(3);
    assertThat(tables().version(CellTable.DEFINITION)).as("a commit").hasValue(before + 1);
    assertThat(plan(lake).isEmpty()).isTrue();
    lake.deliver("2020-05-04", 7);
    assertThat(plan(lake).everything()).isEmpty();

    Faults faults = Faults.within("aggregate", Faults.Kind.DIE, lake.folder());
    assertThatThrownBy(() -> lake.night(faults)).hasStackTraceContaining("Made to fail");
    Faults.none();
    lake.forget();
    assertThatThrownBy(() -> maintain(lake))
        .isInstanceOfSatisfying(
            RunException.class,
            refused -> assertThat(refused.kind()).isEqualTo(RunException.Kind.UNFINISHED));
  }

  @Test
  void whatOthersChangedIsLeftAloneAndTheNextNightMendsIt(@TempDir Path other) throws Exception {
    CrashLake lake = CrashLake.fresh(folder);
    lake.changeReference("retention.yaml", "files_days: 7", "files_days: 0");
    lake.night();
    CrashLake twin = lake.copy(other.resolve("twin"));
    DeltaTables tables = tables();
    tables.replace(
        ObservationTable.DEFINITION, tables.read(ObservationTable.DEFINITION).limit(1), "somebody");
    MaintenanceResult result = maintain(lake);
    assertThat(result.foreign()).containsExactly("observations");
    lake.deliver("2020-05-03", 6);
    assertThat(plan(lake).everything()).contains("the stored tables are not relied on");
    lake.night();
    twin.deliver("2020-05-03", 6);
    twin.night();
    Map<String, String> mended = lake.state();
    assertThat(mended.get("observations")).isEqualTo(twin.state().get("observations"));
    assertThat(mended.get("indicators")).isEqualTo(twin.state().get("indicators"));
  }

  private MaintenanceResult unchecked(CrashLake lake) {
    try {
      return maintain(lake);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private DeltaTables tables() throws IOException {
    return new DeltaTables(TestSession.get(), Lake.toRead(folder.toString()));
  }

  /** The version of each table that is there. */
  private Map<String, Long> versions() throws IOException {
    Map<String, Long> versions = new TreeMap<>();
    try (Stream<Path> zones = Files.list(folder)) {
      for (Path zone : zones.filter(each -> Files.exists(each.resolve("_delta_log"))).toList()) {
        String table = zone.getFileName().toString();
        versions.put(table, tables().version(table).getAsLong());
      }
    }
    return versions;
  }

  private MaintenanceResult maintain(CrashLake lake) throws Exception {
    return Maintenance.run(folder.toString(), null, lake.catalog().retention(), SampleLake.CLOCK);
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
