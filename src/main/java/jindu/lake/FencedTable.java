package jindu.lake;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.defaults.internal.data.vector.DefaultGenericVector;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.ConcurrentTransactionException;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jindu.table.ColumnDefinition;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DecimalType;

/**
 * Appends a few rows to a Delta table without a Spark job, and only for the last who took it. Each
 * commit bears a number that is higher than the one before; who takes the table starts with numbers
 * above all those of before, and Delta refuses a commit with a lower one: so an earlier holder who
 * was taken for dead is refused whatever it does next.
 */
public final class FencedTable {

  /** The name under which Delta keeps the number. */
  private static final String FENCE = "holder";

  /** So many commits a holder can make before its numbers reach those of the next. */
  private static final long COMMITS = 1L << 20;

  private final Engine engine = DefaultEngine.create(DeltaTables.settings());
  private final TableDefinition table;
  private final String location;
  private long number;

  private FencedTable(TableDefinition table, String location) {
    this.table = table;
    this.location = location;
  }

  /**
   * Takes the table: from the first row that is appended, who took it before is refused.
   *
   * @param table without partitions
   * @param exists whether it was ever written
   */
  static FencedTable take(Lake lake, TableDefinition table, boolean exists) {
    FencedTable taken = new FencedTable(table, lake.zone(table.name()).toString());
    if (!exists) {
      taken.create();
    }
    Optional<Long> last = taken.snapshot().getLatestTransactionVersion(taken.engine, FENCE);
    taken.number = (last.orElse(0L) / COMMITS + 1) * COMMITS;
    return taken;
  }

  /**
   * Adds rows in one commit.
   *
   * @param rows in the order of the table's columns; none of them a list
   * @param batch names who appends, in the table's log
   * @throws LostLockException when another has taken the table since
   */
  public void append(List<Row> rows, String batch) throws IOException {
    try {
      Snapshot latest = snapshot();
      Transaction transaction =
          latest
              .buildUpdateTableTransaction("jindu " + batch, Operation.WRITE)
              .withTransactionId(FENCE, number)
              .build(engine);
      commit(transaction, actions(transaction, batch(rows, latest.getSchema())));
    } catch (ConcurrentTransactionException taken) {
      throw new LostLockException(location, taken);
    }
  }

  /** Number of the next commit: higher than that of any before it, whatever the clock says. */
  public long next() {
    return number;
  }

  private void create() {
    Transaction transaction =
        TableManager.buildCreateTableTransaction(
                location, DataTypeJsonSerDe.deserializeStructType(table.schema().json()), "jindu")
            .build(engine);
    transaction.commit(engine, CloseableIterable.emptyIterable());
  }

  private void commit(Transaction transaction, CloseableIterable<io.delta.kernel.data.Row> actions)
      throws IOException {
    TransactionCommitResult done = transaction.commit(engine, actions);
    number++;
    for (PostCommitHook hook : done.getPostCommitHooks()) {
      try {
        hook.threadSafeInvoke(engine);
      } catch (IOException later) {
        // The rows are in. What follows only makes the log quicker to read, and the next commit
        // tries it again.
      }
    }
  }

  private CloseableIterable<io.delta.kernel.data.Row> actions(
      Transaction transaction, FilteredColumnarBatch rows) throws IOException {
    io.delta.kernel.data.Row state = transaction.getTransactionState(engine);
    CloseableIterator<FilteredColumnarBatch> logical = Utils.singletonCloseableIterator(rows);
    CloseableIterator<FilteredColumnarBatch> physical =
        Transaction.transformLogicalData(engine, state, logical, Map.of());
    DataWriteContext context = Transaction.getWriteContext(engine, state, Map.of());
    CloseableIterator<DataFileStatus> written =
        engine
            .getParquetHandler()
            .writeParquetFiles(
                context.getTargetDirectory(), physical, context.getStatisticsColumns());
    return CloseableIterable.inMemoryIterable(
        Transaction.generateAppendActions(engine, state, written, context));
  }

  /**
   * Rows as the table has its columns, by name: one of another version of the program describes
   * them in other words, may have them in another order, and may have more.
   */
  private FilteredColumnarBatch batch(List<Row> rows, StructType stored) {
    List<String> names = table.columns().stream().map(ColumnDefinition::name).toList();
    ColumnVector[] columns = new ColumnVector[stored.length()];
    for (int column = 0; column < columns.length; column++) {
      int number = names.indexOf(stored.at(column).getName());
      columns[column] =
          DefaultGenericVector.fromArray(
              stored.at(column).getDataType(),
              rows.stream()
                  .map(row -> number < 0 ? null : converted(row.get(number), number))
                  .toArray());
    }
    return new FilteredColumnarBatch(
        new DefaultColumnarBatch(rows.size(), stored, columns), Optional.empty());
  }

  private Object converted(Object value, int column) {
    if (value instanceof Date day) {
      return Math.toIntExact(day.toLocalDate().toEpochDay());
    }
    if (value instanceof Timestamp moment) {
      return TimeUnit.SECONDS.toMicros(moment.toInstant().getEpochSecond())
          + TimeUnit.NANOSECONDS.toMicros(moment.getNanos());
    }
    if (value instanceof BigDecimal number) {
      DecimalType type = (DecimalType) table.schema().fields()[column].dataType();
      return number.setScale(type.scale(), RoundingMode.UNNECESSARY);
    }
    return value;
  }

  private Snapshot snapshot() {
    return TableManager.loadSnapshot(location).build(engine);
  }
}
