package jindu.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A night in a process of its own, which says each stage that begins, so that it can be killed. */
final class NightProgram {

  private NightProgram() {}

  /** Takes the lake's folder. */
  public static void main(String[] arguments) throws Exception {
    new FewRows().beforeAll(null);
    NightResult result =
        SmallLake.at(Path.of(arguments[0]))
            .night((stage, number, of) -> System.out.println("begins " + stage));
    System.out.println(result.outcome());
  }

  /** Starts it. */
  static Process start(Path lake) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "@" + Path.of("jobs", "conf", "jvm.options").toAbsolutePath(),
            "-Xmx2g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Duser.timezone=UTC",
            "-Djindu.fork=killed",
            "-cp",
            System.getProperty("java.class.path"),
            NightProgram.class.getName(),
            lake.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
