package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jindu.lake.Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A night that died is carried on from the first stage that did not finish. */
@ExtendWith(FewRows.class)
class CarriedOnNightTest {

  @TempDir private Path folder;

  @AfterEach
  void mend() {
    Faults.none();
  }

  @Test
  void onlyWhatDidNotFinishRunsAgainAndEveryoneIsTold() throws Exception {
    CrashLake lake = CrashLake.fresh(folder);
    NightPlan first = plan(lake);
    assertThat(first.batch()).isEqualTo("B000001");
    assertThat(first.finished()).isEmpty();
    assertThat(first.everything()).contains("first night");
    assertThat(first.deliveries())
        .extracting(delivery -> delivery.path())
        .containsExactly("CZ-1/2020-05-02/a.csv");
    assertThat(first.indicators()).contains("budget_revenue", "tax_share");
    assertThat(status(lake).arrived()).isEqualTo(1);

    Faults faults = Faults.within("publish", Faults.Kind.DIE, lake.folder());
    assertThatThrownBy(() -> lake.night(faults)).hasStackTraceContaining("Made to fail");
    Faults.none();
    lake.forget();

    NightPlan again = plan(lake);
    assertThat(again.batch()).isEqualTo("B000001");
    assertThat(again.finished())
        .containsExactly("ingest", "check", "aggregate", "assess", "protect");
    LakeStatus died = status(lake);
    assertThat(died.publication()).isEmpty();
    assertThat(died.last().orElseThrow().state()).isEqualTo("started");
    assertThat(died.last().orElseThrow().stages())
        .extracting(BatchLog.Stage::name)
        .containsExactly("ingest", "check", "aggregate", "assess", "protect");
    assertThat(died.last().orElseThrow().stages())
        .allSatisfy(stage -> assertThat(stage.peakMemory()).isPositive());
    BatchLog.Stage check = died.last().orElseThrow().stages().get(1);
    assertThat(check.rowsIn()).isEqualTo(3);
    assertThat(check.jobs()).isPositive();
    assertThat(check.inputs()).contains("returns@0");
    assertThat(check.outputs()).isEqualTo("observations@0 quarantine@0");

    List<String> stages = new ArrayList<>();
    NightResult night =
        lake.night(
            (stage, number, of) -> {
              stages.add(stage);
            });
    assertThat(night.batch()).isEqualTo("B000001");
    assertThat(night.outcome()).isEqualTo(NightResult.Outcome.PUBLISHED);
    assertThat(stages).containsExactly("protect", "publish", "");
    assertThat(night.quarantined()).isEqualTo(1);

    LakeStatus done = status(lake);
    assertThat(done.holder()).isEmpty();
    assertThat(done.last().orElseThrow().state()).isEqualTo("done");
    assertThat(done.publication().map(LakeStatus.InForce::id)).contains(night.publication());
    assertThat(done.quarantined()).isEqualTo(1);
    assertThat(done.arrived()).isZero();
    assertThat(plan(lake).isEmpty()).isTrue();
    assertThat(events(lake))
        .containsSubsequence(
            "batch begins",
            "stage begins ingest",
            "stage ends ingest",
            "stage begins publish",
            "batch fails",
            "batch begins",
            "stage begins protect",
            "stage ends publish",
            "batch ends");
  }

  /** What the lines of the day's log say, each read by itself. */
  private static List<String> events(CrashLake lake) throws Exception {
    String day = ReceivedDays.today(SampleLake.CLOCK).toString();
    List<String> events = new ArrayList<>();
    for (String line : Files.readAllLines(lake.folder().resolve("logs").resolve(day + ".jsonl"))) {
      JsonNode message = new ObjectMapper().readTree(line).required("message");
      assertThat(message.isObject()).as(line).isTrue();
      if (message.has("event")) {
        assertThat(message.required("batch").asText()).isEqualTo("B000001");
        events.add((message.get("event").asText() + " " + message.path("stage").asText()).strip());
      }
    }
    return events;
  }

  private static NightPlan plan(CrashLake lake) throws Exception {
    return NightPlan.of(
        lake.folder().toString(), null, lake.catalog(), Optional.empty(), SampleLake.CLOCK);
  }

  private static LakeStatus status(CrashLake lake) throws Exception {
    return LakeStatus.of(lake.folder().toString(), null, SampleLake.CLOCK);
  }
}
