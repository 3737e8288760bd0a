package jindu.core;

import java.math.BigDecimal;

/**
 * What a figure is held against: the target's words turned into numbers (method.md section 7).
 *
 * @param sense 1 where more is better, −1 where less is better
 * @param threshold the figure aimed at, in the unit of the figure judged (−r for a reduction); null
 *     when the plan states none
 * @param bound where "met" begins: the threshold, or half a printed unit short of it for "about"
 * @param strict whether the bound itself is not enough (突破)
 * @param step the figure is rounded to whole steps before it is judged
 * @param tolerance shortfall in points that is still yellow
 */
public record Yardstick(
    Measure measure,
    int sense,
    BigDecimal threshold,
    BigDecimal bound,
    boolean strict,
    BigDecimal step,
    BigDecimal tolerance) {

  /** Points of completion by which a level may be short and is still yellow. */
  public static final BigDecimal TOLERANCE_OF_COMPLETION = new BigDecimal("5.0");

  private static final BigDecimal GROWTH_STEP = new BigDecimal("0.1");
  private static final BigDecimal TOLERANCE_OF_GROWTH = new BigDecimal("1.0");
  private static final BigDecimal TWO = new BigDecimal(2);

  /**
   * The yardstick of a target.
   *
   * @param flowRatio whether the indicator is a ratio of two flows
   */
  public static Yardstick of(Target target, Indicator indicator, boolean flowRatio) {
    Measure measure = Measure.of(target, indicator, flowRatio);
    boolean lessIsBetter =
        switch (target.kind()) {
          case REDUCTION, RANK -> true;
          case GROWTH, LEVEL, POINTS, SHARE, SCOPE -> Measure.isCap(target, indicator);
        };
    int sense = lessIsBetter ? -1 : 1;
    BigDecimal threshold = threshold(target);
    return new Yardstick(
        measure,
        sense,
        threshold,
        bound(target, threshold, sense),
        target.comparator() == Target.Comparator.STRICT,
        step(target, indicator),
        tolerance(target, measure));
  }

  /** Whether the figure, rounded half up to whole steps, is at or beyond the bound. */
  public boolean isMetBy(BigDecimal figure) {
    int distance = decided(figure).compareTo(bound) * sense;
    return strict ? distance > 0 : distance >= 0;
  }

  /** The figure as it is judged: rounded half up to whole steps. */
  public BigDecimal decided(BigDecimal figure) {
    return Rounding.ratio(figure, step, 0).multiply(step);
  }

  /**
   * Whether a cap is zero: kept or not, with no points in between. Of a growth that must not be
   * above zero every point counts.
   *
   * @param kind the target's
   */
  public boolean isAllOrNothing(Target.Kind kind) {
    boolean level = kind == Target.Kind.LEVEL || kind == Target.Kind.SHARE;
    boolean cap = measure == Measure.DISTANCE || measure == Measure.STOCK_CAP;
    return level && cap && sense < 0 && threshold != null && threshold.signum() == 0;
  }

  private static BigDecimal threshold(Target target) {
    if (target.value() == null || target.comparator() == Target.Comparator.NONE) {
      return null;
    }
    return target.kind() == Target.Kind.REDUCTION ? target.value().negate() : target.value();
  }

  private static BigDecimal bound(Target target, BigDecimal threshold, int sense) {
    if (threshold == null
        || target.printedUnit() == null
        || target.comparator() != Target.Comparator.APPROX) {
      return threshold;
    }
    return threshold.subtract(target.printedUnit().divide(TWO).multiply(BigDecimal.valueOf(sense)));
  }

  private static BigDecimal step(Target target, Indicator indicator) {
    boolean growth = target.kind() == Target.Kind.GROWTH || target.kind() == Target.Kind.REDUCTION;
    BigDecimal shown =
        growth
            ? GROWTH_STEP
            : indicator.displayFactor().scaleByPowerOfTen(-indicator.displayDecimals());
    boolean printedFiner = target.printedUnit() != null && target.printedUnit().signum() > 0;
    return printedFiner ? shown.min(target.printedUnit()) : shown;
  }

  private static BigDecimal tolerance(Target target, Measure measure) {
    if (target.tolerance() != null) {
      return target.tolerance();
    }
    return measure.isInCompletion() ? TOLERANCE_OF_COMPLETION : TOLERANCE_OF_GROWTH;
  }
}
