package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which cells of a layer add up to which.
 *
 * <p>A cell that is a total of others is no unknown of its own: it is made of the elements, cells
 * that are a total of none.
 */
final class Additivity {

  /**
   * A total and its parts, as numbers of cells.
   *
   * @param weights how often each part counts: once, or where one figure is made of another by the
   *     rate that makes it
   */
  record Sum(int total, List<Integer> parts, List<Double> weights) {

    /** The total of its parts. */
    Sum(int total, List<Integer> parts) {
      this(total, parts, Collections.nCopies(parts.size(), 1.0));
    }

    /** The same for cells that are numbered from another first one. */
    Sum from(int first) {
      return new Sum(first + total, parts.stream().map(part -> first + part).toList(), weights);
    }

    /** Total and parts. */
    BitSet cells() {
      BitSet cells = new BitSet();
      cells.set(total);
      parts.forEach(cells::set);
      return cells;
    }
  }

  /** A weight as a binary number is off by less than this. */
  private static final double ROUNDING = 1e-9;

  /** How much of a cell an element makes. */
  record Share(int cell, double weight) {}

  private final List<Sum> sums;
  private final List<List<Sum>> ofCell = new ArrayList<>();
  private final List<NavigableMap<Integer, Double>> elements = new ArrayList<>();
  private final List<List<Share>> shares = new ArrayList<>();
  private final List<NavigableMap<Integer, Double>> differences = new ArrayList<>();
  private final BitSet totals = new BitSet();

  /**
   * @param size number of cells
   */
  Additivity(int size, List<Sum> sums) {
    this.sums = List.copyOf(sums);
    for (int cell = 0; cell < size; cell++) {
      ofCell.add(new ArrayList<>());
      shares.add(new ArrayList<>());
      elements.add(null);
    }
    for (Sum sum : sums) {
      totals.set(sum.total());
      sum.cells().stream().forEach(cell -> ofCell.get(cell).add(sum));
    }
    for (int cell = 0; cell < size; cell++) {
      int made = cell;
      elements(cell).forEach((element, weight) -> shares.get(element).add(new Share(made, weight)));
    }
    for (Sum sum : sums) {
      NavigableMap<Integer, Double> difference = difference(sum);
      if (!difference.isEmpty()) {
        differences.add(difference);
      }
    }
  }

  List<Sum> sums() {
    return sums;
  }

  /** The sums that a cell is in, as total or as part. */
  List<Sum> of(int cell) {
    return ofCell.get(cell);
  }

  /** What a cell is made of, with the weight of each; an element of itself. */
  NavigableMap<Integer, Double> elements(int cell) {
    NavigableMap<Integer, Double> made = elements.get(cell);
    if (made == null) {
      made =
          of(cell).stream()
              .filter(sum -> sum.total() == cell)
              .findFirst()
              .map(this::elements)
              .orElseGet(() -> new TreeMap<>(Map.of(cell, 1.0)));
      elements.set(cell, made);
    }
    return made;
  }

  /**
   * What two ways of making a total must have in common, where they are not made of the same: each
   * sums up to nothing.
   */
  List<NavigableMap<Integer, Double>> differences() {
    return differences;
  }

  private NavigableMap<Integer, Double> difference(Sum sum) {
    NavigableMap<Integer, Double> difference = elements(sum);
    elements(sum.total())
        .forEach((element, weight) -> difference.merge(element, -weight, Double::sum));
    difference.values().removeIf(weight -> Math.abs(weight) < ROUNDING);
    return difference;
  }

  /** The same of one sum: a cell may be the total of several. */
  private NavigableMap<Integer, Double> elements(Sum sum) {
    NavigableMap<Integer, Double> made = new TreeMap<>();
    for (int i = 0; i < sum.parts().size(); i++) {
      double often = sum.weights().get(i);
      elements(sum.parts().get(i))
          .forEach((element, weight) -> made.merge(element, often * weight, Double::sum));
    }
    return made;
  }

  /** The cells that an element makes, itself among them. */
  List<Share> shares(int element) {
    return shares.get(element);
  }

  boolean isElement(int cell) {
    return !totals.get(cell);
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
