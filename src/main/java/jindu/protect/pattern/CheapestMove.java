package jindu.protect.pattern;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The linear program: the cheapest consistent move that changes one cell by its width. Where there
 * is none, whoever knows all the other cells knows the cell more closely than that.
 *
 * <p>Its unknowns are the elements that may move. What they make is a row of them: nothing where it
 * must not change, and else bounded where the bounds of its elements do not bound it already.
 */
final class CheapestMove {

  private static final double LEAST_ROOM = 1e-3;
  private static final double MOST_ROOM = 1e3;

  private final Layer layer;
  private final Additivity additivity;
  private final BitSet free;
  private final IntToDoubleFunction cost;

  /**
   * @param free cells that may move
   * @param cost of changing a cell by one; nothing where it does not matter
   */
  CheapestMove(Layer layer, BitSet free, IntToDoubleFunction cost) {
    this.layer = layer;
    this.additivity = layer.additivity();
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
    Program program = new Program(layer.width(cell));
    BitSet elements = connected(cell);
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    elements.stream().forEach(program::add);
    program.row(additivity.elements(cell)).level(direction);
    made(elements).stream().filter(each -> each != cell).forEach(program::bind);
    for (NavigableMap<Integer, Double> difference : additivity.differences()) {
      program.row(difference).level(0);
    }
    return program.solution(direction);
  }

  /** Free elements that what they make, and what must stay or costs, connects with a cell. */
  private BitSet connected(int cell) {
    BitSet connected = new BitSet();
    BitSet passed = new BitSet();
    Deque<Integer> next = new ArrayDeque<>(additivity.elements(cell).keySet());
    while (!next.isEmpty()) {
      int element = next.remove();
      if (free.get(element) && !connected.get(element)) {
        connected.set(element);
        for (Additivity.Share share : additivity.shares(element)) {
          boolean ties = !free.get(share.cell()) || cost.applyAsDouble(share.cell()) > 0;
          if (ties && !passed.get(share.cell())) {
            passed.set(share.cell());
            next.addAll(additivity.elements(share.cell()).keySet());
          }
        }
        additivity.differences().stream()
            .filter(difference -> difference.containsKey(element))
            .forEach(difference -> next.addAll(difference.keySet()));
      }
    }
    return connected;
  }

  /** The cells that some elements make, without these. */
  private BitSet made(BitSet elements) {
    BitSet made = new BitSet();
    elements.stream()
        .forEach(element -> additivity.shares(element).forEach(share -> made.set(share.cell())));
    made.andNot(elements);
    return made;
  }

  /** The program as it is written down for one cell. */
  private final class Program {

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<Integer, Variable> up = new TreeMap<>();
    private final Map<Integer, Variable> down = new TreeMap<>();
    private final double width;

    Program(double width) {
      this.width = width;
    }

    /** A cell with variables of its own: how far it rises, and how far it falls. */
    void add(int cell) {
      double price = cost.applyAsDouble(cell);
      up.put(cell, model.newVariable("u" + cell).lower(0).weight(price));
      Variable falls = model.newVariable("d" + cell).lower(0).weight(price);
      if (!layer.isSigned(cell)) {
        falls.upper(room(cell));
      }
      down.put(cell, falls);
    }

    /** What is made of the elements stays, or moves within its bounds and at its cost. */
    void bind(int cell) {
      NavigableMap<Integer, Double> elements = additivity.elements(cell);
      if (!free.get(cell)) {
        row(elements).level(0);
      } else if (elements.size() == 1) {
        bindAlone(cell, elements.firstKey(), elements.firstEntry().getValue());
      } else if (cost.applyAsDouble(cell) > 0) {
        add(cell);
        Expression balance = row(elements);
        balance.set(up.get(cell), -1);
        balance.set(down.get(cell), 1);
        balance.level(0);
      } else if (!layer.isSigned(cell) && room(cell) < roomOf(elements)) {
        row(elements).lower(-room(cell));
      }
    }

    /** What is one element by a rate has no variables: its bound and its cost are the element's. */
    private void bindAlone(int cell, int element, double weight) {
      Variable rises = up.get(element);
      Variable falls = down.get(element);
      if (!layer.isSigned(cell)) {
        double least = room(cell) / weight;
        double before =
            falls.getUpperLimit() == null
                ? Double.POSITIVE_INFINITY
                : falls.getUpperLimit().doubleValue();
        falls.upper(Math.min(before, least));
      }
      double price =
          falls.getContributionWeight().doubleValue() + weight * cost.applyAsDouble(cell);
      falls.weight(price);
      rises.weight(price);
    }

    Expression row(Map<Integer, Double> elements) {
      Expression row = model.newExpression("r" + model.countExpressions());
      elements.forEach(
          (element, weight) -> {
            if (up.containsKey(element)) {
              row.set(up.get(element), weight);
              row.set(down.get(element), -weight);
            }
          });
      return row;
    }

    Optional<Move> solution(int direction) {
      Optimisation.Result result = model.minimise();
      if (!result.getState().isFeasible()) {
        return Optional.empty();
      }
      NavigableMap<Integer, Double> changes = new TreeMap<>();
      up.forEach(
          (cell, rises) -> {
            double change = direction * (value(rises) - value(down.get(cell)));
            if (additivity.isElement(cell) && Math.abs(change) > Move.NOISE) {
              boolean isWhole = Math.abs(change - Math.rint(change)) < Move.NOISE;
              changes.put(cell, isWhole ? Math.rint(change) : change);
            }
          });
      return Optional.of(new Move(changes));
    }

    /**
     * How far a cell may fall, in widths of the one that is moved. What is far beyond any move, or
     * far below one, would only make the program hard to solve: less room is the safe side.
     */
    private double room(int cell) {
      double widths = layer.room(cell) / width;
      return widths < LEAST_ROOM ? 0 : Math.min(widths, MOST_ROOM);
    }

    /** How far what is made of elements can fall by their own bounds. */
    private double roomOf(Map<Integer, Double> elements) {
      return elements.entrySet().stream()
          .filter(element -> up.containsKey(element.getKey()))
          .mapToDouble(element -> element.getValue() * layer.room(element.getKey()) / width)
          .sum();
    }
  }

  private static double value(Variable variable) {
    return variable.getValue().doubleValue();
  }
}
