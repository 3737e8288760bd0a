package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Who attacks a layer: a stranger, and everyone who is alone in a withheld cell and therefore knows
 * it. Cells of which one is a part of the other and in both of which somebody is alone are his.
 */
final class Attackers {

  private Attackers() {}

  /** What each knows beside the open cells; the stranger, first, nothing. */
  static List<BitSet> of(Layer layer, BitSet withheld) {
    List<BitSet> attackers = new ArrayList<>();
    attackers.add(new BitSet());
    BitSet left = new BitSet();
    withheld.stream().filter(layer::isOfOne).forEach(left::set);
    while (!left.isEmpty()) {
      BitSet own = own(layer, left, left.nextSetBit(0));
      attackers.add(own);
      left.andNot(own);
    }
    return attackers;
  }

  /**
   * The layer as an attacker sees it: of a cell that he is a part of, what is to be kept from him
   * is the rest.
   *
   * @param attacker what he knows
   */
  static Layer seenBy(BitSet attacker, Layer layer) {
    if (attacker.isEmpty()) {
      return layer;
    }
    double part = Math.abs(layer.amount(attacker.nextSetBit(0)));
    BitSet above = above(layer, attacker);
    above.andNot(attacker);
    List<Layer.Entry> entries = new ArrayList<>(layer.entries());
    above.stream()
        .filter(layer::isSensitive)
        .forEach(cell -> entries.set(cell, entries.get(cell).without(part, layer.smallest())));
    return layer.with(entries);
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
