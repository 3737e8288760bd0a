package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which cells of a layer add up to which. */
final class Additivity {

  /** A total and its parts, as numbers of cells. */
  record Sum(int total, List<Integer> parts) {

    /** Total and parts. */
    BitSet cells() {
      BitSet cells = new BitSet();
      cells.set(total);
      parts.forEach(cells::set);
      return cells;
    }
  }

  private final List<Sum> sums;
  private final List<List<Sum>> ofCell = new ArrayList<>();

  /**
   * @param size number of cells
   */
  Additivity(int size, List<Sum> sums) {
    this.sums = List.copyOf(sums);
    for (int cell = 0; cell < size; cell++) {
      ofCell.add(new ArrayList<>());
    }
    for (Sum sum : sums) {
      sum.cells().stream().forEach(cell -> ofCell.get(cell).add(sum));
    }
  }

  List<Sum> sums() {
    return sums;
  }

  /** The sums that a cell is in, as total or as part. */
  List<Sum> of(int cell) {
    return ofCell.get(cell);
  }

  /** Whether a cell is a total and part of none. */
  boolean isTop(int cell) {
    return !of(cell).isEmpty() && of(cell).stream().allMatch(sum -> sum.total() == cell);
  }

  @Override
  public String toString() {
    return sums.toString();
  }
}
