package jindu.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jindu.run.RunException;

/**
 * A command as an operator starts it, in a process of its own: its start-up is in the measure.
 *
 * <p>The peak of memory is what Linux calls the high-water mark of the resident set, looked at
 * every few hundredths of a second while the process lives; elsewhere it is not known.
 */
final class MeasuredProcess {

  private static final long LOOK_MILLIS = 50;
  private static final long BYTES_IN_KILOBYTE = 1024;
  private static final String PEAK = "VmHWM:";

  private final Path home;
  private final Path logs;
  private final Duration limit;

  /**
   * @param home the folder that {@code jobs/jindu} lies in
   * @param logs where what each process says on standard error is kept
   * @param limit after which a process is ended, and has failed; null for none
   */
  MeasuredProcess(Path home, Path logs, Duration limit) {
    this.home = home;
    this.logs = logs;
    this.limit = limit;
  }

  /**
   * What a process took and said.
   *
   * @param output its standard output
   */
  record Result(Cost cost, String output) {}

  /**
   * Runs {@code jobs/jindu} with the arguments and waits for its end.
   *
   * @param name of its log
   * @param heap as {@code JINDU_HEAP} states it
   * @throws RunException when it ends with another exit code than 0
   */
  Result jindu(String name, String heap, List<String> arguments)
      throws IOException, RunException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("jobs").resolve("jindu").toString());
    command.addAll(arguments);
    return run(name, command, Map.of("JINDU_HEAP", heap));
  }

  /** Runs a command and waits for its end. */
  Result run(String name, List<String> command, Map<String, String> environment)
      throws IOException, RunException, InterruptedException {
    Files.createDirectories(logs);
    Path output = logs.resolve(name + ".out");
    Path words = logs.resolve(name + ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(words.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    long begin = System.nanoTime();
    Process process = builder.start();
    Optional<Long> peak = Optional.empty();
    Optional<Duration> cpu = Optional.empty();
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        Optional<Long> now = peak(process.pid());
        peak = now.isPresent() ? now : peak;
        Optional<Duration> used = process.info().totalCpuDuration();
        cpu = used.isPresent() ? used : cpu;
        if (limit != null && System.nanoTime() - begin > limit.toNanos()) {
          // What does little but collect garbage may not hear a polite request.
          process.destroyForcibly();
        }
      }
    } finally {
      process.destroy();
    }
    double seconds = (System.nanoTime() - begin) / (double) Duration.ofSeconds(1).toNanos();
    if (process.exitValue() != 0) {
      throw new RunException(
          RunException.Kind.MEASURED_FAILED,
          String.join(" ", command),
          Integer.toString(process.exitValue()),
          words.toString());
    }
    Cost cost =
        new Cost(
            seconds,
            cpu.map(time -> time.toMillis() / (double) Duration.ofSeconds(1).toMillis())
                .orElse(null),
            peak.orElse(null));
    return new Result(cost, Files.readString(output, StandardCharsets.UTF_8));
  }

  /** Empty where the machine does not say, and of a process that has just ended. */
  private static Optional<Long> peak(long process) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_IN_KILOBYTE)
          .findFirst();
    } catch (IOException | UncheckedIOException gone) {
      return Optional.empty();
    }
  }
}
