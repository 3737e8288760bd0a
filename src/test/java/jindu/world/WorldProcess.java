package jindu.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs of the outside world, each run to its end. */
final class WorldProcess {

  private WorldProcess() {}

  /** Runs a command to its end and returns all it printed; fails when it fails. */
  static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command) + "\n" + output).isZero();
    return output;
  }

  /** The same, but returns its standard output alone. */
  static String results(String... command) throws IOException, InterruptedException {
    Path said = Files.createTempFile("world", ".txt");
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectError(said.toFile()).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor())
          .as(String.join(" ", command) + "\n" + output + Files.readString(said))
          .isZero();
      return output;
    } finally {
      Files.delete(said);
    }
  }

  /** A Python below {@code target/} that has what a file names, and nothing else. */
  static Path python(String name, Path requirements) throws IOException, InterruptedException {
    Path home = Path.of("target", name).toAbsolutePath();
    Path python = home.resolve("bin").resolve("python");
    Path installed = home.resolve("installed.txt");
    boolean isThere = Files.exists(installed) && Files.mismatch(installed, requirements) < 0;
    if (!isThere) {
      run("python3", "-m", "venv", "--clear", home.toString());
      run(
          python.toString(),
          "-m",
          "pip",
          "install",
          "-q",
          "--disable-pip-version-check",
          "-r",
          requirements.toString());
      Files.copy(requirements, installed);
    }
    return python;
  }
}
