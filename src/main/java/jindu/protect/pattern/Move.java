package jindu.protect.pattern;

import java.util.BitSet;
import java.util.NavigableMap;

/**
 * A way in which cells can change together without any sum telling: a cell by one, and others by so
 * much more or less.
 *
 * @param changes by number of the cell; those that stay are left out
 */
record Move(NavigableMap<Integer, Double> changes) {

  /** Below it a change is the solver's noise. */
  static final double NOISE = 1e-6;

  BitSet cells() {
    BitSet cells = new BitSet();
    changes.keySet().forEach(cells::set);
    return cells;
  }

  /** Whether all changes are whole, so that the move can be held to the sums without rounding. */
  boolean isWhole() {
    return changes.values().stream().allMatch(change -> change == Math.rint(change));
  }

  /**
   * Whether the move by a cell's width is consistent with a layer.
   *
   * @param free cells that may move
   * @param step the width of the cell, negative for a move down
   */
  boolean isPossible(Layer layer, BitSet free, double step) {
    return changes.entrySet().stream()
            .allMatch(
                change ->
                    free.get(change.getKey())
                        && layer.allows(change.getKey(), step * change.getValue()))
        && changes.keySet().stream()
            .flatMap(cell -> layer.additivity().of(cell).stream())
            .allMatch(this::keeps);
  }

  private boolean keeps(Additivity.Sum sum) {
    double parts = 0;
    for (int part : sum.parts()) {
      parts += change(part);
    }
    return parts == change(sum.total());
  }

  private double change(int cell) {
    return changes.getOrDefault(cell, 0.0);
  }
}
