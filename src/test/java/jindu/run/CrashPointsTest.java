package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.lake.Faults;
import jindu.lake.Faults.Kind;
import jindu.lake.Faults.Operation;
import jindu.lake.Faults.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night that goes wrong at any step of the disk: readers see a complete publication, and the next
 * night leaves what an undisturbed one leaves.
 *
 * <p>{@code mvn test -Dtest=CrashPointsTest -Djindu.crash=all} tries every step, {@code
 * -Djindu.crash=300} so many, one at least of each stage, operation and kind of path. What was
 * tried stands in {@code target/crash-points.txt}; it is not tried again.
 */
@ExtendWith(FewRows.class)
class CrashPointsTest {

  /** A build tries so many, in the second night alone. */
  private static final String SAMPLE = "2";

  /** Stands between a point and what was found there. */
  private static final String FOUND = " -> ";

  private static final Path TRIED = Path.of("target", "crash-points.txt");

  @TempDir private Path folder;

  private final Map<String, CrashLake> lakes = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> undisturbed = new TreeMap<>();

  @AfterEach
  void mend() {
    Faults.none();
  }

  @Test
  void theNextNightNeedsNobody() throws Exception {
    boolean resumes = System.getProperty("jindu.crash") != null;
    if (resumes) {
      lakes.put("first", CrashLake.fresh(folder.resolve("first")));
    }
    lakes.put("second", CrashLake.corrected(folder.resolve("second")));
    List<Point> points = chosen(System.getProperty("jindu.crash", SAMPLE));
    restoresItsBackup();
    Set<String> tried = new HashSet<>();
    if (resumes && Files.exists(TRIED)) {
      try (Stream<String> lines = Files.lines(TRIED)) {
        lines.forEach(line -> tried.add(line.split(FOUND, 2)[0]));
      }
    }
    List<String> wrong = new ArrayList<>();
    for (Point point : points) {
      if (!tried.contains(point.toString())) {
        long begun = System.nanoTime();
        String found = tried(point);
        found += ", " + (System.nanoTime() - begun) / 1_000_000 + " ms";
        if (resumes) {
          Files.writeString(
              TRIED,
              point + FOUND + found + "\n",
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
        }
        if (!found.startsWith("as undisturbed")) {
          wrong.add(point + ": " + found);
        }
      }
    }
    assertThat(wrong).as("of %d points", points.size()).isEmpty();
  }

  /** As docs/operate.md says it: all folders but inbox and reference, then a night. */
  private void restoresItsBackup() throws Exception {
    CrashLake lake = lakes.get("second").copy(folder.resolve("restored"));
    lake.restore(lakes.get("second-whole"));
    lake.restore(lakes.get("second"));
    lake.forget();
    lake.night();
    assertThat(lake.state()).isEqualTo(undisturbed.get("second"));
  }

  /**
   * A step that goes wrong.
   *
   * @param lake before which night
   */
  private record Point(String lake, Step step, Kind kind) {
    @Override
    public String toString() {
      return "%s night, step %d, %s: %s of %s %s"
          .formatted(
              lake,
              step.number(),
              step.stage().isEmpty() ? "start" : step.stage(),
              kind,
              step.operation(),
              step.kind());
    }
  }

  private List<Point> chosen(String asked) throws Exception {
    List<Point> all = new ArrayList<>();
    for (Map.Entry<String, CrashLake> lake : new LinkedHashMap<>(lakes).entrySet()) {
      CrashLake whole = lake.getValue().copy(folder.resolve(lake.getKey() + "-whole"));
      Faults faults = Faults.count(whole.folder());
      whole.night(faults);
      Faults.none();
      lakes.put(lake.getKey() + "-whole", whole);
      undisturbed.put(lake.getKey(), whole.state());
      for (Step step : faults.steps()) {
        all.add(new Point(lake.getKey(), step, Kind.FAIL));
        all.add(
            new Point(
                lake.getKey(), step, step.operation() == Operation.WRITE ? Kind.TEAR : Kind.DIE));
      }
    }
    if (asked.equals("all")) {
      return all;
    }
    return spread(all, Integer.parseInt(asked));
  }

  /** One of each stage, operation and kind of path first, then evenly among the others. */
  private static List<Point> spread(List<Point> all, int many) {
    Map<List<Object>, Point> first = new LinkedHashMap<>();
    for (Point point : all) {
      first.putIfAbsent(
          List.of(point.step().stage(), point.step().operation(), point.step().kind()), point);
    }
    List<Point> chosen = new ArrayList<>(evenly(List.copyOf(first.values()), many));
    List<Point> others = new ArrayList<>(all);
    others.removeAll(chosen);
    chosen.addAll(evenly(others, many - chosen.size()));
    return chosen;
  }

  private static List<Point> evenly(List<Point> points, int many) {
    if (many >= points.size()) {
      return points;
    }
    List<Point> chosen = new ArrayList<>();
    for (int number = 0; number < many; number++) {
      chosen.add(points.get((int) ((number + 0.5) * points.size() / many)));
    }
    return chosen;
  }

  private String tried(Point point) throws Exception {
    Path here = Files.createTempDirectory(folder, "point");
    CrashLake lake = lakes.get(point.lake()).copy(here.resolve("lake"));
    Faults faults = Faults.at(point.step().number(), point.kind(), lake.folder());
    String how = "went on";
    try {
      lake.night(faults);
    } catch (Exception stopped) {
      how = stopped.getClass().getSimpleName();
    }
    Faults.none();
    lake.forget();
    List<String> halves = lake.wrongInForce();
    if (!halves.isEmpty()) {
      return "readers saw " + halves;
    }
    try {
      NightResult next = lake.night();
      how += ", then " + next.outcome();
    } catch (Exception stuck) {
      return how + ", then the next night stopped: " + stuck;
    }
    Map<String, String> state = lake.state();
    String difference = difference(undisturbed.get(point.lake()), state);
    return (difference.isEmpty() ? "as undisturbed" : "not as undisturbed: " + difference)
        + " ("
        + how
        + (faults.reached() ? ")" : ", not reached)");
  }

  private static String difference(Map<String, String> expected, Map<String, String> found) {
    Map<String, String> different = new TreeMap<>();
    Set<String> names = new HashSet<>(expected.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      if (!String.valueOf(expected.get(name)).equals(found.get(name))) {
        different.put(name, expected.get(name) + " became " + found.get(name));
      }
    }
    return different.isEmpty() ? "" : different.toString();
  }
}
