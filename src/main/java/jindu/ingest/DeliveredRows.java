package jindu.ingest;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** The rows of one delivery after the other; at most one has its rows kept at any time. */
final class DeliveredRows implements Iterator<Row>, AutoCloseable {

  /** The rows of one delivery. */
  record OfOne(DecodedRows decoded, Function<DecodedRow, Row> asRow) {}

  private final Iterator<Row> deliveries;
  private final Function<Row, OfOne> open;
  private OfOne current;

  DeliveredRows(Iterator<Row> deliveries, Function<Row, OfOne> open) {
    this.deliveries = deliveries;
    this.open = open;
  }

  @Override
  public boolean hasNext() {
    while ((current == null || !current.decoded().hasNext()) && deliveries.hasNext()) {
      current = open.apply(deliveries.next());
    }
    return current != null && current.decoded().hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.asRow().apply(current.decoded().next());
  }

  @Override
  public void close() {
    if (current != null) {
      current.decoded().close();
    }
  }
}
