package jindu.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * The reporting units of one item, scaled quarter by quarter until they add up to a chosen total.
 *
 * <p>What is scaled is the increase of each quarter, which is never negative: so the year to date
 * never falls, whatever the totals are. Values are whole delivered units (千元, 万元, 元).
 *
 * @param <T> the unit behind a series
 */
final class Panel<T> {

  private final List<Series<T>> members;

  Panel(List<Series<T>> members) {
    this.members = List.copyOf(members);
  }

  List<Series<T>> members() {
    return members;
  }

  /** Sum of the year to date over the counted units. */
  long total(int year, int quarter, Predicate<T> counted) {
    return members.stream()
        .filter(member -> counted.test(member.owner()))
        .mapToLong(member -> member.at(year, quarter))
        .sum();
  }

  /** Sum of weight × year to date over the counted units. */
  BigDecimal weighted(int year, int quarter, Predicate<T> counted, Weight<T> weight) {
    return weighted(year, owner -> quarter, counted, weight);
  }

  /** The same, each unit at a quarter of its own. */
  BigDecimal weighted(int year, ToIntFunction<T> quarter, Predicate<T> counted, Weight<T> weight) {
    return members.stream()
        .filter(member -> counted.test(member.owner()))
        .map(
            member -> {
              long value = member.at(year, quarter.applyAsInt(member.owner()));
              return weight.of(member.owner()).multiply(BigDecimal.valueOf(value));
            })
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Settles a quarter so that the counted units add up to {@code target} exactly. */
  void fit(int year, int quarter, long target, Predicate<T> counted) {
    fit(year, quarter, BigDecimal.valueOf(target), counted, owner -> BigDecimal.ONE);
  }

  /**
   * Settles a quarter so that weight × year to date of the counted units comes as near to {@code
   * target} as the whole units of the largest of them allow.
   *
   * @throws IllegalStateException when the quarter would have to fall
   */
  void fit(int year, int quarter, BigDecimal target, Predicate<T> counted, Weight<T> weight) {
    BigDecimal before = weighted(year, quarter - 1, counted, weight);
    ToDoubleFunction<Series<T>> increase =
        member -> weight.of(member.owner()).doubleValue() * member.increase(year, quarter);
    double raw =
        members.stream().filter(member -> counted.test(member.owner())).mapToDouble(increase).sum();
    double scale = target.subtract(before).doubleValue() / raw;
    if (!(scale > 0)) {
      throw new IllegalStateException(
          "Cannot calibrate "
              + year
              + "-Q"
              + quarter
              + ": the total "
              + target.toPlainString()
              + " is not above the "
              + before.toPlainString()
              + " of the quarter before. Change its path in assumptions.yaml.");
    }
    members.forEach(member -> member.settle(year, quarter, scale));
    BigDecimal missing = target.subtract(weighted(year, quarter, counted, weight));
    Series<T> largest =
        members.stream()
            .filter(member -> counted.test(member.owner()))
            .max(Comparator.comparingLong(member -> member.at(year, quarter)))
            .orElseThrow();
    largest.add(
        year,
        quarter,
        missing.divide(weight.of(largest.owner()), 0, RoundingMode.HALF_UP).longValueExact());
  }

  /** What one delivered unit of a reporting unit counts in a total. */
  @FunctionalInterface
  interface Weight<T> {
    BigDecimal of(T owner);
  }
}
