package jindu.benchmark;

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
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A master and workers of Spark standalone, each a process of its own on this machine, and the
 * Spark home that they share: the jars of the build without those that Jindu adds to Spark.
 */
public final class StandaloneCluster implements AutoCloseable {

  /** What no distribution of Spark brings. */
  private static final List<String> ADDED =
      List.of("delta-", "fast", "ojalgo", "picocli", "progressbar", "snakeyaml-engine");

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 50;
  private static final String HERE = "127.0.0.1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path project;
  private final Path folder;
  private final Path home;
  private final int cores;
  private final int port = freePort();
  private final int pagePort = freePort();
  private final List<Process> workers = new ArrayList<>();
  private final Process master;

  /**
   * Starts a master.
   *
   * @param project the folder that {@code jobs/jindu} lies in, with its jar built
   * @param folder for the Spark home and the logs; must not exist
   * @param cores that each worker offers
   */
  public StandaloneCluster(Path project, Path folder, int cores) throws IOException {
    this.project = project;
    this.folder = folder;
    this.cores = cores;
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

  public String url() {
    return "spark://" + HERE + ":" + port;
  }

  /** For {@code SPARK_HOME}. */
  public Path home() {
    return home;
  }

  /** The processes of all workers that were started. */
  public List<Process> workers() {
    return List.copyOf(workers);
  }

  /**
   * Starts a worker that offers the memory of one executor of {@code jobs/conf/standalone.conf}.
   */
  public void addWorker() throws IOException {
    int number = workers.size();
    workers.add(
        start(
            "worker-" + number,
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            HERE,
            "--cores",
            Integer.toString(cores),
            "--memory",
            "4g",
            "--webui-port",
            "0",
            "--work-dir",
            work(number).toString(),
            url()));
  }

  /** Waits until the master counts so many workers: it lists them seconds after they started. */
  public void awaitWorkers(int expected) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (alive() != expected) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "Waited for %d workers of %s; their logs are in %s."
                .formatted(expected, url(), folder));
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private int alive() {
    try (InputStream page =
        URI.create("http://" + HERE + ":" + pagePort + "/json/").toURL().openStream()) {
      int alive = 0;
      for (JsonNode worker : JSON.readTree(page).required("workers")) {
        alive += worker.required("state").asText().equals("ALIVE") ? 1 : 0;
      }
      return alive;
    } catch (IOException notYetThere) {
      return 0;
    }
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

  /** Where a worker keeps what its executors say. */
  public Path work(int number) {
    return folder.resolve("work-" + number);
  }

  private Process start(String name, String program, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + project.resolve("jobs").resolve("conf").resolve("jvm.options"),
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

  private Path makeHome(Path made) throws IOException {
    Path jars = Files.createDirectories(made.resolve("jars"));
    try (Stream<Path> built = Files.list(project.resolve("target").resolve("lib"))) {
      for (Path jar : built.toList()) {
        String name = jar.getFileName().toString();
        if (ADDED.stream().noneMatch(name::startsWith)) {
          Files.createSymbolicLink(jars.resolve(name), jar.toAbsolutePath());
        }
      }
    }
    Files.createFile(made.resolve("RELEASE"));
    Path script =
        project.resolve("jobs").resolve("benchmark").resolve("standalone").resolve("spark-submit");
    // The right to run it goes along.
    Files.copy(
        script,
        Files.createDirectory(made.resolve("bin")).resolve("spark-submit"),
        StandardCopyOption.COPY_ATTRIBUTES);
    return made;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
