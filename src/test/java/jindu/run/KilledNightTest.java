package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real process is killed at a moment that nobody chose, and the next night leaves what an
 * undisturbed one leaves.
 *
 * <p>{@code mvn test -Dtest=KilledNightTest -Djindu.kills=40} kills so many.
 */
@ExtendWith(FewRows.class)
class KilledNightTest {

  /** A stage of so few rows takes no longer, even where the machine has other work. */
  private static final int MILLISECONDS = 4000;

  @TempDir private Path folder;

  @Test
  void theNextNightNeedsNobody() throws Exception {
    int kills = Integer.getInteger("jindu.kills", 1);
    Random random = new Random();
    CrashLake before = CrashLake.corrected(folder.resolve("before"));
    CrashLake whole = before.copy(folder.resolve("whole"));
    whole.night();
    Map<String, String> undisturbed = whole.state();
    for (int kill = 0; kill < kills; kill++) {
      String stage = Nightly.STAGES.get(random.nextInt(Nightly.STAGES.size()));
      int moment = random.nextInt(MILLISECONDS);
      CrashLake lake = before.copy(folder.resolve("killed-" + kill));
      String how = killed(lake, stage, moment);
      lake.forget();
      assertThat(lake.wrongInForce()).as("what readers saw, %s", how).isEmpty();
      lake.night();
      assertThat(lake.state()).as(how).isEqualTo(undisturbed);
      System.out.println(how + ": as undisturbed");
    }
  }

  /** Kills it so long after a stage began, if it is not done by then. */
  private static String killed(CrashLake lake, String stage, int moment)
      throws IOException, InterruptedException {
    Process night = NightProgram.start(lake.folder());
    String last = "start";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(night.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null && !line.equals("begins " + stage)) {
        last = line;
        line = lines.readLine();
      }
      assertThat(line).as("the night said no more after: %s", last).isNotNull();
      Thread.sleep(moment);
      night.destroyForcibly().waitFor();
    }
    return "SIGKILL %d ms after %s began, exit %d".formatted(moment, stage, night.exitValue());
  }
}
