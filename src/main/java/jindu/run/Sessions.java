package jindu.run;

import java.util.Map;
import jindu.lake.DurableLogStore;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** The Spark session of a run: one a process, set up for small nights of many short jobs. */
public final class Sessions {

  private Sessions() {}

  /**
   * The session, started if there is none.
   *
   * @param master a Spark master; null leaves it to {@code spark-submit}, or to this machine's
   *     cores
   */
  public static SparkSession start(String master) {
    return start(master, Map.of());
  }

  /**
   * The session for work of a few seconds: there, compiling a query takes longer than it would take
   * to interpret it.
   *
   * @param master as for {@link #start}
   */
  static SparkSession startForFewRows(String master) {
    return start(
        master,
        Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.adaptive.enabled", "false"));
  }

  private static SparkSession start(String master, Map<String, Object> settings) {
    Option<SparkSession> running = SparkSession.getDefaultSession();
    if (running.isDefined()) {
      return running.get();
    }
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("jindu")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config(DurableLogStore.SPARK_SETTING, DurableLogStore.class.getName())
            .config("spark.sql.session.timeZone", "Asia/Shanghai");
    builder.config(settings);
    if (master != null) {
      builder.master(master);
    } else if (System.getProperty("spark.master") == null) {
      embedded(builder);
    }
    return builder.getOrCreate();
  }

  /** At a district's size the cost is the number of jobs and tasks, not the rows. */
  private static void embedded(SparkSession.Builder builder) {
    int cores = Runtime.getRuntime().availableProcessors();
    builder
        .master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", Integer.toString(cores))
        .config("spark.databricks.delta.snapshotPartitions", "1")
        .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", Integer.toString(cores))
        // In one process a heartbeat proves nothing, and Spark 4.2's dies of a task that begins on
        // a
        // cached table in that instant: two minutes later it would give up its only executor.
        .config("spark.executor.heartbeatInterval", "12h")
        .config("spark.network.timeout", "24h")
        .config("spark.driver.host", "localhost")
        .config("spark.driver.bindAddress", "127.0.0.1");
  }
}
