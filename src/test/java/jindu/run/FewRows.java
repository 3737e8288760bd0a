package jindu.run;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jindu.TestSession;
import org.apache.spark.sql.RuntimeConfig;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the nights of a test without what pays for many rows only. A checksum beside each commit
 * costs a local disk five processes.
 */
final class FewRows implements BeforeAllCallback, AfterAllCallback {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.sql.leafNodeDefaultParallelism", "1",
          "spark.sql.files.minPartitionNum", "1",
          "spark.databricks.delta.writeChecksumFile.enabled", "false",
          "spark.databricks.delta.stats.collect", "false");

  private final Map<String, Optional<String>> before = new HashMap<>();

  @Override
  public void beforeAll(ExtensionContext context) {
    RuntimeConfig session = TestSession.get().conf();
    SETTINGS.forEach(
        (setting, value) -> {
          before.put(setting, Optional.ofNullable(session.get(setting, null)));
          session.set(setting, value);
        });
  }

  @Override
  public void afterAll(ExtensionContext context) {
    RuntimeConfig session = TestSession.get().conf();
    before.forEach(
        (setting, value) ->
            value.ifPresentOrElse(was -> session.set(setting, was), () -> session.unset(setting)));
  }
}
