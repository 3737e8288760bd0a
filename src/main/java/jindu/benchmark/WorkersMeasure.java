package jindu.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import jindu.catalog.CatalogException;
import jindu.run.RunException;

/**
 * A rebuild on one worker of Spark standalone beside the same on two, each of a single core, all on
 * this machine. The seconds are those of the command from its start to its end on workers that are
 * up; the memory is that of the driver alone.
 */
final class WorkersMeasure {

  private static final String MEASURE = "workers";
  private static final int CORES = 1;
  private static final int FEW = 1;
  private static final int MORE = 2;

  private final Workplace workplace;
  private final MeasuredLake lake;
  private final Steps steps;

  WorkersMeasure(Workplace workplace, MeasuredLake lake, Steps steps) {
    this.workplace = workplace;
    this.lake = lake;
    this.steps = steps;
  }

  Measurement run()
      throws IOException, SQLException, CatalogException, RunException, InterruptedException {
    Path few = lake.undone(variant(FEW));
    Path more = lake.undone(variant(MORE));
    Cost slow = rebuild(few, FEW);
    Cost fast = rebuild(more, MORE);
    FigureComparison comparison =
        FigureComparison.ofCells(
            StoredCells.cells(stored(few, FEW)), StoredCells.cells(stored(more, MORE)));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(Measurement.VARIANT, variant(FEW));
    facts.put("cores_of_a_worker", CORES);
    facts.put("heap", workplace.heap());
    comparison.tell(facts);
    long cells = ReturnCells.count(lake.catalog(), lake.inbox());
    Folders.delete(few);
    Folders.delete(more);
    return new Measurement(MEASURE, cells, slow, variant(MORE), fast, comparison.isSame(), facts);
  }

  private Cost rebuild(Path root, int workers)
      throws IOException, RunException, InterruptedException {
    steps.begins(MEASURE, Integer.toString(workers));
    Path folder = lake.beside("cluster");
    Folders.delete(folder);
    try (StandaloneCluster cluster = new StandaloneCluster(workplace.home(), folder, CORES)) {
      for (int number = 0; number < workers; number++) {
        cluster.addWorker();
      }
      cluster.awaitWorkers(workers);
      return workplace
          .onCluster(
              variant(workers), settings(cluster, folder), cluster, root, "nightly", "--quiet")
          .cost();
    }
  }

  /** Those that are shipped, for executors of the workers' cores. */
  private Path settings(StandaloneCluster cluster, Path folder) throws IOException {
    String file = "standalone.conf";
    String shipped =
        Files.readString(
            workplace.home().resolve("jobs").resolve("conf").resolve(file), StandardCharsets.UTF_8);
    Path settings = Files.createDirectories(folder.resolve("settings"));
    // Of a name that stands twice, the later line counts.
    Files.writeString(
        settings.resolve(file),
        "%s%nspark.master %s%nspark.executor.cores %d%n".formatted(shipped, cluster.url(), CORES),
        StandardCharsets.UTF_8);
    return settings;
  }

  private Path stored(Path root, int workers)
      throws IOException, RunException, InterruptedException {
    Path stored = root.resolveSibling("cells-" + variant(workers));
    workplace.part(
        variant(workers) + "-cells", "cells", "--lake", root.toString(), "--to", stored.toString());
    return stored;
  }

  private static String variant(int workers) {
    return MEASURE + "_" + workers;
  }
}
