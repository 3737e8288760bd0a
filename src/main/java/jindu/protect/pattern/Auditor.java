package jindu.protect.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Attacks a pattern as everyone could who reads the publications: a sensitive cell is safe where it
 * can move by its width, up and down, without anything that the attacker knows telling him.
 *
 * <p>A move that was found is tried first in every other layer and against every other attacker:
 * that it is consistent there is seen without solving anything.
 */
final class Auditor {

  private final Map<Integer, List<Move>> moves = new HashMap<>();

  /**
   * What each attacker learns of sensitive cells; empty: nothing. The first is the stranger: what
   * he learns, everybody does, and is not asked of others.
   */
  List<Exposure> exposures(Layer layer, BitSet withheld) {
    BitSet hidden = (BitSet) withheld.clone();
    withheld.stream().filter(cell -> !layer.isOccupied(cell)).forEach(hidden::clear);
    List<Exposure> exposures = new ArrayList<>();
    BitSet told = new BitSet();
    for (Attacker attacker : Attackers.of(layer, hidden)) {
      Layer seen = attacker.sees(layer);
      BitSet free = (BitSet) hidden.clone();
      free.andNot(attacker.known());
      BitSet exposed = new BitSet();
      free.stream()
          .filter(cell -> layer.isSensitive(cell) && !told.get(cell))
          .filter(cell -> !canMove(seen, free, cell, 1) || !canMove(seen, free, cell, -1))
          .forEach(exposed::set);
      if (!exposed.isEmpty()) {
        if (attacker.equals(Attacker.STRANGER)) {
          told.or(exposed);
        }
        exposures.add(new Exposure(attacker.known(), seen, exposed));
      }
    }
    return exposures;
  }

  /**
   * Whether a cell is safe in a direction without anything to be solved: by a move that was found
   * before, or because nobody takes it for less than it can be.
   */
  boolean isSettled(Layer layer, BitSet free, int cell, int direction) {
    double step = direction * layer.width(cell);
    if (!layer.allows(cell, step)) {
      return true;
    }
    return moves.getOrDefault(cell, List.of()).stream()
        .anyMatch(move -> move.isPossible(layer, free, cell, step));
  }

  /** Keeps a move to be tried elsewhere. */
  void remember(int cell, Move move) {
    moves.computeIfAbsent(cell, each -> new ArrayList<>()).add(move);
  }

  private boolean canMove(Layer layer, BitSet free, int cell, int direction) {
    if (isSettled(layer, free, cell, direction)) {
      return true;
    }
    // The solver is believed only as far as adding up bears it out.
    Optional<Move> found =
        new CheapestMove(layer, free, each -> layer.additivity().isElement(each) ? 1 : 0)
            .of(cell, direction)
            .filter(move -> move.isPossible(layer, free, cell, direction * layer.width(cell)));
    found.ifPresent(move -> remember(cell, move));
    return found.isPresent();
  }
}
