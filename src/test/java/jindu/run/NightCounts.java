package jindu.run;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jindu.TestSession;
import jindu.table.TableDefinition;
import org.apache.hadoop.fs.Path;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.FileSourceScanExec;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.adaptive.AdaptiveSparkPlanExec;
import org.apache.spark.sql.execution.adaptive.QueryStageExec;
import org.apache.spark.sql.execution.columnar.InMemoryTableScanExec;
import org.apache.spark.sql.execution.exchange.ReusedExchangeExec;
import org.apache.spark.sql.util.QueryExecutionListener;
import scala.jdk.javaapi.CollectionConverters;

/** The Spark jobs of a night, and how often it scans each table of the lake, by stage. */
final class NightCounts implements Progress {

  private static final String BEFORE_THE_FIRST = "";
  private static final int PATIENCE = 60_000;

  private final Map<String, Integer> jobs = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> scans = new LinkedHashMap<>();

  /** What is kept in memory is scanned once, by whichever query comes first. */
  private final Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());

  private String stage = BEFORE_THE_FIRST;

  /**
   * Counts what a night takes.
   *
   * @param night to be told whose progress it tells
   */
  NightResult of(Counted night) throws Exception {
    SparkSession spark = TestSession.get();
    SparkListener started =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart start) {
            jobs.merge(stage, 1, Integer::sum);
          }
        };
    QueryExecutionListener ended =
        new QueryExecutionListener() {
          @Override
          public void onSuccess(String name, QueryExecution query, long nanoseconds) {
            count(query.executedPlan());
          }

          @Override
          public void onFailure(String name, QueryExecution query, Exception failure) {}
        };
    waitForTheLast();
    spark.sparkContext().addSparkListener(started);
    spark.listenerManager().register(ended);
    try {
      return night.run(this);
    } finally {
      waitForTheLast();
      spark.listenerManager().unregister(ended);
      spark.sparkContext().removeSparkListener(started);
    }
  }

  @Override
  public void begins(String next, int number, int of) {
    waitForTheLast();
    stage = next;
  }

  int jobs() {
    return jobs.values().stream().mapToInt(Integer::intValue).sum();
  }

  int scansOf(TableDefinition table) {
    return scans.values().stream().mapToInt(tables -> tables.getOrDefault(table.name(), 0)).sum();
  }

  @Override
  public String toString() {
    return "jobs " + jobs + ", scans " + scans;
  }

  /** Spark tells its listeners later. */
  private static void waitForTheLast() {
    try {
      TestSession.get().sparkContext().listenerBus().waitUntilEmpty(PATIENCE);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("Spark did not tell its listeners in time.", e);
    }
  }

  private void count(SparkPlan plan) {
    if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      count(adaptive.executedPlan());
    } else if (plan instanceof QueryStageExec queryStage) {
      count(queryStage.plan());
    } else if (plan instanceof InMemoryTableScanExec memory) {
      if (kept.add(memory.relation().cacheBuilder())) {
        count(memory.relation().cachedPlan());
      }
    } else if (plan instanceof FileSourceScanExec scan) {
      CollectionConverters.asJava(scan.relation().location().rootPaths()).stream()
          .map(NightCounts::table)
          .distinct()
          .forEach(this::scanned);
    } else if (!(plan instanceof ReusedExchangeExec)) {
      CollectionConverters.asJava(plan.children()).forEach(this::count);
    }
  }

  /** The folder of a file, without those of its partitions. */
  private static String table(Path path) {
    Path folder = path.getName().endsWith(".parquet") ? path.getParent() : path;
    while (folder.getName().contains("=")) {
      folder = folder.getParent();
    }
    return folder.getName();
  }

  /** Files of Delta's own log are no tables. */
  private void scanned(String table) {
    if (!table.endsWith(".json") && !table.equals("_delta_log")) {
      scans.computeIfAbsent(stage, key -> new TreeMap<>()).merge(table, 1, Integer::sum);
    }
  }

  /** A night whose progress is told. */
  interface Counted {
    NightResult run(Progress progress) throws Exception;
  }
}
