package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jindu.catalog.CatalogException;
import jindu.run.RunException;

/**
 * One night of the bureau, on a lake that has had its nights before, beside its {@link Floor}: each
 * repeated on copies of the lake, and the one in the middle told.
 */
final class NightMeasure {

  private static final String MEASURE = "night";
  private static final String FLOOR = "floor";

  private final Workplace workplace;
  private final MeasuredLake lake;
  private final Steps steps;
  private final int times;

  /**
   * @param lake that has published all it has
   * @param times how often the night and its floor are repeated
   */
  NightMeasure(Workplace workplace, MeasuredLake lake, Steps steps, int times) {
    this.workplace = workplace;
    this.lake = lake;
    this.steps = steps;
    this.times = times;
  }

  Measurement run() throws IOException, CatalogException, RunException, InterruptedException {
    Path after = lake.beside("after");
    List<Cost> nights = new ArrayList<>();
    List<Cost> floors = new ArrayList<>();
    List<Map<String, Double>> stages = new ArrayList<>();
    for (int time = 1; time <= times; time++) {
      steps.begins(MEASURE, Integer.toString(time), Integer.toString(times));
      Folders.delete(after);
      Folders.copy(lake.root(), after);
      Folders.copy(lake.tonight(), after.resolve("inbox"));
      nights.add(workplace.on(name("ours", time), after, "nightly", "--quiet").cost());
      stages.add(workplace.stages(name("history", time), after));
      floors.add(floor(after, time));
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("delivered_cells", ReturnCells.count(lake.catalog(), lake.tonight()));
    facts.put("heap", workplace.heap());
    facts.put("times", times);
    facts.put("stages", medians(stages));
    Folders.delete(after);
    return new Measurement(
        MEASURE,
        ReturnCells.count(lake.catalog(), lake.inbox()),
        Cost.median(nights),
        FLOOR,
        Cost.median(floors),
        null,
        facts);
  }

  private Cost floor(Path after, int time) throws IOException, RunException, InterruptedException {
    Path written = lake.beside(FLOOR);
    Folders.delete(written);
    Cost cost =
        workplace
            .part(
                name(FLOOR, time),
                FLOOR,
                "--lake",
                lake.root().toString(),
                "--tonight",
                lake.tonight().toString(),
                "--after",
                after.toString(),
                "--to",
                written.toString())
            .cost();
    Folders.delete(written);
    return cost;
  }

  /** Of each stage the seconds in the middle. */
  private static Map<String, Double> medians(List<Map<String, Double>> runs) {
    return runs.get(0).keySet().stream()
        .collect(
            Collectors.toMap(
                stage -> stage,
                stage ->
                    Cost.median(
                            runs.stream()
                                .map(run -> new Cost(run.getOrDefault(stage, 0.0), null, null))
                                .toList())
                        .seconds(),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static String name(String what, int time) {
    return MEASURE + "-" + time + "-" + what;
  }
}
