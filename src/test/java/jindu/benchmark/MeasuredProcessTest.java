package jindu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jindu.run.RunException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are measured. */
class MeasuredProcessTest {

  @TempDir private Path logs;

  @Test
  void whatItSaysIsKept() throws Exception {
    MeasuredProcess process = new MeasuredProcess(logs, logs, null);

    assertThat(process.run("said", List.of("echo", "heard"), Map.of()).output())
        .isEqualTo("heard\n");
  }

  @Test
  void oneThatFailsIsNotMeasured() {
    MeasuredProcess process = new MeasuredProcess(logs, logs, null);

    assertThatThrownBy(() -> process.run("failed", List.of("false"), Map.of()))
        .isInstanceOf(RunException.class);
  }

  @Test
  void oneThatTakesLongerThanItMayHasFailed() {
    MeasuredProcess process = new MeasuredProcess(logs, logs, Duration.ofMillis(1));

    assertThatThrownBy(() -> process.run("long", List.of("sleep", "600"), Map.of()))
        .isInstanceOf(RunException.class);
  }
}
