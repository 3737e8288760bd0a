package jindu.run;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import jindu.TestSession;
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

/** The Spark jobs of a night, and how often it scans each table of the lake. */
final class NightCounts {

  private final AtomicInteger jobs = new AtomicInteger();
  private final Map<String, Integer> scans = new TreeMap<>();

  /** What is kept in memory is scanned once, by whichever query comes first. */
  private final Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Runs a night and counts what it takes. */
  NightResult of(Callable<NightResult> night) throws Exception {
    SparkSession spark = TestSession.get();
    SparkListener started =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart start) {
            jobs.incrementAndGet();
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
    spark.sparkContext().listenerBus().waitUntilEmpty(60_000);
    spark.sparkContext().addSparkListener(started);
    spark.listenerManager().register(ended);
    try {
      return night.call();
    } finally {
      spark.sparkContext().listenerBus().waitUntilEmpty(60_000);
      spark.listenerManager().unregister(ended);
      spark.sparkContext().removeSparkListener(started);
    }
  }

  int jobs() {
    return jobs.get();
  }

  /** Scans of the table at a folder of the lake. */
  int scansOf(String table) {
    return scans.getOrDefault(table, 0);
  }

  @Override
  public String toString() {
    return jobs + " jobs, scans " + scans;
  }

  private void count(SparkPlan plan) {
    if (plan instanceof AdaptiveSparkPlanExec adaptive) {
      count(adaptive.executedPlan());
    } else if (plan instanceof QueryStageExec stage) {
      count(stage.plan());
    } else if (plan instanceof InMemoryTableScanExec memory) {
      if (kept.add(memory.relation().cacheBuilder())) {
        count(memory.relation().cachedPlan());
      }
    } else if (plan instanceof FileSourceScanExec scan) {
      CollectionConverters.asJava(scan.relation().location().rootPaths())
          .forEach(path -> scans.merge(path.getName(), 1, Integer::sum));
    } else if (!(plan instanceof ReusedExchangeExec)) {
      CollectionConverters.asJava(plan.children()).forEach(this::count);
    }
  }
}
