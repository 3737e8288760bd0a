package jindu.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One version of what a plan states, with the days on which it holds. What the plan stated when it
 * was adopted holds from the beginning, for a plan is the year's from its first day; what it added
 * later holds from the day on which it did. The last version holds on.
 *
 * @param from the first day, null for the first version of what the plan stated from the first
 * @param until the first day on which the next version holds, null for the last one
 */
public record HeldVersion<T>(T value, LocalDate from, LocalDate until) {

  /**
   * The versions of one thing, the first one first.
   *
   * @param day the day from which a version holds; no two have the same
   * @param adopted the day of the first version of the whole plan
   */
  public static <T> List<HeldVersion<T>> inOrder(
      Collection<T> versions, Function<T, LocalDate> day, LocalDate adopted) {
    List<T> ordered = versions.stream().sorted(Comparator.comparing(day)).toList();
    List<HeldVersion<T>> held = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      LocalDate since = day.apply(ordered.get(i));
      LocalDate from = i == 0 && !since.isAfter(adopted) ? null : since;
      LocalDate until = i + 1 == ordered.size() ? null : day.apply(ordered.get(i + 1));
      held.add(new HeldVersion<>(ordered.get(i), from, until));
    }
    return held;
  }

  /** The day of the first version of each year's plan. */
  public static <T> Map<Integer, LocalDate> adopted(
      List<T> known, Function<T, Integer> year, Function<T, LocalDate> day) {
    return known.stream()
        .collect(Collectors.toMap(year, day, (one, other) -> one.isBefore(other) ? one : other));
  }

  /** Not more than one of the versions of one thing holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
  }
}
