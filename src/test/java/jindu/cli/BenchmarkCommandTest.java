package jindu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import jindu.benchmark.Benchmark;
import jindu.benchmark.Cost;
import jindu.benchmark.Measure;
import jindu.benchmark.Measurement;
import jindu.core.Messages;
import org.junit.jupiter.api.Test;

/** The options of the benchmark and how its lines look; nothing is measured. */
class BenchmarkCommandTest {

  private static final Measurement REBUILD =
      new Measurement(
          "rebuild",
          2_000_000,
          new Cost(60, 100.5, 3_000_000_000L),
          "duckdb",
          new Cost(40, 70.0, null),
          false,
          Map.of("compared_rows", 5, "different_rows", 1, "examples", List.of("sales …: 1 / 2")));

  @Test
  void withoutItsLauncherItCannotMeasure() {
    Output output = Output.of("benchmark", "--quick", "--lang", "en");

    assertThat(output.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.errors()).contains("run it by jobs/jindu benchmark");
  }

  @Test
  void aSizeIsANumber() {
    Output output = Output.of("benchmark", "--cells", "200000,many", "--lang", "en");

    assertThat(output.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.errors()).contains("many");
  }

  @Test
  void aQuickRunRebuildsTheSmallestSizeOnly() {
    assertThat(Benchmark.Plan.sizes(true)).containsExactly(200_000L);
    assertThat(Benchmark.Plan.sizes(false)).containsExactly(200_000L, 2_000_000L, 20_000_000L);
  }

  @Test
  void aQuickRunMeasuresNothingThatTakesLonger() {
    assertThat(Measure.unnamed(true))
        .containsExactlyInAnyOrder(Measure.NIGHT, Measure.REBUILD, Measure.QUESTION);
    assertThat(Measure.unnamed(false))
        .hasSize(Measure.values().length - 1)
        .doesNotContain(Measure.HEAP);
  }

  @Test
  void whatCannotBeMeasuredIsRefusedWithWhatCan() {
    Output output = Output.of("benchmark", "--measure", "tea", "--lang", "en");

    assertThat(output.code()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(output.errors()).contains("tea").contains("INGEST").contains("HEAP");
  }

  @Test
  void aLineForProgramsHasTheFieldsThatOthersRelyOn() throws Exception {
    JsonNode line = new ObjectMapper().readTree(BenchmarkJson.of(REBUILD));

    assertThat(line.required("measure").asText()).isEqualTo("rebuild");
    assertThat(line.required("cells").asLong()).isEqualTo(2_000_000);
    assertThat(line.required("seconds").asDouble()).isEqualTo(60);
    assertThat(line.required("peer").asText()).isEqualTo("duckdb");
    assertThat(line.required("peer_seconds").asDouble()).isEqualTo(40);
    assertThat(line.required("ratio").asDouble()).isEqualTo(1.5);
    assertThat(line.required("same").asBoolean()).isFalse();
    assertThat(line.required("peak_memory_bytes").asLong()).isEqualTo(3_000_000_000L);
    assertThat(line.required("peer_peak_memory_bytes").isNull()).isTrue();
  }

  @Test
  void aLineWithoutAPeerSaysSo() throws Exception {
    Measurement alone =
        new Measurement("protect", 5, new Cost(1, null, null), null, null, null, Map.of());

    JsonNode line = new ObjectMapper().readTree(BenchmarkJson.of(alone));

    assertThat(line.required("peer").isNull()).isTrue();
    assertThat(line.required("ratio").isNull()).isTrue();
    assertThat(line.has("peer_seconds")).isFalse();
  }

  @Test
  void thePersonWhoReadsTheTableIsToldWhereThePeerDiffers() {
    List<String> lines = new BenchmarkReport(Messages.ENGLISH).lines(List.of(REBUILD));

    assertThat(lines.get(0)).contains("Measure").contains("Ratio");
    assertThat(lines.get(1)).contains("2,000,000").contains("60.0").contains("1.50");
    assertThat(lines.get(1)).endsWith("different");
    assertThat(lines)
        .contains("duckdb: 1 of 5 rows differ (ours / the peer's):", "  sales …: 1 / 2");
    assertThat(new BenchmarkReport(Messages.CHINESE).lines(List.of(REBUILD)).get(1))
        .endsWith("不一致");
  }

  @Test
  void aMeasureWithSeveralLinesSaysWhichItIsAndHowFastItRead() throws Exception {
    Measurement read =
        new Measurement(
            "ingest",
            100,
            new Cost(4, null, 500_000_000L),
            "fastexcel",
            new Cost(2, null, null),
            true,
            Map.of(
                Measurement.VARIANT,
                "xlsx",
                Measurement.SPEED,
                2.04,
                Measurement.PEER_SPEED,
                4.08));

    assertThat(new BenchmarkReport(Messages.ENGLISH).lines(List.of(read)))
        .anyMatch(line -> line.startsWith("ingest xlsx ") && line.endsWith("the same"))
        .contains("ingest xlsx: 2.0 MB/s; fastexcel: 4.1 MB/s");
    assertThat(new BenchmarkReport(Messages.CHINESE).lines(List.of(read)))
        .contains("ingest xlsx：2.0 MB/秒；fastexcel：4.1 MB/秒");
    JsonNode line = new ObjectMapper().readTree(BenchmarkJson.of(read));
    assertThat(line.required("measure").asText()).isEqualTo("ingest");
    assertThat(line.required("variant").asText()).isEqualTo("xlsx");
    assertThat(line.required("megabytes_per_second").asDouble()).isEqualTo(2.04);
    assertThat(line.required("ratio").asDouble()).isEqualTo(2);
  }

  @Test
  void theSmallestHeapStandsBesideTheOneThatWasTooSmall() {
    Measurement heap =
        new Measurement(
            "heap",
            100,
            new Cost(4, null, null),
            null,
            null,
            null,
            Map.of(Measurement.HEAP_ENOUGH, "768m", Measurement.HEAP_TOO_SMALL, "640m"));

    assertThat(new BenchmarkReport(Messages.ENGLISH).lines(List.of(heap)))
        .contains("smallest heap: 768m is enough, 640m is not");
    assertThat(new BenchmarkReport(Messages.CHINESE).lines(List.of(heap)))
        .contains("最小堆内存：768m 够用，640m 不够");
  }
}
