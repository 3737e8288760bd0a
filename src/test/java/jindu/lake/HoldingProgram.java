package jindu.lake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * A process of its own that takes a lake and holds it until it is killed, or takes commits of a
 * table one after the other. It says {@code held} or {@code refused}, or which commits it took.
 */
final class HoldingProgram {

  private HoldingProgram() {}

  /** Takes {@code hold} and a lake, or {@code commit}, a table, a name, and how many. */
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("hold")) {
      Optional<LakeLock> lock = Lake.open(arguments[1]).take(Instant.now());
      System.out.println(lock.isPresent() ? "held" : "refused");
      System.in.read();
      return;
    }
    Configuration settings = new Configuration();
    DurableLogStore store = new DurableLogStore(settings);
    System.in.read();
    for (int number = 0; number < Integer.parseInt(arguments[3]); number++) {
      Path commit = Path.of(arguments[1], "_delta_log", "%020d.json".formatted(number));
      try {
        store.write(
            new org.apache.hadoop.fs.Path(commit.toUri()),
            List.of("{\"by\":\"" + arguments[2] + "\"}").iterator(),
            false,
            settings);
        System.out.println(number);
      } catch (FileAlreadyExistsException taken) {
        // The other process was first.
      }
    }
  }

  /** Starts it. */
  static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            HoldingProgram.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The next line that it says. */
  static String line(Process program) throws IOException {
    return new BufferedReader(
            new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }
}
