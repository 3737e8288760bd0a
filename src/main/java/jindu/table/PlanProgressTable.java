package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.CLAIM;
import static jindu.table.Types.DAY;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** One target at one quarter. */
public final class PlanProgressTable {

  public static final String TARGET_ID = "target_id";
  public static final String PLAN_VERSION = "plan_version";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String SECTOR_CODE = "sector_code";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String INDICATOR = "indicator";
  public static final String KIND = "kind";
  public static final String COMPARATOR = "comparator";
  public static final String TARGET_VALUE = "target_value";
  public static final String ALLOCATED = "allocated";
  public static final String PACE_PCT = "pace_pct";
  public static final String ACTUAL = "actual";
  public static final String COMPLETION_PCT = "completion_pct";
  public static final String GAP_POINTS = "gap_points";
  public static final String REQUIRED_VALUE = "required_value";
  public static final String REQUIRED_GROWTH_PCT = "required_growth_pct";
  public static final String BEST_GROWTH_PCT = "best_growth_pct";
  public static final String EXPECTED_VALUE = "expected_value";
  public static final String EXPECTED_ERROR_PCT = "expected_error_pct";
  public static final String EXPECTED_COMPLETION_PCT = "expected_completion_pct";
  public static final String LAMP = "lamp";
  public static final String LAMP_REASON = "lamp_reason";
  public static final String LAMP_PROVISIONAL = "lamp_provisional";
  public static final String RANK = "rank";
  public static final String RANK_CHANGE = "rank_change";
  public static final String DEADLINE = "deadline";
  public static final String DUE_BASIS = "due_basis";
  public static final String SOURCE = "source";
  public static final String WITHHELD = "withheld";
  public static final String REQUIRED_PER_QUARTER = "required_per_quarter";
  public static final String EXPECTED_BASIS = "expected_basis";
  public static final String LAMP_PRESET = "lamp_preset";
  public static final String IN_FORCE = "in_force";

  public static final String TARGET_UPPER = "target_upper";
  public static final String CITY_FIGURE_PCT = HeadlineTable.CITY_FIGURE_PCT;
  public static final String DIFFERENCE_TO_CITY_POINTS = HeadlineTable.DIFFERENCE_TO_CITY_POINTS;
  public static final String DIFFERENCE_TO_PEERS_POINTS = HeadlineTable.DIFFERENCE_TO_PEERS_POINTS;
  public static final String DISTRICT_RANK = HeadlineTable.DISTRICT_RANK;
  public static final String DISTRICT_COUNT = HeadlineTable.DISTRICT_COUNT;

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "plan_progress",
          List.of(
              new ColumnDefinition(
                  TARGET_ID, TEXT, "", "Target id: for the report's plan its fact id."),
              new ColumnDefinition(
                  PLAN_VERSION, DAY, "", "Day from which this version of the plan holds."),
              new ColumnDefinition(TOWNSHIP_CODE, TEXT, "", "Place the target is for."),
              new ColumnDefinition(SECTOR_CODE, TEXT, "", "Sector the target is for."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code."),
              new ColumnDefinition(
                  KIND, TEXT, "", "growth, level, points, reduction, share, rank or scope."),
              new ColumnDefinition(
                  COMPARATOR, TEXT, "", "eq, ge, le, approx, range, strict or none."),
              new ColumnDefinition(
                      TARGET_VALUE,
                      AMOUNT,
                      "base unit or %",
                      "The printed figure, or the part of it that was allocated.")
                  .nullWhen(
                      "the plan states no figure or has withdrawn it, nothing was there to"
                          + " allocate by, or the part would tell a withheld cell"),
              new ColumnDefinition(
                  ALLOCATED, CLAIM, "", "Whether the target was allocated from the district's."),
              new ColumnDefinition(
                      PACE_PCT, PERCENT, "%", "Where the plan should be by now (序时进度).")
                  .nullWhenWithheldOr(
                      "it is a growth, reduction, rank, scope, ratio of flows or cap on a stock"
                          + " or rate, or withdrawn"),
              new ColumnDefinition(
                      ACTUAL,
                      AMOUNT,
                      "base unit or %",
                      "The figure judged: level, growth, points or rate; from the deadline's quarter on, of that"
                          + " quarter.")
                  .nullWhenWithheldOr(
                      "the quarter's figure, of points also last year's end, is not known"),
              new ColumnDefinition(
                      COMPLETION_PCT, PERCENT, "%", "Completion (完成率), where the kind has one.")
                  .nullWhenWithheldOr(
                      "the target is no level of a flow, mean or stock, is a cap, is a stock that"
                          + " only has to be held or has no way to go, or a figure is not known"),
              new ColumnDefinition(
                      GAP_POINTS,
                      PERCENT,
                      "points",
                      "Ahead (positive) or behind (negative); of a cap on a stock in its base unit.")
                  .nullWhenWithheldOr(
                      "a figure is not known, the plan states none, a stock only has to be held"
                          + " or is short with no way to go, a cap is zero, or the gap is beyond the"
                          + " column's range, which lamp_reason says"),
              new ColumnDefinition(
                      REQUIRED_VALUE,
                      AMOUNT,
                      "base unit or points",
                      "What remains to be done by the deadline.")
                  .nullWhenWithheldOr(
                      "the target is a growth, reduction, rank, scope or cap, or a figure is not"
                          + " known"),
              new ColumnDefinition(
                      REQUIRED_GROWTH_PCT, PERCENT, "%", "Growth the rest of the year must reach.")
                  .nullWhenWithheldOr(
                      "the target is no growth or level of a flow or of a mean, is due, states no"
                          + " figure, is a level that is reached or due in a later year, or last year's"
                          + " course is not known"),
              new ColumnDefinition(
                      BEST_GROWTH_PCT,
                      PERCENT,
                      "%",
                      "Best growth the rest of a year ever had on record.")
                  .nullWhenWithheldOr(
                      "required_growth_pct is null, or no closed year is on record with its own"
                          + " same period"),
              new ColumnDefinition(EXPECTED_VALUE, AMOUNT, "base unit", "Expected year end.")
                  .nullWhenWithheldOr(
                      "the indicator is no flow, the target is withdrawn, or the figure or last"
                          + " year's course is not known"),
              new ColumnDefinition(
                      EXPECTED_ERROR_PCT,
                      PERCENT,
                      "%",
                      "Error this rule made before at the same quarter.")
                  .nullWhenWithheldOr("expected_value is null, or no closed year tests the rule"),
              new ColumnDefinition(
                      EXPECTED_COMPLETION_PCT,
                      PERCENT,
                      "%",
                      "Expected year end against the target.")
                  .nullWhenWithheldOr(
                      "expected_value is null, or the target is no level, or a cap"),
              new ColumnDefinition(LAMP, TEXT, "", "green, yellow, red or grey."),
              new ColumnDefinition(
                  LAMP_REASON, TEXT, "", "One sentence that says what makes it so."),
              new ColumnDefinition(
                      LAMP_PROVISIONAL, CLAIM, "", "Whether the colour hangs on estimated data.")
                  .nullWhenWithheld(),
              new ColumnDefinition(
                      RANK, WHOLE, "", "Rank of the township within indicator and quarter.")
                  .nullWhenWithheldOr(
                      "the place is no township, the lamp is grey, the version is not in force,"
                          + " or there is no figure to rank by"),
              new ColumnDefinition(
                      RANK_CHANGE,
                      WHOLE,
                      "",
                      "Change of rank on the last quarter, positive is better.")
                  .nullWhenWithheldOr(
                      "rank is null, or was in the quarter before, or it is the first quarter"),
              new ColumnDefinition(DEADLINE, DAY, "", "Day the target is due."),
              new ColumnDefinition(DUE_BASIS, TEXT, "", "printed or default."),
              new ColumnDefinition(SOURCE, TEXT, "", "Where the target stands in the report."),
              new ColumnDefinition(
                  WITHHELD, CLAIM, "", "Whether the figures are withheld to protect respondents."),
              new ColumnDefinition(
                      REQUIRED_PER_QUARTER,
                      AMOUNT,
                      "base unit or points",
                      "What remains, per quarter that is left to the deadline.")
                  .nullWhenWithheldOr(
                      "required_value is null, the target is due, or it is a ratio of flows"),
              new ColumnDefinition(
                      EXPECTED_BASIS,
                      TEXT,
                      "",
                      "On how many closed years expected_error_pct rests, that there is none yet, or that the"
                          + " deadline has come and expected_value is what came.")
                  .nullWhenWithheldOr("expected_value is null"),
              new ColumnDefinition(
                  LAMP_PRESET,
                  TEXT,
                  "",
                  "Named rule that the plan asks for; empty for the general one."),
              new ColumnDefinition(
                  IN_FORCE,
                  CLAIM,
                  "",
                  "Whether the quarter is judged by this version: the one that held on its last day, or"
                      + " on the as-of date if earlier."),
              new ColumnDefinition(
                      CITY_FIGURE_PCT,
                      PERCENT,
                      "%",
                      "The city's growth year to date, or its value where that is a percentage, beside the"
                          + " district as a whole.")
                  .nullWhen(
                      "the target is not the whole district's, or district or city have no figure"),
              new ColumnDefinition(
                      DIFFERENCE_TO_CITY_POINTS,
                      PERCENT,
                      "points",
                      "The district's growth on the headline's basis, or its percentage, less the city's.")
                  .nullWhen(
                      "city_figure_pct or the district's published growth or percentage is null"),
              HeadlineTable.PEERS_DIFFERENCE,
              HeadlineTable.PEERS_RANK,
              HeadlineTable.PEERS_COUNT,
              new ColumnDefinition(
                      TARGET_UPPER,
                      AMOUNT,
                      "base unit or %",
                      "Upper end where the plan states a range, of which target_value is the lower.")
                  .nullWhen(
                      "the plan states no range, has withdrawn it, or the target was allocated")),
          List.of(TARGET_ID, PLAN_VERSION, TOWNSHIP_CODE, SECTOR_CODE, YEAR, QUARTER));

  /** The same columns, unprotected; internal. */
  public static final TableDefinition UNPROTECTED =
      new TableDefinition("progress", DEFINITION.columns(), DEFINITION.key());

  private PlanProgressTable() {}
}
