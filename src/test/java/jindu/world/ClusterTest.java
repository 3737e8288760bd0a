package jindu.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jindu.benchmark.StandaloneCluster;
import jindu.core.CreditCode;
import jindu.run.DuckDb;
import jindu.run.SmallReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The same jar through spark-submit, on processes of its own: what it publishes is the same. */
@Tag("cluster")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTest {

  private static final Path FOLDER = Path.of("target", "world-cluster").toAbsolutePath();
  private static final Path EMBEDDED = FOLDER.resolve("embedded");
  private static final Path CLUSTERED = FOLDER.resolve("clustered");
  private static final Path SHIPPED = Path.of("jobs", "conf", "standalone.conf");

  /** Those of an executor of {@link #SHIPPED}. */
  private static final int CORES = 2;

  private static final int UNITS = 40;
  private static final int MONTHS = 11;
  private static final List<String> TOWNSHIPS = List.of("410311002", "410311004", "410311005");
  private static final List<String> SECTORS = List.of("2611", "1811", "3034", "3516");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static StandaloneCluster cluster;

  @BeforeAll
  static void startTheClusterAndRunTheNightWithoutIt() throws Exception {
    new ProcessBuilder("rm", "-rf", FOLDER.toString()).start().waitFor();
    Launched.run(Map.of(), line -> {}, "--version").require(0);
    for (Path lake : List.of(EMBEDDED, CLUSTERED)) {
      deliver(lake);
    }
    cluster = new StandaloneCluster(Path.of("").toAbsolutePath(), FOLDER.resolve("cluster"), CORES);
    cluster.addWorker();
    cluster.addWorker();
    Launched.run(Map.of(), line -> {}, "nightly", "--lake", EMBEDDED.toString()).require(0);
    cluster.awaitWorkers(2);
  }

  @AfterAll
  static void stopTheCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  @Order(1)
  void aWorkerIsKilledInMidStageAndTheNightPublishesTheSameRows() throws Exception {
    Path told = FOLDER.resolve("told.json");
    Launched night =
        Launched.run(
            Map.of("SPARK_HOME", cluster.home().toString()),
            line -> {
              if (line.startsWith("[3/6]")) {
                new KilledWorker(cluster).killABusyOne();
              }
            },
            "nightly",
            "--lake",
            CLUSTERED.toUri().toString(),
            "--master",
            cluster.url(),
            "--json",
            "--on-success",
            "echo heard; cat > '" + told + "'");

    night.require(0);
    assertThat(night.errors()).contains("Lost executor").contains("heard");
    assertThat(JSON.readTree(night.result()).required("outcome").asText()).isEqualTo("published");
    assertThat(JSON.readTree(told.toFile()).required("publication"))
        .isEqualTo(JSON.readTree(night.result()).required("publication"));
    Map<String, List<Map<String, Object>>> embedded = rows(EMBEDDED);
    Map<String, List<Map<String, Object>>> clustered = rows(CLUSTERED);
    assertThat(clustered.keySet())
        .isEqualTo(embedded.keySet())
        .contains("headline/2020.parquet", "indicator/2020.parquet", "revision/2020.parquet");
    assertThat(embedded.get("indicator/2020.parquet")).hasSizeGreaterThan(50);
    embedded.forEach((file, rows) -> assertThat(clustered.get(file)).as(file).isEqualTo(rows));
    assertThat(CLUSTERED.resolve("published/current/workbook.xlsx")).isNotEmptyFile();
    assertThat(CLUSTERED.resolve("published/current/dashboard.html")).isNotEmptyFile();
    for (String zone : List.of("returns", "observations", "ledger", "queries")) {
      assertThat(PosixFilePermissions.toString(permissions(zone))).as(zone).isEqualTo("rwx------");
    }
  }

  @Test
  @Order(2)
  void whatIsRebuiltOnTheClusterIsWhatIsThere() throws Exception {
    cluster.addWorker();
    cluster.awaitWorkers(2);
    Path settings = Files.createDirectories(FOLDER.resolve("settings"));
    Files.writeString(
        settings.resolve("standalone.conf"),
        "spark.master " + cluster.url() + "\n" + Files.readString(SHIPPED));

    Launched rebuild =
        Launched.run(
            Map.of("SPARK_HOME", cluster.home().toString(), "JINDU_CONF", settings.toString()),
            line -> {},
            "rebuild",
            "--lake",
            CLUSTERED.toString(),
            "--lang",
            "en");

    rebuild.require(0);
    assertThat(rebuild.result()).contains("agrees with what is stored to the last digit");
  }

  @Test
  @Order(3)
  void theExitCodeComesThrough() throws Exception {
    Map<String, String> spark = Map.of("SPARK_HOME", cluster.home().toString());
    String nowhere = FOLDER.resolve("nowhere").toString();
    Launched.run(spark, line -> {}, "nightly", "--lake", nowhere, "--master", cluster.url())
        .require(2);

    Launched none =
        Launched.run(
            Map.of("SPARK_HOME", nowhere), line -> {}, "nightly", "--master", cluster.url());
    none.require(2);
    assertThat(none.errors()).contains("SPARK_HOME").contains("集群");
  }

  private static Set<PosixFilePermission> permissions(String zone) throws IOException {
    return Files.getPosixFilePermissions(CLUSTERED.resolve(zone));
  }

  /** A register of industry, its returns month by month, and the budget of the same townships. */
  private static void deliver(Path lake) throws IOException {
    SmallReference.copy(lake.resolve("reference"), Set.of("B204-1", "CZ-1", "MLK"));
    StringBuilder register = new StringBuilder("统一社会信用代码,单位名称,区划代码,行业代码,报表,起报期,变动原因\n");
    for (int unit = 1; unit <= UNITS; unit++) {
      register.append(
          "%s,某厂,%s,%s,B204-1,2020-02,新投产\n".formatted(code(unit), township(unit), sector(unit)));
    }
    write(lake, "MLK/2020-02-10/名录.csv", register);
    for (int month = 2; month <= MONTHS; month++) {
      StringBuilder industry =
          new StringBuilder(
              "报告期,统一社会信用代码,单位名称,区划代码,行业代码,工业总产值_本年累计,工业总产值_上年同期," + "工业销售产值_本年累计,工业销售产值_上年同期\n");
      StringBuilder budget = new StringBuilder("报告期,区划代码,科目,收入_本年累计\n");
      for (int unit = 1; unit <= UNITS; unit++) {
        int output = month * (100 + unit * unit);
        industry.append(
            "2020-%02d,%s,某厂,%s,%s,%d,%d,%d,%d\n"
                .formatted(
                    month,
                    code(unit),
                    township(unit),
                    sector(unit),
                    output,
                    output - unit,
                    output - 2,
                    output - unit - 2));
      }
      for (int place = 0; place < TOWNSHIPS.size(); place++) {
        budget.append(
            "2020-%02d,%s,增值税,%d\n".formatted(month, TOWNSHIPS.get(place), month * (place + 7)));
      }
      String day = "2020-%02d-12".formatted(month + 1);
      write(lake, "B204-1/" + day + "/工业 " + month + "月.csv", industry);
      write(lake, "CZ-1/" + day + "/收入.csv", budget);
    }
  }

  private static void write(Path lake, String path, StringBuilder text) throws IOException {
    Path file = lake.resolve("inbox").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String code(int unit) {
    String organisation = String.format("%08d", unit);
    String body = "91410311" + organisation + CreditCode.organisationCheckCharacter(organisation);
    return body + CreditCode.checkCharacter(body + "0");
  }

  private static String township(int unit) {
    return TOWNSHIPS.get(unit % TOWNSHIPS.size());
  }

  private static String sector(int unit) {
    return SECTORS.get(unit % SECTORS.size());
  }

  /**
   * The rows of each published table's file, in their order. The bytes of a file say in what order
   * a JVM happens to keep the names of Parquet's encodings.
   */
  private static Map<String, List<Map<String, Object>>> rows(Path lake) throws Exception {
    Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    Path publication = lake.resolve("published/current");
    try (DuckDb duck = DuckDb.open()) {
      for (Path file : files(publication.toRealPath())) {
        if (file.toString().endsWith(".parquet")) {
          rows.put(
              publication.toRealPath().relativize(file).toString(),
              duck.rows("SELECT * FROM read_parquet('" + file + "')"));
        }
      }
    }
    return rows;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }
}
