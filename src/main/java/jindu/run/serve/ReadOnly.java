package jindu.run.serve;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import jindu.core.Messages;
import org.apache.spark.sql.internal.SQLConf;

/** What a client is told whose request is refused, and which settings it may change. */
final class ReadOnly {

  private static final String CATALOGS = "spark.sql.catalog";

  private static final Set<String> SETTINGS =
      Set.of(
          "spark.sql.adaptive.enabled",
          "spark.sql.ansi.enabled",
          "spark.sql.autoBroadcastJoinThreshold",
          "spark.sql.caseSensitive",
          "spark.sql.crossJoin.enabled",
          "spark.sql.session.timeZone",
          "spark.sql.shuffle.partitions");

  private static final Set<String> FAMILIES =
      Set.of("spark.sql.execution.arrow.", "spark.sql.repl.eagerEval.");

  private ReadOnly() {}

  /** The settings of a session that keeps to the tables of the lake. */
  static Map<String, Object> settings(String location) {
    String catalog = CATALOGS + "." + LakeCatalog.NAME;
    return Map.ofEntries(
        entry("spark.sql.extensions", ReadingPlans.class.getName()),
        entry("spark.connect.grpc.interceptor.classes", ReadingRequests.class.getName()),
        // A plan that comes compressed could not be looked into.
        entry("spark.connect.session.planCompression.threshold", "-1"),
        entry("spark.sql.connect.serverStacktrace.enabled", "false"),
        entry("spark.sql.catalog.spark_catalog", "builtin"),
        entry("spark.sql.defaultCatalog", LakeCatalog.NAME),
        entry(catalog, LakeCatalog.class.getName()),
        entry(catalog + "." + LakeCatalog.LOCATION, location),
        // A text with ${env:…} in it would be answered with what the server's environment says.
        entry("spark.sql.variable.substitute", "false"),
        entry("spark.sql.runSQLOnFiles", "false"));
  }

  /**
   * Whether a client may set it for its session: how its answers look and are brought to it. What
   * else Spark lets a session set includes whether the plans are looked into at all.
   */
  static boolean maySet(String setting) {
    return SETTINGS.contains(setting)
        || (FAMILIES.stream().anyMatch(setting::startsWith) && new SQLConf().isModifiable(setting));
  }

  /** Why something is not done, in both languages: nobody knows which the client reads. */
  static String words(String what) {
    return Messages.CHINESE.text("serve.refused", what)
        + " / "
        + Messages.ENGLISH.text("serve.refused", what);
  }

  static UnsupportedOperationException refusal(String what) {
    return new UnsupportedOperationException(words(what));
  }
}
