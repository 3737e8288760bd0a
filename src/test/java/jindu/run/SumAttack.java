package jindu.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * What a reader makes of amounts that are not shown, by the sums in which they stand: how far one
 * of them may be from what it is, if none is negative.
 *
 * <p>What the linear program answers is added up again before it counts: a wrong answer may find a
 * leak where there is none, and never hides one.
 */
final class SumAttack {

  private static final double NOISE = 1e-6;
  private static final double MOST_WIDTHS = 1e3;

  private final double[] amounts;
  private final List<Map<Integer, Integer>> sums;
  private final List<double[]> changes = new ArrayList<>();

  /**
   * @param amounts those that are not shown, none negative
   * @param sums the amounts of each that are not shown, by their numbers: parts 1, the total -1
   */
  SumAttack(double[] amounts, List<Map<Integer, Integer>> sums) {
    this.amounts = amounts.clone();
    this.sums = sums;
  }

  /**
   * How far an amount may be above, or below, what it is, as far as that is asked.
   *
   * @param direction 1 above, -1 below
   */
  double room(int amount, int direction, double asked) {
    double room = 0;
    for (double[] change : changes) {
      room = Math.max(room, reach(change, amount, direction, asked));
    }
    if (room < asked) {
      double[] change = furthest(amount, direction, asked);
      changes.add(change);
      room = Math.max(room, reach(change, amount, direction, asked));
    }
    return Math.min(room, asked);
  }

  /**
   * How far a change of all brings one of them, made larger until another would be negative, or
   * until a sum is off by more than noise in what is asked.
   */
  private double reach(double[] change, int amount, int direction, double asked) {
    if (change[amount] == 0) {
      return 0;
    }
    double times = NOISE * asked / off(change);
    double way = direction * Math.signum(change[amount]);
    for (int other = 0; other < change.length; other++) {
      if (way * change[other] < 0) {
        times = Math.min(times, amounts[other] / Math.abs(change[other]));
      }
    }
    return Math.abs(change[amount]) * times;
  }

  /** By how much the sum that is off most is off. */
  private double off(double[] change) {
    double most = 0;
    for (Map<Integer, Integer> sum : sums) {
      double rest = 0;
      for (Map.Entry<Integer, Integer> part : sum.entrySet()) {
        rest += part.getValue() * change[part.getKey()];
      }
      most = Math.max(most, Math.abs(rest));
    }
    return most;
  }

  /** In widths of what is asked: far more than one of them, up or down, is as good as none. */
  private double[] furthest(int amount, int direction, double width) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] moves = new Variable[amounts.length];
    for (int each = 0; each < amounts.length; each++) {
      moves[each] =
          model
              .newVariable("m" + each)
              .lower(-Math.min(amounts[each] / width, MOST_WIDTHS))
              .upper(MOST_WIDTHS);
    }
    if (direction > 0) {
      moves[amount].upper(1);
    } else {
      moves[amount].lower(-Math.min(amounts[amount] / width, 1));
    }
    moves[amount].weight(direction);
    for (Map<Integer, Integer> sum : sums) {
      Expression row = model.newExpression("s" + model.countExpressions()).level(0);
      sum.forEach((part, sign) -> row.set(moves[part], sign));
    }
    model.maximise();
    double[] change = new double[amounts.length];
    for (int each = 0; each < change.length; each++) {
      double widths = moves[each].getValue() == null ? 0 : moves[each].getValue().doubleValue();
      change[each] = Math.abs(widths) < NOISE ? 0 : widths * width;
    }
    return change;
  }
}
