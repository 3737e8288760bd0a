package jindu.cli;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import jindu.run.BatchLog.Batch;
import jindu.run.BatchLog.Stage;
import jindu.run.LakeStatus;

/**
 * How a lake stands, for the text-file collector of Prometheus' node exporter: written aside and
 * renamed, because the collector may read at any time.
 */
final class PrometheusFile {

  private static final ZoneId DISTRICT = ZoneId.of("Asia/Shanghai");

  private PrometheusFile() {}

  static void write(Path file, LakeStatus status) throws IOException {
    Path target = file.toAbsolutePath();
    Path aside = target.resolveSibling("." + target.getFileName() + ".tmp");
    try (OutputStream out = Files.newOutputStream(aside)) {
      PrometheusTextFormatWriter.create().write(out, snapshots(status));
    }
    Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static MetricSnapshots snapshots(LakeStatus status) {
    List<MetricSnapshot> all = new ArrayList<>();
    all.add(
        gauge(
            "jindu_lake_held",
            "Whether a batch holds the lake: one that died does not.",
            status.holder().filter(held -> !held.isDead()).isPresent() ? 1 : 0));
    all.add(
        gauge(
            "jindu_arrived_deliveries",
            "Deliveries in the inbox that no batch has taken.",
            status.arrived()));
    all.add(
        gauge(
            "jindu_quarantined_rows",
            "Rows refused in the files that the last batch recorded.",
            (double) status.quarantined()));
    status
        .publication()
        .ifPresent(
            each ->
                all.add(
                    gauge(
                        "jindu_publication_as_of_timestamp_seconds",
                        "As-of date of the publication in force, its beginning.",
                        seconds(each.asOf()))));
    status.last().ifPresent(batch -> addBatch(all, batch));
    return new MetricSnapshots(all);
  }

  private static void addBatch(List<MetricSnapshot> all, Batch batch) {
    all.add(
        gauge(
            "jindu_last_batch_done",
            "Whether the last batch ended well.",
            batch.state().equals("done") ? 1 : 0));
    all.add(
        gauge(
            "jindu_last_batch_start_timestamp_seconds",
            "When the last batch began.",
            (double) batch.started().atZone(DISTRICT).toEpochSecond()));
    if (batch.seconds() != null) {
      all.add(
          gauge(
              "jindu_last_batch_seconds",
              "How long the last batch took.",
              batch.seconds().doubleValue()));
    }
    all.add(
        stages(
            batch,
            "jindu_stage_seconds",
            "How long a stage of the last batch took.",
            stage -> stage.seconds().doubleValue()));
    all.add(
        stages(
            batch,
            "jindu_stage_rows",
            "Rows that a stage of the last batch gave.",
            Stage::rowsOut));
    all.add(
        stages(
            batch,
            "jindu_stage_spark_jobs",
            "Spark jobs of a stage of the last batch.",
            stage -> stage.jobs() == null ? 0 : stage.jobs()));
    all.add(
        stages(
            batch,
            "jindu_stage_peak_memory_bytes",
            "Most heap that the process used in a stage of the last batch.",
            stage -> stage.peakMemory() == null ? 0 : stage.peakMemory()));
  }

  private static GaugeSnapshot gauge(String name, String help, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }

  private static GaugeSnapshot stages(
      Batch batch, String name, String help, ToDoubleFunction<Stage> figure) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    batch
        .stages()
        .forEach(
            stage ->
                gauge.dataPoint(
                    GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("stage", stage.name()))
                        .value(figure.applyAsDouble(stage))
                        .build()));
    return gauge.build();
  }

  private static double seconds(LocalDate day) {
    return day.atStartOfDay(DISTRICT).toEpochSecond();
  }
}
