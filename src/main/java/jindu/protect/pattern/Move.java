package jindu.protect.pattern;

import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A way in which elements can change together, so that what they make tells nobody: in widths of
 * the cell that is moved. In arrays, because each is tried some thousand times.
 */
final class Move {

  /** Below it a change is the solver's noise. */
  static final double NOISE = 1e-6;

  private final NavigableMap<Integer, Double> elements;

  /** What the move is in the layers that were looked at last: they add up in one way. */
  private Additivity additivity;

  private int[] cells = {};
  private double[] changes = {};
  private boolean keepsSums;

  /**
   * @param elements changes by number of the element; those that stay are left out
   */
  Move(NavigableMap<Integer, Double> elements) {
    this.elements = elements;
  }

  /** The cells of a layer that change in it. */
  BitSet cells(Layer layer) {
    look(layer.additivity());
    BitSet changed = new BitSet();
    for (int cell : cells) {
      changed.set(cell);
    }
    return changed;
  }

  /**
   * Whether the move of a cell by its width is consistent with a layer.
   *
   * @param free cells that may move
   * @param step the width of the cell, negative for a move down
   */
  boolean isPossible(Layer layer, BitSet free, int cell, double step) {
    look(layer.additivity());
    if (!keepsSums) {
      return false;
    }
    boolean isMoved = false;
    for (int i = 0; i < cells.length; i++) {
      if (!free.get(cells[i]) || !layer.allows(cells[i], step * changes[i])) {
        return false;
      }
      isMoved |= cells[i] == cell && Math.abs(changes[i] - 1) < NOISE;
    }
    return isMoved;
  }

  /**
   * In another layer the same elements may make other cells, by other rates, or be made themselves.
   */
  private void look(Additivity other) {
    if (additivity == other) {
      return;
    }
    Map<Integer, Double> all = new TreeMap<>();
    elements.forEach(
        (element, change) ->
            other
                .shares(element)
                .forEach(share -> all.merge(share.cell(), share.weight() * change, Double::sum)));
    elements.forEach(all::putIfAbsent);
    all.values().removeIf(change -> Math.abs(change) < NOISE);
    additivity = other;
    cells = all.keySet().stream().mapToInt(Integer::intValue).toArray();
    changes = all.values().stream().mapToDouble(Double::doubleValue).toArray();
    // What nothing but elements make keeps every sum that is not one of two ways of making it.
    boolean isOfElements =
        other.differences().isEmpty() && elements.keySet().stream().allMatch(other::isElement);
    keepsSums = isOfElements || all.keySet().stream().allMatch(cell -> keepsSums(cell, all));
  }

  private boolean keepsSums(int cell, Map<Integer, Double> all) {
    for (Additivity.Sum sum : additivity.of(cell)) {
      double left = -all.getOrDefault(sum.total(), 0.0);
      for (int i = 0; i < sum.parts().size(); i++) {
        left += sum.weights().get(i) * all.getOrDefault(sum.parts().get(i), 0.0);
      }
      // Of each cell less than the noise may have been left out.
      if (Math.abs(left) > NOISE * sum.cells().cardinality()) {
        return false;
      }
    }
    return true;
  }
}
