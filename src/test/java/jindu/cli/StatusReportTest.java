package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jindu.core.Messages;
import jindu.run.BatchLog.Batch;
import jindu.run.BatchLog.Stage;
import jindu.run.LakeStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person, a program and Prometheus are told of a lake. */
class StatusReportTest {

  private static final LakeStatus STATUS =
      new LakeStatus(
          Optional.of(
              new LakeStatus.Held(
                  "jindu", 4711, "bureau", Instant.parse("2021-11-05T14:00:01Z"), "paused")),
          Optional.of(
              new Batch(
                  "B000007",
                  LocalDate.of(2021, 11, 5),
                  LocalDateTime.of(2021, 11, 5, 22, 0),
                  "started",
                  null,
                  null,
                  List.of(),
                  "jindu, process 4711 on bureau",
                  List.of(
                      new Stage(
                          "ingest",
                          new BigDecimal("3.250"),
                          12,
                          1200,
                          0L,
                          7L,
                          300L << 20,
                          "",
                          "returns@4")))),
          3,
          Optional.of(new LakeStatus.InForce("2021-10-12-01", LocalDate.of(2021, 10, 12))),
          2);

  @TempDir private Path folder;

  @Test
  void aPausedHolderIsNamedWithWhatToDo() {
    List<String> lines = new StatusReport(Messages.ENGLISH).lines(STATUS);
    assertThat(lines.get(0))
        .isEqualTo(
            "Held by jindu, process 4711 on bureau, since 2021-11-05 22:00:01; it is paused and keeps"
                + " the lake. Let it go on (kill -CONT 4711) or end it.");
    assertThat(lines).contains("In force: 2021-10-12-01, as of 2021-10-12.");
    assertThat(lines.get(lines.size() - 1)).contains("1200").endsWith("300");
    assertThat(new StatusReport(Messages.of("zh")).lines(STATUS).get(0)).contains("已暂停");
  }

  @Test
  void programsGetTheSame() throws Exception {
    JsonNode json = new ObjectMapper().readTree(StatusJson.of(STATUS));
    assertThat(json.at("/held_by/state").asText()).isEqualTo("paused");
    assertThat(json.at("/last_batch/stages/0/spark_jobs").asInt()).isEqualTo(7);
    assertThat(json.at("/publication").asText()).isEqualTo("2021-10-12-01");
    assertThat(json.at("/arrived").asInt()).isEqualTo(2);

    Path file = folder.resolve("jindu.prom");
    PrometheusFile.write(file, STATUS);
    assertThat(Files.readAllLines(file))
        .contains(
            "jindu_lake_held 1.0",
            "jindu_last_batch_done 0.0",
            "jindu_arrived_deliveries 2.0",
            "jindu_quarantined_rows 3.0",
            "jindu_stage_seconds{stage=\"ingest\"} 3.25",
            "jindu_stage_spark_jobs{stage=\"ingest\"} 7.0");
    assertThat(folder).isDirectoryNotContaining(each -> each.toString().endsWith(".tmp"));
  }

  /** Whoever is alarmed by a lake that is held for long is not by one that the next night takes. */
  @Test
  void aDeadHolderHoldsNothing() throws Exception {
    LakeStatus.Held paused = STATUS.holder().orElseThrow();
    LakeStatus.Held dead =
        new LakeStatus.Held(paused.user(), paused.process(), paused.host(), paused.since(), "dead");
    Path file = folder.resolve("jindu.prom");
    PrometheusFile.write(
        file,
        new LakeStatus(
            Optional.of(dead),
            STATUS.last(),
            STATUS.quarantined(),
            STATUS.publication(),
            STATUS.arrived()));
    assertThat(Files.readAllLines(file)).contains("jindu_lake_held 0.0");
  }
}
