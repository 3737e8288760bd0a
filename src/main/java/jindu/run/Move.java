package jindu.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How a cell's year-to-date came from one publication to the next in which it is another, or to
 * now.
 *
 * @param publication the id of the later one; empty where what moved it is not yet published
 * @param lines by cause; empty in the publication that was the cell's first
 * @param reached the year-to-date after it: that before it and the lines; null where not known
 */
public record Move(Optional<String> publication, List<Line> lines, BigDecimal reached) {

  /** In the place of a cause: what no batch recorded a cause for. */
  public static final String UNRECORDED = "unrecorded";

  /**
   * What one cause brought.
   *
   * @param amount null where it is not known
   * @param units how often a unit's value changed by it
   */
  public record Line(String cause, BigDecimal amount, long units) {

    static Line sum(Line one, Line other) {
      boolean isKnown = one.amount != null && other.amount != null;
      return new Line(
          one.cause, isKnown ? one.amount.add(other.amount) : null, one.units + other.units);
    }
  }

  /** What the lines come to; empty where one is not known. */
  Optional<BigDecimal> change() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Line line : lines) {
      if (line.amount() == null) {
        return Optional.empty();
      }
      sum = sum.add(line.amount());
    }
    return Optional.of(sum);
  }

  Move reaching(BigDecimal value) {
    return new Move(publication, lines, value);
  }
}
