package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A reader, by what he knows beside the open cells.
 *
 * @param known cells that he knows, because they are his alone
 * @param parts what is his in cells that he is one of several in
 */
record Attacker(BitSet known, NavigableMap<Integer, Double> parts) {

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

  /** Whether who has parts of cells has nothing to know that this one does not know too. */
  boolean knowsAllOf(NavigableMap<Integer, Double> others) {
    return others.entrySet().stream()
        .allMatch(
            other ->
                known.get(other.getKey())
                    || parts.getOrDefault(other.getKey(), 0.0) >= other.getValue());
  }
}
