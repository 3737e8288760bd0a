package jindu;

import jindu.lake.DurableLogStore;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of a test run; it ends with the JVM, and no test stops it.
 *
 * <p>It interprets its queries: for the few rows of most tests, generating and compiling code took
 * half of the time. The sample's night runs as outside tests.
 */
public final class TestSession {

  private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
  private static final String FACTORY = "spark.sql.codegen.factoryMode";

  /**
   * An interpreted filter asks for the pruned partitions before Spark has them, where queries are
   * not planned again at run time.
   */
  private static final String PRUNING = "spark.sql.optimizer.dynamicPartitionPruning.enabled";

  private static final SparkSession SESSION = create();

  private TestSession() {}

  public static SparkSession get() {
    return SESSION;
  }

  /** Whether queries from now on run as generated code, as they do outside tests. */
  public static void generatesCode(boolean generated) {
    SESSION.conf().set(WHOLE_STAGE, Boolean.toString(generated));
    SESSION.conf().set(PRUNING, Boolean.toString(generated));
    SESSION.conf().set(FACTORY, generated ? "FALLBACK" : "NO_CODEGEN");
  }

  private static SparkSession create() {
    SparkSession session =
        SparkSession.builder()
            .appName("jindu tests")
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .config(WHOLE_STAGE, "false")
            .config(FACTORY, "NO_CODEGEN")
            .config(PRUNING, "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .config(DurableLogStore.SPARK_SETTING, DurableLogStore.class.getName())
            // As in jobs/conf/embedded.conf, and for its reason.
            .config("spark.executor.heartbeatInterval", "12h")
            .config("spark.network.timeout", "24h")
            .config("spark.sql.types.framework.enabled", "false")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
            .config(
                "spark.sql.warehouse.dir",
                "target/warehouse-" + System.getProperty("jindu.fork", "1"))
            .getOrCreate();
    if (!Boolean.parseBoolean(session.conf().get("spark.sql.ansi.enabled"))) {
      throw new IllegalStateException("ANSI mode must be on: silent nulls hide defects.");
    }
    return session;
  }
}
