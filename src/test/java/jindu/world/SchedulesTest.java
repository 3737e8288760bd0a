package jindu.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What schedulers start, with a launcher that only says what it was told. Cron, Kubernetes and
 * Airflow themselves: {@code jobs/schedule/check}.
 */
@Tag("world")
class SchedulesTest {

  private static final Path SCHEDULES = Path.of("jobs", "schedule").toAbsolutePath();

  @TempDir private Path folder;
  private final LocalDate begun = today();
  private Path told;

  @BeforeEach
  void makeALauncherThatSaysWhatItIsTold() throws Exception {
    told = folder.resolve("told");
    Path launcher = Files.createDirectories(folder.resolve("jindu/jobs")).resolve("nightly");
    Files.writeString(launcher, "#!/bin/sh\necho \"$@\" >> '" + told + "'\nexit \"${CODE:-0}\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Files.createDirectories(folder.resolve("lake"));
  }

  @Test
  void systemdTakesServiceAndTimer() throws Exception {
    Process verify =
        new ProcessBuilder(
                "systemd-analyze",
                "verify",
                SCHEDULES.resolve("jindu-nightly.service").toString(),
                SCHEDULES.resolve("jindu-nightly.timer").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(verify.getInputStream().readAllBytes(), UTF_8);
    assertThat(verify.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("jindu-nightly");
  }

  @Test
  void systemdPassesToday() throws Exception {
    String line = found("jindu-nightly.service", "ExecStart=/bin/sh -c '(.*)'");
    assertThat(run(line.replace("%%", "%"), 0)).isEqualTo("0 ");
    assertThatTheNightWasToldToday();
  }

  @Test
  void cronPassesTodayAndMailsOnlyOfANightThatFailed() throws Exception {
    String line = found("crontab", "\n0 22 \\* \\* \\* (.*)");
    String log = folder.resolve("log").toString();
    String command =
        "LAKE='%s'; LOG='%s'; %s".formatted(folder.resolve("lake"), log, line.replace("\\%", "%"));
    assertThat(run(command, 0)).isEqualTo("0 ");
    assertThatTheNightWasToldToday();
    assertThat(run(command, 4)).isEqualTo("0 ");
    assertThat(run(command, 1)).startsWith("0 jindu nightly: exit 1");
  }

  @Test
  void kubernetesPassesTodayAndKnowsThatAHeldLakeIsNoFailure() throws Exception {
    String script = found("cronjob.yaml", "args:\n +- \\|\n((?: {18}.*\n)+)");
    assertThat(run(script, 0)).isEqualTo("0 ");
    assertThatTheNightWasToldToday();
    assertThat(run(script, 4)).isEqualTo("0 ");
    assertThat(run(script, 3)).isEqualTo("3 ");
  }

  @Test
  void kubernetesMaintainsAndKnowsThatAHeldLakeIsNoFailure() throws Exception {
    Files.move(folder.resolve("jindu/jobs/nightly"), folder.resolve("jindu/jobs/jindu"));
    String script = found("maintain-cronjob.yaml", "args:\n +- \\|\n((?: {18}.*\n)+)");
    assertThat(run(script, 0)).isEqualTo("0 ");
    assertThat(Files.readString(told).strip()).matches("maintain --lake \\S+");
    assertThat(run(script, 4)).isEqualTo("0 ");
    assertThat(run(script, 1)).isEqualTo("1 ");
  }

  private void assertThatTheNightWasToldToday() throws Exception {
    assertThat(Files.readString(told).strip())
        .matches("--lake \\S+ --as-of (" + begun + "|" + today() + ")");
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  /** The command of a schedule, with the launcher and the lake of this test. */
  private String found(String file, String pattern) throws Exception {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(SCHEDULES.resolve(file)));
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher
        .group(1)
        .replace("/opt/jindu", folder.resolve("jindu").toString())
        .replace("/srv/jindu/lake", folder.resolve("lake").toString());
  }

  /** The exit code of a command in a shell, and all it printed. */
  private static String run(String command, int codeOfTheNight) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true);
    builder.environment().put("CODE", Integer.toString(codeOfTheNight));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() + " " + said;
  }
}
