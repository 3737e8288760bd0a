package jindu;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test run; it ends with the JVM, and no test stops it. */
public final class TestSession {

  private static final SparkSession SESSION = create();

  private TestSession() {}

  public static SparkSession get() {
    return SESSION;
  }

  private static SparkSession create() {
    SparkSession session =
        SparkSession.builder()
            .appName("jindu tests")
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            // As in jindu.run.Sessions, and for its reason.
            .config("spark.executor.heartbeatInterval", "12h")
            .config("spark.network.timeout", "24h")
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
