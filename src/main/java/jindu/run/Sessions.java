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
   * @param master a Spark master; null for this machine's cores. Where {@code spark-submit} has
   *     started the program, its master is taken
   */
  public static SparkSession start(String master) {
    return start(master, Map.of());
  }

  /**
   * The session for work of a few seconds: there, compiling a query takes longer than it would take
   * to interpret it.
   *
   * @param master as for {@link #start(String)}
   */
  static SparkSession startForFewRows(String master) {
    return start(
        master,
        Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.adaptive.enabled", "false"));
  }

  /**
   * The session with settings of its own.
   *
   * @param master as for {@link #start(String)}
   */
  public static SparkSession start(String master, Map<String, Object> settings) {
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
    // What spark-submit was told stands: it writes a master's URL out in full.
    if (System.getProperty("spark.master") == null) {
      if (master == null || master.startsWith("local")) {
        EmbeddedSettings.read().forEach(builder::config);
      }
      builder.master(master == null ? "local[*]" : master);
    }
    return builder.getOrCreate();
  }
}
