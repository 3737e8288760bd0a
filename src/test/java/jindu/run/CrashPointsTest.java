package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
 * <p>{@code mvn test -Dtest=CrashPointsTest -Djindu.crash=all} tries every step, and goes on until
 * a night passes that had none left to go wrong; {@code -Djindu.crash=300} tries so many, or more
 * where that takes one of each stage, operation and kind of path, failing or dying there by turns.
 * What was tried stands in {@code target/crash-points.txt}, with the hours it took; it is not tried
 * again.
 */
@ExtendWith(FewRows.class)
class CrashPointsTest {

  /** A build tries so many, in the second night alone. */
  private static final int SAMPLE = 2;

  /** Stands between a point and what was found there. */
  private static final String FOUND = " -> ";

  private static final String UNDISTURBED = "as undisturbed";

  private static final Path TRIED = Path.of("target", "crash-points.txt");

  @TempDir private Path folder;

  private final Map<String, CrashLake> lakes = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> undisturbed = new TreeMap<>();
  private final Set<String> tried = new HashSet<>();
  private final List<String> wrong = new ArrayList<>();
  private boolean resumes;
  private long begun;

  @AfterEach
  void mend() {
    Faults.none();
  }

  @Test
  void theNextNightNeedsNobody() throws Exception {
    String asked = System.getProperty("jindu.crash");
    resumes = asked != null;
    begun = System.nanoTime();
    if (resumes) {
      lakes.put("first", CrashLake.fresh(folder.resolve("first")));
    }
    lakes.put("second", CrashLake.corrected(folder.resolve("second")));
    List<Point> all = everyPoint();
    List<Point> points =
        "all".equals(asked) ? all : resumes ? spread(all, Integer.parseInt(asked)) : sample(all);
    restoresItsBackup();
    readWhatWasTried();
    for (Point point : points) {
      if (!tried.contains(point.toString())) {
        judge(point);
      }
    }
    if ("all".equals(asked)) {
      for (String lake : undisturbed.keySet()) {
        tryWhatNoCountSaw(lake, all);
      }
    }
    if (resumes) {
      double hours = (System.nanoTime() - begun) / 3.6e12;
      note(
          "%d points, %d of them tried before; %.2f hours"
              .formatted(points.size(), tried.size(), hours));
    }
    assertThat(wrong).as("of %d points", points.size()).isEmpty();
  }

  private void readWhatWasTried() throws IOException {
    if (resumes && Files.exists(TRIED)) {
      try (Stream<String> lines = Files.lines(TRIED)) {
        lines.filter(line -> line.contains(FOUND)).forEach(this::remember);
      }
    }
  }

  /** What was found stays found until its line is taken out of the file. */
  private void remember(String line) {
    String[] parts = line.split(FOUND, 2);
    tried.add(parts[0]);
    if (!parts[1].startsWith(UNDISTURBED)) {
      wrong.add(parts[0] + ": " + parts[1]);
    }
  }

  /**
   * Tries a point, and notes what was found.
   *
   * @return whether the night came as far
   */
  private boolean judge(Point point) throws Exception {
    long since = System.nanoTime();
    Found found = tried(point);
    long millis = (System.nanoTime() - since) / 1_000_000;
    note("%s%s%s, %d ms".formatted(point, FOUND, found.what(), millis));
    if (!found.what().startsWith(UNDISTURBED)) {
      wrong.add(point + ": " + found.what());
    }
    return found.isReached();
  }

  /** A night need not take the same steps each time: past its last one until nothing is left. */
  private void tryWhatNoCountSaw(String lake, List<Point> all) throws Exception {
    int number =
        1
            + (int)
                all.stream()
                    .filter(point -> point.lake().equals(lake))
                    .map(Point::step)
                    .distinct()
                    .count();
    while (judge(
        new Point(lake, new Step(number, "end", Operation.CREATE, "anything"), Kind.DIE))) {
      number++;
    }
  }

  private void note(String line) throws IOException {
    if (resumes) {
      Files.writeString(TRIED, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
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

  private List<Point> everyPoint() throws Exception {
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
    return all;
  }

  private static List<Point> sample(List<Point> all) {
    return evenly(oneOfEach(all), SAMPLE);
  }

  /** One of each kind, however many these are, then evenly among the others. */
  private static List<Point> spread(List<Point> all, int many) {
    List<Point> chosen = new ArrayList<>(oneOfEach(all));
    List<Point> others = new ArrayList<>(all);
    others.removeAll(chosen);
    chosen.addAll(evenly(others, Math.max(0, many - chosen.size())));
    return chosen;
  }

  /**
   * One of each stage, operation and kind of path: its first step failing, or its last one dying,
   * by turns.
   */
  private static List<Point> oneOfEach(List<Point> all) {
    Map<List<Object>, List<Point>> alike = new LinkedHashMap<>();
    for (Point point : all) {
      alike
          .computeIfAbsent(
              List.of(point.step().stage(), point.step().operation(), point.step().kind()),
              kind -> new ArrayList<>())
          .add(point);
    }
    List<Point> first = new ArrayList<>();
    alike
        .values()
        .forEach(points -> first.add(points.get(first.size() % 2 == 0 ? 0 : points.size() - 1)));
    return first;
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

  /**
   * What was found after a step went wrong.
   *
   * @param isReached whether the night came as far
   */
  private record Found(String what, boolean isReached) {}

  private Found tried(Point point) throws Exception {
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
      return new Found("readers saw " + halves, faults.reached());
    }
    try {
      NightResult next = lake.night();
      how += ", then " + next.outcome();
    } catch (Exception stuck) {
      return new Found(how + ", then the next night stopped: " + stuck, faults.reached());
    }
    Map<String, String> state = lake.state();
    String difference = difference(undisturbed.get(point.lake()), state);
    String what = difference.isEmpty() ? UNDISTURBED : "not as undisturbed: " + difference;
    return new Found(
        what + " (" + how + (faults.reached() ? ")" : ", not reached)"), faults.reached());
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
