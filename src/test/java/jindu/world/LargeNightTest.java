package jindu.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jindu.benchmark.StandaloneCluster;
import jindu.run.DuckDb;
import jindu.run.SmallReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Five million observations through a driver of 200 MB, on a cluster of two workers of one core: no
 * stage collects to the driver what grows with the input. Of one form of twelve items: how many
 * forms a catalog has is no matter of how much comes in.
 *
 * <p>It takes a quarter of an hour, 10 GB of memory and of disk: {@code mvn test -Pworld-large},
 * with {@code -Djindu.projects=500} for a first look.
 */
@Tag("large")
class LargeNightTest {

  private static final Path FOLDER = Path.of("target", "world-large").toAbsolutePath();
  private static final Path LAKE = FOLDER.resolve("lake");
  private static final int PROJECTS = Integer.getInteger("jindu.projects", 38_000);
  private static final int FIRST_MONTH = 2;
  private static final int LAST_MONTH = 12;
  private static final int ITEMS = 12;
  private static final String HEAP = "200m";
  private static final List<String> TOWNSHIPS = List.of("410311002", "410311004", "410311005");
  private static final List<String> SECTORS = List.of("2611", "1811", "3034", "4415", "5990");

  /** So that the parts of what is done are whole numbers, and add up. */
  private static final int EIGHTHS = 8;

  private static final int SIZES = 90;

  @Test
  void aSmallDriverIsEnoughForAnyNumberOfReturns() throws Exception {
    WorldProcess.run("rm", "-rf", FOLDER.toString());
    Launched.run(Map.of(), line -> {}, "--version").require(0);
    deliver();
    try (StandaloneCluster cluster =
        new StandaloneCluster(Path.of("").toAbsolutePath(), FOLDER.resolve("cluster"), 1)) {
      cluster.addWorker();
      cluster.addWorker();
      cluster.awaitWorkers(2);
      Launched night =
          Launched.run(
              Map.of(
                  "SPARK_HOME",
                  cluster.home().toString(),
                  "JINDU_CONF",
                  settings().toString(),
                  "JINDU_HEAP",
                  HEAP,
                  // Out of memory is an end, at once.
                  "SPARK_SUBMIT_OPTS",
                  "-XX:+ExitOnOutOfMemoryError"),
              line -> {},
              "nightly",
              "--lake",
              LAKE.toString(),
              "--master",
              cluster.url(),
              "--json");
      night.require(0);
      Files.writeString(FOLDER.resolve("night.json"), night.result());
    }
    try (DuckDb duck = DuckDb.open()) {
      assertThat(
              duck.number(
                  "SELECT count(*) FROM read_parquet('%s/observations/**/*.parquet')"
                      .formatted(LAKE)))
          .isEqualTo(PROJECTS + (long) PROJECTS * (LAST_MONTH - FIRST_MONTH + 1) * ITEMS);
      assertThat(
              duck.number(
                  "SELECT value_ytd FROM read_parquet('%s/published/current/indicator/*.parquet')"
                          .formatted(LAKE)
                      + " WHERE indicator = 'fixed_asset_investment' AND sector_code = 'ALL'"
                      + " AND township_code = '410311' AND year = 2020 AND quarter = 4"))
          .isEqualTo(10_000L * investment());
    }
  }

  /**
   * Executors as small as the workers, and a driver of less than the 450 MB that Spark asks for.
   */
  private static Path settings() throws IOException {
    Path settings = Files.createDirectories(FOLDER.resolve("settings"));
    String shipped = Files.readString(Path.of("jobs", "conf", "standalone.conf"));
    Files.writeString(
        settings.resolve("standalone.conf"),
        shipped
                .replaceFirst("(?m)^(spark.executor.cores) .*$", "$1 1")
                .replaceFirst("(?m)^(spark.executor.memory) .*$", "$1 3g")
            + "spark.testing.reservedMemory 67108864\n");
    return settings;
  }

  private static void deliver() throws IOException {
    SmallReference.copy(LAKE.resolve("reference"), Set.of("206-1", "MLK"));
    try (BufferedWriter register = file("MLK/2021-01-18/projects.csv")) {
      register.write("项目代码,单位名称,区划代码,行业代码,报表,起报期,变动原因\n");
      for (int project = 0; project < PROJECTS; project++) {
        register.write(
            "%s,某项目,%s,%s,206-1,2020-02,新开工\n"
                .formatted(code(project), township(project), sector(project)));
      }
    }
    for (int month = FIRST_MONTH; month <= LAST_MONTH; month++) {
      try (BufferedWriter returns = file("206-1/2021-01-18/" + month + ".csv")) {
        returns.write(
            "报告期,项目代码,区划代码,行业代码,计划总投资,本年完成投资_本年累计,自开始建设累计完成投资,上年末累计完成投资,"
                + "建筑工程_本年累计,安装工程_本年累计,设备工器具购置_本年累计,其他费用_本年累计,购置旧设备_本年累计,"
                + "旧建筑物购置费_本年累计,建设用地费_本年累计,本年实际到位资金_本年累计\n");
        for (int project = 0; project < PROJECTS; project++) {
          int done = month * monthly(project);
          returns.write(
              "2020-%02d,%s,%s,%s,20000,%d,%d,50,%d,%d,%d,%d,0,0,0,%d\n"
                  .formatted(
                      month,
                      code(project),
                      township(project),
                      sector(project),
                      done,
                      done + 50,
                      done / 2,
                      done / 4,
                      done / 8,
                      done / 8,
                      done));
        }
      }
    }
  }

  private static long investment() {
    long all = 0;
    for (int project = 0; project < PROJECTS; project++) {
      all += (long) LAST_MONTH * monthly(project);
    }
    return all;
  }

  private static int monthly(int project) {
    return EIGHTHS * (1 + project % SIZES);
  }

  private static String code(int project) {
    return "2020-410311-47-03-%06d".formatted(project);
  }

  private static String township(int project) {
    return TOWNSHIPS.get(project % TOWNSHIPS.size());
  }

  private static String sector(int project) {
    return SECTORS.get(project % SECTORS.size());
  }

  private static BufferedWriter file(String path) throws IOException {
    Path file = LAKE.resolve("inbox").resolve(path);
    Files.createDirectories(file.getParent());
    return Files.newBufferedWriter(file);
  }
}
