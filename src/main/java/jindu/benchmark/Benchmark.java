package jindu.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jindu.catalog.CatalogException;
import jindu.run.RunException;

/** The performance table in one run: each measure in its turn, the lines as they come. */
public final class Benchmark {

  /** The size at which a night is measured: that of a district's own lake. */
  private static final long DISTRICT = 200_000;

  private static final int NIGHTS = 3;
  private static final int QUICK_NIGHTS = 1;

  private final Workplace workplace;
  private final Steps steps;
  private final Consumer<Measurement> told;

  private Benchmark(Workplace workplace, Steps steps, Consumer<Measurement> told) {
    this.workplace = workplace;
    this.steps = steps;
    this.told = told;
  }

  /**
   * What is measured.
   *
   * @param home the folder that {@code jobs/jindu} lies in
   * @param folder for everything that is made; what an earlier run left there is replaced
   * @param heap of our processes
   * @param quick only what stays under ten minutes
   * @param sizes return cells at which it is rebuilt, in their order; night, history and workers
   *     come on the first
   * @param measures which of all are wanted
   */
  public record Plan(
      Path home, Path folder, String heap, boolean quick, List<Long> sizes, Set<Measure> measures) {

    public Plan {
      sizes = List.copyOf(sizes);
      measures = Set.copyOf(measures);
    }

    /** The sizes that are measured where none is named. */
    public static List<Long> sizes(boolean quick) {
      return quick ? List.of(DISTRICT) : List.of(DISTRICT, 10 * DISTRICT, 100 * DISTRICT);
    }
  }

  /**
   * Measures.
   *
   * @param steps told what is being measured
   * @param told given each line
   * @throws RunException when a process that is measured fails
   */
  public static void run(Plan plan, Steps steps, Consumer<Measurement> told)
      throws IOException, SQLException, CatalogException, RunException, InterruptedException {
    Workplace workplace = new Workplace(plan.home(), plan.folder(), plan.heap(), null);
    new Benchmark(workplace, steps, told).run(plan);
  }

  private void run(Plan plan)
      throws IOException, SQLException, CatalogException, RunException, InterruptedException {
    steps.begins("sizes");
    SampleSize size = SampleSize.tried(workplace.folder().resolve("tried"), workplace.reference());
    List<RebuildPeer> peers = peers(plan.measures());
    boolean isFirst = true;
    for (long cells : plan.sizes()) {
      int units = size.unitsFor(cells);
      Path folder = workplace.folder().resolve("cells-" + cells);
      steps.begins("sample", Integer.toString(units));
      workplace.part(
          "sample-" + cells,
          "sample",
          "--units",
          Integer.toString(units),
          "--reference",
          workplace.reference().toString(),
          "--to",
          folder.toString());
      MeasuredLake lake = MeasuredLake.at(folder);
      boolean wantsNight = isFirst && plan.measures().contains(Measure.NIGHT);
      if (plan.measures().contains(Measure.INGEST)) {
        new IngestMeasure(workplace, folder, units, steps).run().forEach(told);
      }
      RebuildMeasure rebuild = new RebuildMeasure(workplace, lake, steps);
      if (!peers.isEmpty()) {
        rebuild.run(peers).forEach(told);
      } else if (wantsPublication(plan, wantsNight)) {
        rebuild.ours();
      }
      if (plan.measures().contains(Measure.QUESTION)) {
        told.accept(new QuestionMeasure(lake, steps).run());
      }
      if (wantsNight) {
        int times = plan.quick() ? QUICK_NIGHTS : NIGHTS;
        told.accept(new NightMeasure(workplace, lake, steps, times).run());
      }
      if (isFirst && plan.measures().contains(Measure.HISTORY)) {
        new HistoryMeasure(workplace, lake, steps).run().forEach(told);
      }
      if (isFirst && plan.measures().contains(Measure.WORKERS)) {
        told.accept(new WorkersMeasure(workplace, lake, steps).run());
      }
      if (plan.measures().contains(Measure.HEAP)) {
        told.accept(new HeapMeasure(workplace, lake, steps).run());
      }
      isFirst = false;
      Folders.delete(folder);
    }
  }

  private List<RebuildPeer> peers(Set<Measure> measures) throws IOException, InterruptedException {
    List<RebuildPeer> peers = new ArrayList<>();
    if (measures.contains(Measure.REBUILD)) {
      peers.addAll(List.of(RebuildPeer.DUCKDB, RebuildPeer.DUCKDB_FASTEST));
    }
    if (measures.contains(Measure.POLARS)) {
      steps.begins("polars");
      try {
        RebuildPeer.setUpPolars(workplace);
        peers.add(RebuildPeer.POLARS);
      } catch (RunException notHere) {
        steps.begins("no-polars", notHere.arguments().get(2));
      }
    }
    return peers;
  }

  private static boolean wantsPublication(Plan plan, boolean wantsNight) {
    return wantsNight || plan.measures().contains(Measure.QUESTION);
  }
}
