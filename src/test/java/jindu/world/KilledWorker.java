package jindu.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jindu.benchmark.StandaloneCluster;

/** A worker of a cluster that dies, with its executors, while it works on something. */
record KilledWorker(StandaloneCluster cluster) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 50;

  /** Waits until an executor begins a task, and kills it and its worker. */
  void killABusyOne() throws Exception {
    List<Process> workers = cluster.workers();
    List<Integer> before = new ArrayList<>();
    for (int number = 0; number < workers.size(); number++) {
      before.add(tasksBegun(number));
    }
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      for (int number = 0; number < workers.size(); number++) {
        if (workers.get(number).isAlive() && tasksBegun(number) > before.get(number)) {
          kill(workers.get(number));
          return;
        }
      }
      assertThat(Instant.now()).as("waited for a task").isBefore(end);
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static void kill(Process worker) throws InterruptedException {
    List<ProcessHandle> executors = worker.descendants().toList();
    assertThat(executors).as("executors of the worker").isNotEmpty();
    worker.destroyForcibly().waitFor();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  /** Tasks that the executors of a worker say they have begun. */
  private int tasksBegun(int number) throws IOException {
    int begun = 0;
    Path work = cluster.work(number);
    if (!Files.isDirectory(work)) {
      return begun;
    }
    try (Stream<Path> files = Files.walk(work)) {
      for (Path log : files.filter(file -> file.endsWith("stderr")).toList()) {
        try (Stream<String> lines = Files.lines(log)) {
          begun += (int) lines.filter(line -> line.contains("Running task")).count();
        }
      }
    }
    return begun;
  }
}
