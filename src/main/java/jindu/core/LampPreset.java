package jindu.core;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A named rule that colours targets before their deadline in place of the general one (method.md
 * section 7, Lamp). Grey rows and the deadline are judged by the general rule whatever the preset
 * says.
 *
 * @param name its file's name, by which a plan refers to it
 * @param kinds the kinds of target that it judges; others keep the general rule
 * @param green what must hold, all of it, for green
 * @param yellow what must hold, all of it, for yellow; red is what is left
 */
public record LampPreset(
    String name,
    String titleZh,
    String titleEn,
    Set<Target.Kind> kinds,
    List<Condition> green,
    List<Condition> yellow)
    implements Serializable {

  /** Whether any of its conditions makes the test. */
  public boolean asksFor(Test test) {
    return Stream.concat(green.stream(), yellow.stream())
        .anyMatch(condition -> condition.test() == test);
  }

  /**
   * One thing that must hold.
   *
   * @param percent the percentage that the test names, null where it names none
   */
  public record Condition(Test test, BigDecimal percent) implements Serializable {}

  /** What a condition looks at. */
  public enum Test implements Code {
    /** Met, or at or above the pace or path, as the general rule has it. */
    AT_PACE,
    /** Short by no more than the target's tolerance. */
    WITHIN_TOLERANCE,
    /** Short of what the pace asks for by no more than so many percent of it. */
    BEHIND_AT_MOST,
    /** At or above the figure of the city. */
    AT_CITY,
    /** The figure is above zero. */
    POSITIVE;

    /** Whether the test names a percentage. */
    public boolean takesPercent() {
      return this == BEHIND_AT_MOST;
    }
  }
}
