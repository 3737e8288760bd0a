package jindu.protect.pattern;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear program: the cheapest consistent move that changes one cell by its width. Where there
 * is none, whoever knows all the other cells knows the cell more closely than that.
 */
final class CheapestMove {

  private static final double LEAST_ROOM = 1e-3;
  private static final double MOST_ROOM = 1e3;

  private final Layer layer;
  private final BitSet free;
  private final IntToDoubleFunction cost;

  /**
   * @param free cells that may move
   * @param cost of changing a cell by one
   */
  CheapestMove(Layer layer, BitSet free, IntToDoubleFunction cost) {
    this.layer = layer;
    this.free = free;
    this.cost = cost;
  }

  /**
   * The move of a cell by one width.
   *
   * @param direction 1 up, -1 down
   * @return changes in widths of the cell, upwards positive whatever the direction; empty where no
   *     move is consistent
   */
  Optional<Move> of(int cell, int direction) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Map<Integer, Variable> up = new TreeMap<>();
    Map<Integer, Variable> down = new TreeMap<>();
    BitSet connected = connected(cell);
    connected.stream()
        .forEach(
            each -> {
              up.put(each, model.newVariable("u" + each).lower(0).weight(cost.applyAsDouble(each)));
              Variable falls =
                  model.newVariable("d" + each).lower(0).weight(cost.applyAsDouble(each));
              if (!layer.isSigned()) {
                falls.upper(room(layer.room(each) / layer.width(cell)));
              }
              down.put(each, falls);
            });
    up.get(cell).level(direction > 0 ? 1 : 0);
    down.get(cell).level(direction > 0 ? 0 : 1);
    addSums(model, up, down);
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    TreeMap<Integer, Double> changes = new TreeMap<>();
    up.forEach(
        (each, rises) -> {
          double change = direction * (value(rises) - value(down.get(each)));
          if (Math.abs(change) > Move.NOISE) {
            boolean isWhole = Math.abs(change - Math.rint(change)) < Move.NOISE;
            changes.put(each, isWhole ? Math.rint(change) : change);
          }
        });
    return Optional.of(new Move(changes));
  }

  /**
   * How far a cell may fall, in widths of the one that is moved. What is far beyond any move, or
   * far below one, would only make the program hard to solve: less room is the safe side.
   */
  private static double room(double widths) {
    return widths < LEAST_ROOM ? 0 : Math.min(widths, MOST_ROOM);
  }

  /** Free cells that sums connect with one, itself among them. */
  private BitSet connected(int cell) {
    BitSet connected = new BitSet();
    Deque<Integer> next = new ArrayDeque<>(List.of(cell));
    while (!next.isEmpty()) {
      int each = next.remove();
      if (!connected.get(each)) {
        connected.set(each);
        for (Additivity.Sum sum : layer.additivity().of(each)) {
          sum.cells().stream().filter(free::get).forEach(next::add);
        }
      }
    }
    return connected;
  }

  private void addSums(
      ExpressionsBasedModel model, Map<Integer, Variable> up, Map<Integer, Variable> down) {
    Set<Additivity.Sum> sums = new LinkedHashSet<>();
    up.keySet().forEach(cell -> sums.addAll(layer.additivity().of(cell)));
    int number = 0;
    for (Additivity.Sum sum : sums) {
      Expression balance = model.newExpression("b" + number++).level(0);
      sum.parts().forEach(part -> add(balance, up.get(part), down.get(part), 1));
      add(balance, up.get(sum.total()), down.get(sum.total()), -1);
    }
  }

  private static void add(Expression balance, Variable up, Variable down, int sign) {
    if (up != null) {
      balance.set(up, sign);
      balance.set(down, -sign);
    }
  }

  private static double value(Variable variable) {
    return variable.getValue().doubleValue();
  }
}
