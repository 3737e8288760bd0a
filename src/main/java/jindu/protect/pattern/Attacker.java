package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A reader, by what he knows beside the open cells.
 *
 * @param known cells that he knows, because they are his alone
 * @param shared cells that he is one of several in
 * @param part what is his in them
 */
record Attacker(BitSet known, BitSet shared, double part) {

  /** Who knows nothing but what is published. */
  static final Attacker STRANGER = new Attacker(new BitSet(), new BitSet(), 0);

  /**
   * A layer as he sees it: of a cell that he is a part of, what is to be kept from him is the rest,
   * and it cannot be below his part.
   */
  Layer sees(Layer layer) {
    if (shared.isEmpty()) {
      return layer;
    }
    double smallest = layer.smallest();
    List<Layer.Entry> entries = new ArrayList<>(layer.entries());
    shared.stream().forEach(cell -> entries.set(cell, entries.get(cell).without(part, smallest)));
    return layer.with(entries);
  }

  /** Whether who is the other has nothing to know that this one does not know too. */
  boolean knowsAllOf(BitSet others, double othersPart) {
    BitSet unknown = (BitSet) others.clone();
    unknown.andNot(known);
    unknown.andNot(shared);
    return unknown.isEmpty() && part >= othersPart;
  }
}
