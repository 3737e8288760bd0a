package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jindu.catalog.CatalogException;
import jindu.run.RunException;

/**
 * The smallest heap with which a rebuild passes. One that passes in more than twice the seconds it
 * takes with the whole heap does not: it would do little but collect garbage.
 */
final class HeapMeasure {

  private static final String MEASURE = "heap";
  private static final int SLOWER = 2;

  /** The part of the whole heap to which the smallest is found. */
  private static final int PART = 16;

  private final Workplace workplace;
  private final MeasuredLake lake;
  private final Steps steps;

  HeapMeasure(Workplace workplace, MeasuredLake lake, Steps steps) {
    this.workplace = workplace;
    this.lake = lake;
    this.steps = steps;
  }

  Measurement run() throws IOException, CatalogException, RunException, InterruptedException {
    int whole = SmallestHeap.megabytes(workplace.heap());
    Map<Integer, Cost> passed = new HashMap<>();
    passed.put(whole, rebuild(workplace, whole));
    Workplace limited =
        workplace.within(
            Duration.ofMillis(Math.round(passed.get(whole).seconds() * SLOWER * 1000)));
    SmallestHeap smallest =
        SmallestHeap.below(
            whole,
            Math.max(1, whole / PART),
            megabytes -> {
              try {
                passed.put(megabytes, rebuild(limited, megabytes));
                return true;
              } catch (RunException tooSmall) {
                return false;
              }
            });
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("heap", workplace.heap());
    facts.put(Measurement.HEAP_ENOUGH, smallest.enough() + "m");
    facts.put(Measurement.HEAP_TOO_SMALL, smallest.tooSmall() + "m");
    facts.put("seconds_with_whole_heap", passed.get(whole).seconds());
    facts.put("times", smallest.trials() + 1);
    return new Measurement(
        MEASURE,
        ReturnCells.count(lake.catalog(), lake.inbox()),
        passed.get(smallest.enough()),
        null,
        null,
        null,
        facts);
  }

  private Cost rebuild(Workplace place, int megabytes)
      throws IOException, RunException, InterruptedException {
    String heap = megabytes + "m";
    steps.begins(MEASURE, heap);
    Path root = lake.undone(MEASURE);
    Cost cost = place.with(heap).on(MEASURE + "-" + heap, root, "nightly", "--quiet").cost();
    Folders.delete(root);
    return cost;
  }
}
