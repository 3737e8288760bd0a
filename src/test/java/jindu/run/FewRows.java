package jindu.run;

import java.util.Map;
import jindu.TestSession;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the nights of a test without what pays for many rows only: to compile expressions, and to
 * plan queries again at run time, takes most of the time of a few. Without the planning at run time
 * Spark does not wait for what its dynamic pruning asks for, so that goes too. A checksum beside
 * each commit costs a local disk five processes.
 */
final class FewRows implements BeforeAllCallback, AfterAllCallback {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.sql.codegen.wholeStage", "false",
          "spark.sql.codegen.factoryMode", "NO_CODEGEN",
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.leafNodeDefaultParallelism", "1",
          "spark.sql.files.minPartitionNum", "1",
          "spark.databricks.delta.writeChecksumFile.enabled", "false",
          "spark.databricks.delta.stats.collect", "false",
          "spark.sql.optimizer.dynamicPartitionPruning.enabled", "false");

  @Override
  public void beforeAll(ExtensionContext context) {
    SETTINGS.forEach(TestSession.get().conf()::set);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    SETTINGS.keySet().forEach(TestSession.get().conf()::unset);
  }
}
