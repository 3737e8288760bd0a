package jindu.run.serve;

import static java.util.Map.entry;

import java.util.Map;
import jindu.core.Messages;
import org.apache.spark.sql.internal.SQLConf;

/** What a client is told whose request is refused, and which settings it may change. */
final class ReadOnly {

  private static final String CATALOGS = "spark.sql.catalog";

  /** Whether a file is a table under its path: its columns alone tell of what is in it. */
  private static final String FILES = "spark.sql.runSQLOnFiles";

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
        entry(FILES, "false"));
  }

  /** Whether a client may set it for its session: what Spark knows of queries, but not of what. */
  static boolean maySet(String setting) {
    return new SQLConf().isModifiable(setting)
        && !setting.startsWith(CATALOGS)
        && !setting.equals(FILES);
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
