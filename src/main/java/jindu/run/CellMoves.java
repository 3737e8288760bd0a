package jindu.run;

import static jindu.table.RevisionLogTable.AMOUNT_CHANGED;
import static jindu.table.RevisionLogTable.BATCH_ID;
import static jindu.table.RevisionLogTable.CAUSE;
import static jindu.table.RevisionLogTable.FIRST_PUBLISHED;
import static jindu.table.RevisionLogTable.UNITS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import jindu.run.Move.Line;
import jindu.table.RevisionTable;
import org.apache.spark.sql.Row;

/**
 * What moved one cell since it was first published, from publication to publication; read from the
 * log of revisions, of which a cell has a few rows a batch.
 */
final class CellMoves {

  private static final Comparator<String> NOT_YET_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private CellMoves() {}

  /**
   * The cell's first publication, and each after it in which it was another; last what moved it
   * since, if anything did.
   *
   * @param log rows of {@link jindu.table.RevisionLogTable} of the cell that count
   * @param publishers the batches that made a publication, with it; sorted in time
   * @param now the cell's year-to-date; null where it is not known
   * @return empty where the cell was never published
   */
  static List<Move> of(List<Row> log, NavigableMap<String, String> publishers, BigDecimal now) {
    Optional<Row> first =
        log.stream()
            .filter(CellMoves::isFirst)
            .max(Comparator.comparing(row -> row.<String>getAs(BATCH_ID)));
    if (first.isEmpty()) {
      return List.of();
    }
    String firstBatch = first.get().getAs(BATCH_ID);
    TreeMap<String, Map<String, Line>> steps = new TreeMap<>(NOT_YET_LAST);
    for (Row row : log) {
      String batch = row.getAs(BATCH_ID);
      if (!isFirst(row) && batch.compareTo(firstBatch) > 0) {
        Line line = new Line(row.getAs(CAUSE), row.getAs(AMOUNT_CHANGED), row.<Long>getAs(UNITS));
        steps
            .computeIfAbsent(publishers.ceilingKey(batch), step -> new TreeMap<>())
            .merge(line.cause(), line, Line::sum);
      }
    }
    List<Move> moves = new ArrayList<>();
    moves.add(move(publishers.ceilingKey(firstBatch), List.of(), publishers));
    steps.forEach((batch, lines) -> moves.add(move(batch, inOrder(lines), publishers)));
    return reached(moves, first.get().getAs(AMOUNT_CHANGED), now);
  }

  /**
   * With the value after each move, reckoned from the first value, and behind a change that is not
   * known from now backwards. What the log leaves open stands last, in a line of its own.
   */
  private static List<Move> reached(List<Move> moves, BigDecimal firstValue, BigDecimal now) {
    BigDecimal[] values = new BigDecimal[moves.size()];
    int last = values.length - 1;
    values[0] = firstValue;
    for (int move = 1; move <= last; move++) {
      values[move] = sum(values[move - 1], moves.get(move).change());
    }
    boolean isClosed = values[last] == null || (now != null && values[last].compareTo(now) == 0);
    if (values[last] == null) {
      values[last] = now;
    }
    for (int move = last; move > 0 && values[move - 1] == null; move--) {
      values[move - 1] = sum(values[move], moves.get(move).change().map(BigDecimal::negate));
    }
    List<Move> reached = new ArrayList<>();
    for (int move = 0; move <= last; move++) {
      reached.add(moves.get(move).reaching(values[move]));
    }
    if (!isClosed) {
      BigDecimal open = now == null ? null : now.subtract(values[last]);
      reached.add(new Move(Optional.empty(), List.of(new Line(Move.UNRECORDED, open, 0)), now));
    }
    return reached;
  }

  /** Null where one of them is not known. */
  private static BigDecimal sum(BigDecimal value, Optional<BigDecimal> change) {
    return value == null || change.isEmpty() ? null : value.add(change.get());
  }

  private static Move move(String batch, List<Line> lines, Map<String, String> publishers) {
    return new Move(Optional.ofNullable(batch).map(publishers::get), lines, null);
  }

  private static List<Line> inOrder(Map<String, Line> lines) {
    return RevisionTable.CAUSES.stream().filter(lines::containsKey).map(lines::get).toList();
  }

  private static boolean isFirst(Row row) {
    return row.getAs(CAUSE).equals(FIRST_PUBLISHED);
  }
}
