package jindu.assess;

/** Names of the working columns of a target's row; the published ones are PlanProgressTable's. */
final class PlanRow {

  /** A {@link jindu.core.Measure} by its code. */
  static final String MEASURE = "measure";

  static final String SENSE = "sense";
  static final String THRESHOLD = "threshold";
  static final String BOUND = "bound";
  static final String STRICT = "strict";
  static final String STEP = "step";
  static final String TOLERANCE = "tolerance";
  static final String COMPARABLE_BASIS = "comparable_basis";

  /** Whether the year to date grows through the year: of flows, and of means of what is earned. */
  static final String CUMULATIVE = "cumulative";

  /** Whether the indicator is a flow, so that last year's profile and an expected end exist. */
  static final String FLOW = "flow";

  /** Whether the pace follows an earlier year where that is on record. */
  static final String SEASONAL = "seasonal";

  /** The percent of the way at the end of each quarter, null unless the plan states them. */
  static final String STATED_PACE = "stated_pace";

  /** By year, the last normal year before it, where that is not the year before. */
  static final String NORMAL_YEARS = "normal_years";

  /** The quarter of the plan year in which the deadline lies, 4 for a later one. */
  static final String DEADLINE_QUARTER = "deadline_quarter";

  /** The quarter of last year from which its year-to-date is abnormal, null when it is not. */
  static final String ABNORMAL_FROM = "abnormal_from";

  /** The first day on which the row's version of the plan holds, null for the first version. */
  static final String HOLDS_FROM = "holds_from";

  /** The first day on which the next version holds, null for the last one. */
  static final String HOLDS_UNTIL = "holds_until";

  /** Whether the row's version takes the target back. */
  static final String WITHDRAWN = "withdrawn";

  /** From when until when the target was withdrawn, each time. */
  static final String WITHDRAWALS = "withdrawals";

  static final String DISPLAY_FACTOR = "display_factor";
  static final String DISPLAY_UNIT = "display_unit";

  /** All quarters of the target's cell on record, by {@link CellHistory#key}. */
  static final String HISTORY = "history";

  /** The day on which the row is judged: the quarter's last, or the as-of date if earlier. */
  static final String JUDGED_ON = "judged_on";

  static final String DUE = "due";

  /** This quarter's cell. */
  static final String NOW = "now";

  /** Last year's end value (B). */
  static final String BASE = "base";

  /** The city's figure, null where it was not delivered. */
  static final String CITY = "city";

  /** Whether a cap of zero is kept or not, with nothing in between. */
  static final String ALL_OR_NOTHING = "all_or_nothing";

  /** Whether a level could not be allocated, because no place had anything last year. */
  static final String WITHOUT_WEIGHTS = "without_weights";

  /** Pace as a fraction, unrounded. */
  static final String PACE = "pace";

  /** The figure judged, rounded to whole steps. */
  static final String DECIDED = "decided";

  /** Completion in percent, unrounded. */
  static final String COMPLETION = "completion";

  static final String HOLD = "hold";
  static final String MET = "met";

  /** The gap in points, unrounded. */
  static final String GAP = "gap";

  /** The gap by which the lamp is judged, in points. */
  static final String SHORTFALL = "shortfall";

  /** A {@link jindu.core.Standing} by the general rule, whatever the target's preset. */
  static final String GENERAL = "general_standing";

  /** A {@link jindu.core.Standing} by its code. */
  static final String STANDING = "standing";

  private PlanRow() {}
}
