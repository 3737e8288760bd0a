package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Who attacks a layer (method.md section 8): a stranger; everyone who is alone in a withheld cell
 * and therefore knows it; and the largest contributor of every other withheld cell, who knows his
 * part of it. Cells of which one is a part of the other and in both of which somebody is alone are
 * his.
 */
final class Attackers {

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
      BitSet shared = above(layer, own);
      shared.andNot(own);
      attackers.add(new Attacker(own, shared, Math.abs(layer.amount(own.nextSetBit(0)))));
      left.andNot(own);
    }
    // Where amounts may be negative, a part bounds nothing: the stranger's moves, made smaller, do.
    if (!layer.isSigned()) {
      addLargest(layer, withheld, attackers);
    }
    return attackers;
  }

  /** Small cells first: who is the largest in one is often so in the total that it is a part of. */
  private static void addLargest(Layer layer, BitSet withheld, List<Attacker> attackers) {
    withheld.stream()
        .boxed()
        .filter(cell -> layer.isOccupied(cell) && !layer.isOfOne(cell))
        .sorted(Comparator.comparingDouble(layer::amount).thenComparing(Comparator.naturalOrder()))
        .forEach(
            cell -> {
              BitSet one = new BitSet();
              one.set(cell);
              BitSet shared = above(layer, one);
              double part = layer.largest(cell);
              if (attackers.stream().noneMatch(other -> other.knowsAllOf(shared, part))) {
                attackers.add(new Attacker(new BitSet(), shared, part));
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

  /** The cells, and the totals that they are in, however far up. */
  private static BitSet above(Layer layer, BitSet cells) {
    BitSet above = (BitSet) cells.clone();
    int known;
    do {
      known = above.cardinality();
      for (Additivity.Sum sum : layer.additivity().sums()) {
        if (sum.parts().stream().anyMatch(above::get)) {
          above.set(sum.total());
        }
      }
    } while (above.cardinality() > known);
    return above;
  }
}
