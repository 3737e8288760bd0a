package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A reader, by what he knows beside the open cells.
 *
 * @param known cells that he knows, because they are his alone
 * @param parts what is his in cells that he is one of several in
 */
record Attacker(BitSet known, NavigableMap<Integer, Double> parts) {

  private static final double ROUNDING = 1e-9;

  /** Who knows nothing but what is published. */
  static final Attacker STRANGER = new Attacker(new BitSet(), new TreeMap<>());

  /**
   * A layer as he sees it: of a cell that he is a part of, what is to be kept from him is the rest,
   * and it cannot be below his part.
   */
  Layer sees(Layer layer) {
    if (parts.isEmpty()) {
      return layer;
    }
    double smallest = layer.smallest();
    List<Layer.Entry> entries = new ArrayList<>(layer.entries());
    parts.forEach((cell, part) -> entries.set(cell, entries.get(cell).without(part, smallest)));
    return layer.with(entries);
  }

  /**
   * Whether who has parts of cells has nothing to know that this one does not know too: the same
   * share, at most all, of what this one has in each, so that a mean of this one's moves and the
   * stranger's is one for him.
   */
  boolean knowsAllOf(NavigableMap<Integer, Double> others) {
    double share = -1;
    for (Map.Entry<Integer, Double> other : others.entrySet()) {
      if (known.get(other.getKey()) || other.getValue() == 0) {
        continue;
      }
      double own = parts.getOrDefault(other.getKey(), 0.0);
      double ofOwn = own == 0 ? Double.POSITIVE_INFINITY : other.getValue() / own;
      if (ofOwn > 1 + ROUNDING || (share >= 0 && Math.abs(ofOwn - share) > ROUNDING)) {
        return false;
      }
      share = ofOwn;
    }
    return true;
  }
}
