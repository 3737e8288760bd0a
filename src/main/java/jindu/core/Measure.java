package jindu.core;

/** How the distance between a figure and its target is measured (method.md section 7). */
public enum Measure implements Code {
  /**
   * Figure − target, turned so that positive is good: growth, reduction, rank, flow ratios, caps on
   * rates.
   */
  DISTANCE,
  /** Share of the target done against the pace. */
  FLOW,
  /** Pace against the share of the cap used up. */
  FLOW_CAP,
  /** Way gone from last year's end to the target, against the pace. */
  STOCK,
  /** Room left below a cap at the period's end. */
  STOCK_CAP,
  /** Distance from the straight path between last year's end and the target, in points. */
  PATH,
  /** Points gained since last year's end, against the points that the pace asks for. */
  POINTS,
  /** A number that only says what is meant; it has no lamp. */
  SCOPE;

  /**
   * The measure of a target.
   *
   * @param flowRatio whether the indicator is a ratio of two flows (tax share), which has no path
   */
  public static Measure of(Target target, Indicator indicator, boolean flowRatio) {
    boolean cap = isCap(target, indicator);
    return switch (target.kind()) {
      case GROWTH, REDUCTION, RANK -> DISTANCE;
      case POINTS -> POINTS;
      case SCOPE -> SCOPE;
      case SHARE -> flowRatio || cap ? DISTANCE : PATH;
      case LEVEL ->
          switch (indicator.kind()) {
            case FLOW, MEAN -> cap ? FLOW_CAP : FLOW;
            case STOCK -> cap ? STOCK_CAP : STOCK;
            case RATE, LEVEL -> flowRatio || cap ? DISTANCE : PATH;
          };
    };
  }

  /** Whether less is better: "at most", or any plain figure of an indicator whose fall is good. */
  static boolean isCap(Target target, Indicator indicator) {
    return switch (target.comparator()) {
      case LE -> true;
      case GE -> false;
      case EQ, APPROX, RANGE, STRICT, NONE -> indicator.good() == Indicator.Direction.DOWN;
    };
  }

  /** Whether the gap is in points of completion, for the default tolerance. */
  boolean isInCompletion() {
    return this == FLOW || this == FLOW_CAP || this == STOCK || this == STOCK_CAP;
  }

  /** Whether last year's end is needed before the deadline. */
  public boolean needsBase() {
    return this == STOCK || this == PATH || this == POINTS;
  }
}
