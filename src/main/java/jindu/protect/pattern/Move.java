package jindu.protect.pattern;

import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;

/**
 * A way in which cells can change together without any sum telling: a cell by one, and others by so
 * much more or less. In arrays, because each is tried some thousand times.
 */
final class Move {

  /** Below it a change is the solver's noise. */
  static final double NOISE = 1e-6;

  private final int[] cells;
  private final double[] changes;

  /**
   * @param changes by number of the cell; those that stay are left out
   */
  Move(NavigableMap<Integer, Double> changes) {
    this.cells = new int[changes.size()];
    this.changes = new double[changes.size()];
    int number = 0;
    for (Map.Entry<Integer, Double> change : changes.entrySet()) {
      this.cells[number] = change.getKey();
      this.changes[number++] = change.getValue();
    }
  }

  BitSet cells() {
    BitSet all = new BitSet();
    for (int cell : cells) {
      all.set(cell);
    }
    return all;
  }

  /**
   * Whether the move by a cell's width is consistent with a layer.
   *
   * @param free cells that may move
   * @param step the width of the cell, negative for a move down
   */
  boolean isPossible(Layer layer, BitSet free, double step) {
    for (int cell : cells) {
      if (!free.get(cell)) {
        return false;
      }
    }
    for (int i = 0; i < cells.length; i++) {
      if (!layer.allows(cells[i], step * changes[i])) {
        return false;
      }
    }
    for (int cell : cells) {
      for (Additivity.Sum sum : layer.additivity().of(cell)) {
        if (!keeps(sum)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean keeps(Additivity.Sum sum) {
    double left = -change(sum.total());
    for (int part : sum.parts()) {
      left += change(part);
    }
    return Math.abs(left) < NOISE * sum.parts().size();
  }

  private double change(int cell) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == cell) {
        return changes[i];
      }
    }
    return 0;
  }
}
