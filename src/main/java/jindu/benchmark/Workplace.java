package jindu.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jindu.run.RunException;

/**
 * Where it is measured, and how the commands of this project are run there.
 *
 * @param home the folder that {@code jobs/jindu} lies in
 * @param folder for everything that the benchmark makes; what is there is replaced
 * @param heap of our processes, as {@code JINDU_HEAP} states it
 * @param limit how long a process may take; null for as long as it needs
 */
record Workplace(Path home, Path folder, String heap, Duration limit) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Path reference() {
    return home.resolve("data-lake").resolve("reference");
  }

  /** The scripts of a peer. */
  Path scripts(String peer) {
    return home.resolve("jobs").resolve("benchmark").resolve(peer);
  }

  /** The same with another heap. */
  Workplace with(String other) {
    return new Workplace(home, folder, other, limit);
  }

  /** The same where a process that takes longer has failed. */
  Workplace within(Duration longest) {
    return new Workplace(home, folder, heap, longest);
  }

  private MeasuredProcess process() {
    return new MeasuredProcess(home, folder.resolve("logs"), limit);
  }

  /** A command of this project on a lake, in a process of its own. */
  MeasuredProcess.Result jindu(String name, MeasuredLake lake, String... arguments)
      throws IOException, RunException, InterruptedException {
    return on(name, lake.root(), arguments);
  }

  MeasuredProcess.Result on(String name, Path lake, String... arguments)
      throws IOException, RunException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--lake", lake.toString()));
    return process().jindu(name, heap, all);
  }

  /** A program that is none of this project's commands. */
  MeasuredProcess.Result program(String name, List<String> command)
      throws IOException, RunException, InterruptedException {
    return process().run(name, command, Map.of());
  }

  /**
   * A command on a cluster's workers; what is measured is its driver.
   *
   * @param settings a folder with the cluster's settings, for {@code JINDU_CONF}
   */
  MeasuredProcess.Result onCluster(
      String name, Path settings, StandaloneCluster cluster, Path lake, String... arguments)
      throws IOException, RunException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("jobs").resolve("jindu").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--lake", lake.toString()));
    return process()
        .run(
            name,
            command,
            Map.of(
                "JINDU_HEAP",
                heap,
                "JINDU_CONF",
                settings.toString(),
                "SPARK_HOME",
                cluster.home().toString(),
                "SPARK_LOCAL_IP",
                "127.0.0.1"));
  }

  /** A part of the benchmark, in a process of its own with the settings of the others. */
  MeasuredProcess.Result part(String name, String... arguments)
      throws IOException, RunException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("benchmark"));
    all.addAll(List.of(arguments));
    return process().jindu(name, heap, all);
  }

  /** Seconds of each stage of the last batch, by the ledger. */
  Map<String, Double> stages(String name, Path lake)
      throws IOException, RunException, InterruptedException {
    String line =
        on(name, lake, "history", "--rows", "1", "--json")
            .output()
            .lines()
            .findFirst()
            .orElseThrow();
    Map<String, Double> seconds = new LinkedHashMap<>();
    for (JsonNode stage : JSON.readTree(line).required("stages")) {
      seconds.put(stage.required("stage").asText(), stage.required("seconds").asDouble());
    }
    return seconds;
  }
}
