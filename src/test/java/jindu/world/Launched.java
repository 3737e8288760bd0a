package jindu.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code jobs/jindu} did.
 *
 * @param code it ended with
 * @param result its standard output
 * @param errors its standard error
 */
record Launched(int code, String result, String errors) {

  /** What is done at a line of standard error. */
  interface OnLine {
    void read(String line) throws Exception;
  }

  /**
   * Runs it to its end.
   *
   * @param environment beside that of the tests
   */
  static Launched run(Map<String, String> environment, OnLine onLine, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("jobs/jindu"));
    command.addAll(List.of(arguments));
    Path result = Files.createTempFile("result", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(result.toFile());
    builder.environment().keySet().removeAll(Set.of("SPARK_HOME", "JINDU_CONF", "JINDU_HEAP"));
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    StringBuilder errors = new StringBuilder();
    try (BufferedReader lines = process.errorReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        errors.append(line).append('\n');
        onLine.read(line);
      }
      return new Launched(process.waitFor(), Files.readString(result), errors.toString());
    } finally {
      process.destroyForcibly();
      Files.delete(result);
    }
  }

  void require(int expected) {
    assertThat(code).as(errors + result).isEqualTo(expected);
  }
}
