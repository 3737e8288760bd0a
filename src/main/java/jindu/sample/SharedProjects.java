package jindu.sample;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import jindu.sample.KeyProjectList.Figures;

/**
 * The investment projects that are key projects of one list too, under the same code: what the
 * ledger says of them is what they report to the statistics, and what the statistics do not count.
 *
 * <p>Together they take no more of any quarter than the assumptions allow, so that the rest of the
 * list can always be settled to its total.
 */
final class SharedProjects {

  private static final int QUARTERS = 4;

  private final Setting setting;
  private final InvestmentReturns investments;
  private final List<Unit> free;
  private final Map<Integer, long[]> room = new LinkedHashMap<>();

  /**
   * @param free investment projects in no list yet; those that are found leave it
   * @param figures of the list, by year
   * @param percent how much of each quarter they may take
   */
  SharedProjects(
      Setting setting,
      InvestmentReturns investments,
      List<Unit> free,
      Map<Integer, Figures> figures,
      BigDecimal percent) {
    this.setting = setting;
    this.investments = investments;
    this.free = free;
    figures.forEach((year, figure) -> room.put(year, increases(figure, percent)));
  }

  /** The next one that did something in one of the years of a list, if any fits. */
  Optional<Shared> next(List<Integer> years) {
    for (Iterator<Unit> units = free.iterator(); units.hasNext(); ) {
      Unit unit = units.next();
      Shared shared = shared(unit, years);
      if (!shared.done().isEmpty() && fits(shared)) {
        shared.done().forEach((year, ends) -> take(room.get(year), ends));
        units.remove();
        return Optional.of(shared);
      }
    }
    return Optional.empty();
  }

  private Shared shared(Unit unit, List<Integer> years) {
    NotCounted notCounted = NotCounted.of(setting, unit.code());
    double counted = 1 - notCounted.total() - notCounted.unexplained();
    Map<Integer, long[]> done = new LinkedHashMap<>();
    for (int year : years) {
      long[] ends = new long[QUARTERS];
      for (int quarter = 1; quarter <= QUARTERS; quarter++) {
        long ytd = investments.ytd(unit, YearMonth.of(year, 3 * quarter));
        ends[quarter - 1] = (long) StrictMath.ceil(ytd / counted);
      }
      if (LongStream.of(ends).anyMatch(end -> end > 0)) {
        done.put(year, ends);
      }
    }
    return new Shared(unit, done);
  }

  private boolean fits(Shared shared) {
    return shared.done().entrySet().stream()
        .allMatch(
            year -> {
              long[] left = room.get(year.getKey()).clone();
              take(left, year.getValue());
              for (long quarter : left) {
                if (quarter < 0) {
                  return false;
                }
              }
              return true;
            });
  }

  private static void take(long[] left, long[] ends) {
    for (int quarter = 0; quarter < left.length; quarter++) {
      left[quarter] -= ends[quarter] - (quarter == 0 ? 0 : ends[quarter - 1]);
    }
  }

  private static long[] increases(Figures figure, BigDecimal percent) {
    List<Long> increases = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (BigDecimal end : figure.done()) {
      long all = KeyProjectList.tenThousands(end.subtract(before));
      increases.add(Shares.of(all, percent.doubleValue() / 100));
      before = end;
    }
    return increases.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * An investment project as a key project.
   *
   * @param done 万元 by the end of each quarter, of each year in which it did anything from the first
   *     quarter on
   */
  record Shared(Unit unit, Map<Integer, long[]> done) {}
}
