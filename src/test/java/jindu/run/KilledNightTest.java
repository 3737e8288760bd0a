package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
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

  /** A stage of so few rows takes hardly longer, even where the machine has other work. */
  private static final int MILLISECONDS = 4000;

  /** The start, before the first stage begins, and each stage. */
  private static final List<String> MOMENTS =
      Stream.concat(Stream.of(""), Nightly.STAGES.stream()).toList();

  @TempDir private Path folder;

  @Test
  void theNextNightNeedsNobody() throws Exception {
    int kills = Integer.getInteger("jindu.kills", 1);
    Random random = new Random();
    CrashLake before = CrashLake.corrected(folder.resolve("before"));
    CrashLake whole = before.copy(folder.resolve("whole"));
    whole.night();
    Map<String, String> undisturbed = whole.state();
    int killed = 0;
    for (int attempt = 0; killed < kills; attempt++) {
      assertThat(attempt).as("nights that were over before they were killed").isLessThan(5 * kills);
      String stage = MOMENTS.get(random.nextInt(MOMENTS.size()));
      int moment = random.nextInt(MILLISECONDS);
      CrashLake lake = before.copy(folder.resolve("night-" + attempt));
      if (!isKilled(lake, stage, moment)) {
        continue;
      }
      killed++;
      String how = "killed %d ms after %s".formatted(moment, stage.isEmpty() ? "start" : stage);
      lake.forget();
      assertThat(lake.wrongInForce()).as("what readers saw, %s", how).isEmpty();
      lake.night();
      assertThat(lake.state()).as(how).isEqualTo(undisturbed);
      System.out.println(how + ": as undisturbed");
    }
  }

  /**
   * Kills it so long after it started or a stage began.
   *
   * @return whether it was still working
   */
  private static boolean isKilled(CrashLake lake, String stage, int moment)
      throws IOException, InterruptedException {
    Process night = NightProgram.start(lake.folder());
    String last = "start";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(night.getInputStream(), StandardCharsets.UTF_8))) {
      while (!stage.isEmpty() && !last.equals("begins " + stage)) {
        String line = lines.readLine();
        assertThat(line).as("the night said no more after: %s", last).isNotNull();
        last = line;
      }
      Thread.sleep(moment);
      boolean works = night.isAlive();
      night.destroyForcibly().waitFor();
      return works;
    }
  }
}
