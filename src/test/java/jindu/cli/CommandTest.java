package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import jindu.lake.Lake;
import jindu.lake.LakeLock;
import jindu.run.MadePublications;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that end before Spark starts. */
class CommandTest {

  @TempDir private Path folder;

  @Test
  void aFolderWithoutReferenceIsNoLake() {
    Output output = Output.of("nightly", "--lake", folder.toString(), "--lang", "en");

    assertThat(output.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.errors()).contains(folder + " is no lake");
  }

  @Test
  void anUnknownOptionIsRefusedInOneLineAndWhereToLook() {
    Output output = Output.of("nightly", "--fast", "--lang", "en");

    assertThat(output.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.errors().lines())
        .containsExactly(
            "Unknown option: '--fast'", "The options are listed by: jobs/jindu nightly --help");
  }

  @Test
  void whereToLookIsSaidInTheLanguageThatTheArgumentsName() {
    assertThat(Output.of("nightly", "--lang=zh", "--fast").errors())
        .contains("选项一览：jobs/jindu nightly --help");
    assertThat(Output.of("nightly", "--lang", "en", "--lang", "zh", "--fast").errors())
        .contains("选项一览：jobs/jindu nightly --help");
    assertThat(Output.of("nightly", "--fast", "--lang").code()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void lessThanOneRowIsRefused() {
    Output output = Output.of("show", "weak", "--rows", "-1", "--lang", "en");

    assertThat(output.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.errors()).contains("--rows -1: expected a number from 1 on.");
  }

  @Test
  void anUnknownLanguageIsRefused() {
    Output output = Output.of("show", "headline", "--lang", "fr");

    assertThat(output.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.errors()).contains("no language 'fr'. Expected: zh, en.");
  }

  @Test
  void aFileThatIsNotThereAndAFormThatIsNotKnownAreWrongArguments() throws Exception {
    copy(Path.of("data-lake", "reference"), folder.resolve("reference"));
    String lake = folder.toString();

    Output noFile = Output.of("check", "--lake", lake, "--lang", "en", "no-such.csv");
    assertThat(noFile.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(noFile.errors()).contains("no-such.csv: there is no such file");

    Output noForm =
        Output.of("check", "--lake", lake, "--lang", "en", "--form", "X", "no-such.csv");
    assertThat(noForm.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(noForm.errors()).contains("Unknown form: X (expected one of: 206-1, 206-2, B204-1");
  }

  @Test
  void allThatIsWrongWithANumbersNameIsSaidAtOnce() throws Exception {
    copy(Path.of("data-lake", "reference"), folder.resolve("reference"));
    String lake = folder.toString();

    Output wrong =
        Output.of(
            "explain", "outputs", "Nowhere", "2611", "2021Q5", "--lake", lake, "--lang", "en");
    assertThat(wrong.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(wrong.errors())
        .contains("no indicator outputs (expected one of: grp, industrial_output,")
        .contains("no township Nowhere (expected ALL for the district, or one of: 410311 Luolong")
        .contains("sector 2611 (expected one of: ALL, P1, P2, P3, A, B,")
        .contains("Invalid quarter: 2021Q5");

    Output tooLow =
        Output.of("explain", "居民人均可支配收入", "安乐镇", "C", "2021-Q3", "--lake", lake, "--lang", "en");
    assertThat(tooLow.errors())
        .contains("disposable_income has figures of the whole district only, none of 安乐镇")
        .contains("disposable_income has no figures of sector C (expected one of: ALL)");
  }

  @Test
  void aPublicationThatIsNotThereIsAWrongArgumentAndThoseThereAreAreNamed() throws Exception {
    copy(Path.of("data-lake", "reference"), folder.resolve("reference"));
    new MadePublications(folder).make("2021-01-20-01").make("2021-02-20-01");
    String lake = folder.toString();

    Output early =
        Output.of("show", "headline", "--as-of", "2021-01-19", "--lake", lake, "--lang", "en");
    assertThat(early.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(early.errors())
        .contains("Nothing was published by 2021-01-19 (there are: 2021-01-20-01, 2021-02-20-01).");

    Output none =
        Output.of(
            "show", "headline", "--publication", "2021-01-20-02", "--lake", lake, "--lang", "zh");
    assertThat(none.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(none.errors()).contains("没有完整的发布 2021-01-20-02（现有：2021-01-20-01, 2021-02-20-01）");

    Output both =
        Output.of("show", "headline", "--as-of", "2021-02-20", "--publication", "2021-01-20-01");
    assertThat(both.code()).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void aDayThatIsNoneIsAWrongArgument() {
    assertThat(Output.of("nightly", "--as-of", "2021-02-30").code())
        .isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void everyMistakeOfACatalogIsNamedWithFileAndLine() throws Exception {
    copy(Path.of("data-lake", "reference"), folder.resolve("reference"));
    Path headline = folder.resolve("reference").resolve("headline.csv");
    Files.writeString(headline, Files.readString(headline).replace("grp", "gpr"));
    Path form = folder.resolve("reference").resolve("forms").resolve("F203.yaml");
    Files.writeString(form, Files.readString(form).replace("base: reported", "base: guessed"));

    Output output = Output.of("nightly", "--lake", folder.toString(), "--lang", "en");

    assertThat(output.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.errors())
        .containsPattern("reference/headline\\.csv:\\d+: .*gpr")
        .containsPattern("reference/forms/F203\\.yaml:\\d+: .*guessed")
        .contains("The catalog has 2 mistakes");
  }

  @Test
  void aHeldLakeEndsTheCommandAtOnce() throws Exception {
    copy(Path.of("data-lake", "reference"), folder.resolve("reference"));
    try (LakeLock held = Lake.open(folder.toString()).take(Instant.EPOCH).orElseThrow()) {
      Output output = Output.of("nightly", "--lake", folder.toString(), "--lang", "zh");

      assertThat(held).isNotNull();
      assertThat(output.code()).isEqualTo(ExitCode.HELD);
      assertThat(output.errors()).contains("正被另一批次占用");
    }
  }

  private static void copy(Path source, Path target) throws java.io.IOException {
    try (var files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
