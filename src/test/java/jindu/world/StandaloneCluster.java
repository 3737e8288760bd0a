package jindu.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * A master and workers of Spark standalone, each a process of its own on this machine, and the
 * Spark home that they share: the jars of the build without those that Jindu adds to Spark.
 */
final class StandaloneCluster implements AutoCloseable {

  /** What no distribution of Spark brings. */
  private static final List<String> ADDED =
      List.of("delta-", "fast", "ojalgo", "picocli", "progressbar", "snakeyaml-engine");

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String HERE = "127.0.0.1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Path home;
  private final int port = freePort();
  private final int pagePort = freePort();
  private final List<Process> workers = new ArrayList<>();
  private final Process master;

  /**
   * @param folder for the Spark home and the logs; must not exist
   */
  StandaloneCluster(Path folder) throws IOException {
    this.folder = folder;
    this.home = makeHome(folder.resolve("spark"));
    this.master =
        start(
            "master",
            "org.apache.spark.deploy.master.Master",
            "--host",
            HERE,
            "--port",
            Integer.toString(port),
            "--webui-port",
            Integer.toString(pagePort));
  }

  String url() {
    return "spark://" + HERE + ":" + port;
  }

  Path home() {
    return home;
  }

  /** Starts a worker that offers one executor of {@code jobs/conf/standalone.conf}. */
  void addWorker() throws Exception {
    int number = workers.size();
    workers.add(
        start(
            "worker-" + number,
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            HERE,
            "--cores",
            "2",
            "--memory",
            "4g",
            "--webui-port",
            "0",
            "--work-dir",
            work(number).toString(),
            url()));
  }

  /** Waits until the master counts so many workers: it lists them seconds after they started. */
  void awaitWorkers(int expected) throws Exception {
    await(
        expected + " workers of " + url(),
        () -> {
          JsonNode state;
          try (InputStream page =
              URI.create("http://" + HERE + ":" + pagePort + "/json/").toURL().openStream()) {
            state = JSON.readTree(page);
          } catch (IOException notYetThere) {
            return false;
          }
          int alive = 0;
          for (JsonNode worker : state.required("workers")) {
            alive += worker.required("state").asText().equals("ALIVE") ? 1 : 0;
          }
          return alive == expected;
        });
  }

  /** Waits until an executor begins a task, and kills it and its worker. */
  void killABusyWorker() throws Exception {
    Map<Integer, Integer> before = new HashMap<>();
    for (int number = 0; number < workers.size(); number++) {
      before.put(number, tasksBegun(number));
    }
    List<Integer> busy = new ArrayList<>();
    await(
        "a task",
        () -> {
          for (int number = 0; number < workers.size(); number++) {
            if (workers.get(number).isAlive() && tasksBegun(number) > before.get(number)) {
              busy.add(number);
              return true;
            }
          }
          return false;
        });
    Process worker = workers.get(busy.get(0));
    List<ProcessHandle> executors = worker.descendants().toList();
    assertThat(executors).as("executors of the worker").isNotEmpty();
    worker.destroyForcibly().waitFor();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  /** Tasks that the executors of a worker say they have begun. */
  private int tasksBegun(int number) throws IOException {
    int begun = 0;
    if (!Files.isDirectory(work(number))) {
      return begun;
    }
    try (Stream<Path> files = Files.walk(work(number))) {
      for (Path log : files.filter(file -> file.endsWith("stderr")).toList()) {
        try (Stream<String> lines = Files.lines(log)) {
          begun += (int) lines.filter(line -> line.contains("Running task")).count();
        }
      }
    }
    return begun;
  }

  @Override
  public void close() {
    for (Process worker : workers) {
      List<ProcessHandle> executors = worker.descendants().toList();
      worker.destroyForcibly();
      executors.forEach(ProcessHandle::destroyForcibly);
    }
    master.destroyForcibly();
  }

  private Path work(int number) {
    return folder.resolve("work-" + number);
  }

  private Process start(String name, String program, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("jobs", "conf", "jvm.options"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                home.resolve("jars") + "/*",
                program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", HERE);
    return builder.start();
  }

  private static Path makeHome(Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    try (Stream<Path> built = Files.list(Path.of("target", "lib"))) {
      for (Path jar : built.toList()) {
        String name = jar.getFileName().toString();
        if (ADDED.stream().noneMatch(name::startsWith)) {
          Files.createSymbolicLink(jars.resolve(name), jar.toAbsolutePath());
        }
      }
    }
    Files.createFile(home.resolve("RELEASE"));
    Path submit = Files.createDirectory(home.resolve("bin")).resolve("spark-submit");
    Files.copy(Path.of("src", "test", "resources", "world", "spark-submit"), submit);
    assertThat(submit.toFile().setExecutable(true)).isTrue();
    return home;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(String what, Callable<Boolean> isThere) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isThere.call()) {
      assertThat(Instant.now()).as("waited for " + what).isBefore(end);
      Thread.sleep(50);
    }
  }
}
