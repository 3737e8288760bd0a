package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Who attacks a layer (method.md section 8): a stranger; everyone who is alone in a withheld cell
 * and therefore knows it; and the largest contributor of every other withheld cell, who knows his
 * part of it. Cells of which one is a part of the other and in both of which somebody is alone are
 * his.
 */
final class Attackers {

  /** A part that came back by the way it went is the same but for what was rounded. */
  private static final double ROUNDING = 1e-9;

  private Attackers() {}

  /**
   * The stranger, and who knows more than he and than each before. Who has less of the same cells
   * than another is safe where the stranger and that other are: a mean of their moves is one for
   * him.
   */
  static List<Attacker> of(Layer layer, BitSet withheld) {
    List<Attacker> attackers = new ArrayList<>();
    attackers.add(Attacker.STRANGER);
    BitSet left = new BitSet();
    withheld.stream().filter(layer::isOfOne).forEach(left::set);
    while (!left.isEmpty()) {
      BitSet own = own(layer, left, left.nextSetBit(0));
      NavigableMap<Integer, Double> amounts = new TreeMap<>();
      own.stream().forEach(cell -> amounts.put(cell, Math.abs(layer.amount(cell))));
      NavigableMap<Integer, Double> parts = parts(layer, amounts);
      own.stream().forEach(parts::remove);
      attackers.add(new Attacker(own, parts));
      left.andNot(own);
    }
    addLargest(layer, withheld, attackers);
    return attackers;
  }

  /**
   * Small cells first: who is the largest in one is often so in the total that it is a part of.
   * Where amounts may be negative, a part bounds nothing: the stranger's moves, made smaller, do.
   */
  private static void addLargest(Layer layer, BitSet withheld, List<Attacker> attackers) {
    withheld.stream()
        .boxed()
        .filter(cell -> layer.isOccupied(cell) && !layer.isOfOne(cell) && !layer.isSigned(cell))
        .sorted(Comparator.comparingDouble(layer::amount).thenComparing(Comparator.naturalOrder()))
        .forEach(
            cell -> {
              NavigableMap<Integer, Double> parts = parts(layer, Map.of(cell, layer.largest(cell)));
              if (attackers.stream().noneMatch(other -> other.knowsAllOf(parts))) {
                attackers.add(new Attacker(new BitSet(), parts));
              }
            });
  }

  private static BitSet own(Layer layer, BitSet alone, int cell) {
    BitSet own = new BitSet();
    own.set(cell);
    int known;
    do {
      known = own.cardinality();
      for (Additivity.Sum sum : layer.additivity().sums()) {
        for (int part : sum.parts()) {
          if (alone.get(part)
              && alone.get(sum.total())
              && (own.get(part) || own.get(sum.total()))) {
            own.set(part);
            own.set(sum.total());
          }
        }
      }
    } while (own.cardinality() > known);
    return own;
  }

  /**
   * What who has parts of cells has of the totals that they are in, however far up, and of a cell
   * that is all there is of one.
   */
  private static NavigableMap<Integer, Double> parts(Layer layer, Map<Integer, Double> own) {
    NavigableMap<Integer, Double> parts = new TreeMap<>(own);
    boolean isMore;
    do {
      isMore = false;
      for (Additivity.Sum sum : layer.additivity().sums()) {
        for (int i = 0; i < sum.parts().size(); i++) {
          isMore |= addPart(parts, sum.parts().get(i), sum.total(), sum.weights().get(i));
        }
        if (sum.parts().size() == 1) {
          isMore |= addPart(parts, sum.total(), sum.parts().get(0), 1 / sum.weights().get(0));
        }
      }
    } while (isMore);
    return parts;
  }

  /** Adds what the part of one cell is of another; false where no less was known of it. */
  private static boolean addPart(
      NavigableMap<Integer, Double> parts, int cell, int other, double weight) {
    Double part = parts.get(cell);
    if (part == null) {
      return false;
    }
    double ofOther = part * weight;
    Double before = parts.get(other);
    if (before != null && ofOther <= before * (1 + ROUNDING)) {
      return false;
    }
    parts.put(other, ofOther);
    return true;
  }
}
