package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jindu.core.Messages;
import jindu.lake.Lake;
import jindu.lake.LakeLock;
import jindu.run.FileAccount;
import jindu.run.NightResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is run when a night is over, and what it is told. */
class ResultHookTest {

  private static final LocalDate DAY = LocalDate.of(2020, 4, 18);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private Path onSuccess;
  private Path onFailure;

  @BeforeEach
  void nameTheFiles() {
    onSuccess = folder.resolve("on success.json");
    onFailure = folder.resolve("on failure.json");
  }

  @Test
  void afterASuccessItIsToldWhatTheCommandPrintsForPrograms() throws Exception {
    assertThat(after(night(2), ExitCode.DONE, written(onSuccess), written(onFailure))).isEmpty();

    ObjectNode told = (ObjectNode) JSON.readTree(onSuccess.toFile());
    assertThat(told.remove("exit_code").asInt()).isZero();
    assertThat(told).isEqualTo(JSON.readTree(NightJson.of(night(2))));
    assertThat(onFailure).doesNotExist();
  }

  @Test
  void refusedRowsAreAFailureToWhoAskedForThem() throws Exception {
    after(night(2), ExitCode.REFUSED_ROWS, written(onSuccess), written(onFailure));

    JsonNode told = JSON.readTree(onFailure.toFile());
    assertThat(told.required("exit_code").asInt()).isEqualTo(3);
    assertThat(told.required("outcome").asText()).isEqualTo("published");
    assertThat(onSuccess).doesNotExist();
  }

  /** More than a pipe holds, so that it is not read. */
  @Test
  void aCommandNeedNotReadWhatItIsTold() {
    assertThat(after(night(20_000), ExitCode.DONE, "exit 0", written(onFailure))).isEmpty();
  }

  @Test
  void aCommandThatFailsIsOneLineMore() {
    assertThat(after(night(1), ExitCode.DONE, "cat >/dev/null\nexit 7", written(onFailure)))
        .containsExactly(
            "The command of --on-success ended with exit code 7; nothing of the night is changed by"
                + " that: cat >/dev/null\\u000Aexit 7");
  }

  @Test
  void aWrongCatalogAFolderThatIsNoLakeAndAHeldLakeAreFailures() throws Exception {
    assertThat(failed(ExitCode.WRONG_INPUT).required("message").asText()).contains("is no lake");

    Path reference = Files.createDirectories(folder.resolve("reference"));
    JsonNode wrong = failed(ExitCode.WRONG_INPUT);
    assertThat(wrong.required("message").asText()).startsWith("The catalog has ");
    assertThat(wrong.required("lines")).hasSizeGreaterThan(1);
    assertThat(wrong.at("/lines/0").asText()).startsWith("reference/");

    copy(Path.of("data-lake", "reference"), reference);
    try (LakeLock held = Lake.open(folder.toString()).take(Instant.EPOCH).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(failed(ExitCode.HELD).required("message").asText())
          .contains("is held by another batch");
    }
  }

  @Test
  void aCommandThatFailsAfterAFailureDoesNotChangeTheExitCode() {
    assertThat(nightly("exit 7")).isEqualTo(ExitCode.WRONG_INPUT);
  }

  /** What the command is told of a night that ends with the code before Spark starts. */
  private JsonNode failed(int code) throws IOException {
    assertThat(nightly(written(onFailure))).isEqualTo(code);
    JsonNode told = JSON.readTree(onFailure.toFile());
    assertThat(told.required("outcome").asText()).isEqualTo("failed");
    assertThat(told.required("exit_code").asInt()).isEqualTo(code);
    return told;
  }

  private int nightly(String command) {
    return Jindu.execute(
        "nightly", "--lake", folder.toString(), "--lang", "en", "--on-failure", command);
  }

  private static String written(Path file) {
    return "cat > '" + file + "'";
  }

  /** The lines told beside what the commands do. */
  private static List<String> after(NightResult night, int code, String success, String failure) {
    ResultHook hook = new ResultHook();
    new CommandLine(hook).parseArgs("--on-success", success, "--on-failure", failure);
    StringWriter words = new StringWriter();
    hook.after(night, code, new PrintWriter(words, true), Messages.ENGLISH);
    return words.toString().lines().toList();
  }

  private static NightResult night(int files) {
    return new NightResult(
        NightResult.Outcome.PUBLISHED,
        "B000001",
        "2020-04-18-01",
        DAY,
        IntStream.range(0, files).mapToObj(ResultHookTest::file).toList(),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static FileAccount file(int number) {
    String path = "CZ-1/" + number + ".csv";
    return new FileAccount("d" + number, "CZ-1", path, "hash", DAY, 1, 0, 0, 1, 0, null, null);
  }

  private static void copy(Path source, Path target) throws IOException {
    try (var files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copied = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copied.getParent());
        Files.copy(file, copied);
      }
    }
  }
}
