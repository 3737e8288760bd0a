package jindu.run;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;

/** Counts the Spark jobs of a stage and the most memory that the driver's process used in it. */
final class StageMeter implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final SparkSession spark;
  private final AtomicLong jobs = new AtomicLong();
  private final SparkListener listener =
      new SparkListener() {
        @Override
        public void onJobStart(SparkListenerJobStart start) {
          jobs.incrementAndGet();
        }
      };

  StageMeter(SparkSession spark) {
    this.spark = spark;
    spark.sparkContext().addSparkListener(listener);
  }

  /** Forgets what was counted so far. */
  void begin() {
    waitForTheLast();
    jobs.set(0);
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** Jobs since the beginning. */
  long jobs() {
    waitForTheLast();
    return jobs.get();
  }

  /** The peaks of the heap's parts, added up: they need not fall on one moment. */
  long peakMemory() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  @Override
  public void close() {
    spark.sparkContext().removeSparkListener(listener);
  }

  /** Spark tells its listeners later. */
  private void waitForTheLast() {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty(PATIENCE_MILLIS);
    } catch (TimeoutException late) {
      // A count that is a job short is no reason to stop the night.
    }
  }
}
