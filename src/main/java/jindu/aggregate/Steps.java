package jindu.aggregate;

import static jindu.table.IndicatorTable.RESTATED_PART;
import static jindu.table.IndicatorTable.UNITS_EXPECTED;
import static jindu.table.IndicatorTable.UNITS_REPORTED;
import static jindu.table.IndicatorTable.UNITS_STANDING;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import jindu.core.Form.GrowthBase;
import jindu.table.ContributionTable;
import org.apache.spark.sql.Column;

/** Names of the columns that travel between the steps of this room and never leave it. */
final class Steps {

  /** The latest place, class, group and attributes of the unit in the year. */
  static final String LATEST = "latest";

  /** Whether another indicator, a rate, is computed from the one that the item feeds. */
  static final String SOURCE_INDICATOR = "source_indicator";

  /** The unit as its own return names it; departments that deliver one level count as one unit. */
  static final String RETURN_UNIT = "return_unit";

  /** The vintage in force, and with its period the order of a unit's returns of a year. */
  static final String VINTAGE = "vintage";

  static final String ORDER = "order";

  /** What a unit returned in a year, what the register says of it; both of the year before. */
  static final String OWN = "own";

  static final String REGISTER = "register";
  static final String LAST_YEAR = "last_year";
  static final String LAST_REGISTER = "last_register";

  static final String RETURNED = "returned";

  /** What a missing value can be moved from. */
  static final String EARLIER = "earlier";

  /** The quarter that a value is moved from; 0 for the same quarter of last year. */
  static final String FROM = "from_quarter";

  static final String ESTIMATED = "estimated";
  static final String EXPECTED = "expected";

  /** The quarter's months alone (本月). */
  static final String MONTHS = "months";

  /** What was known of the year-to-date on the due day of the quarter. */
  static final String ON_DUE = "on_due";

  /** Whether the value was returned, stands, or is estimated; see ContributionTable. */
  static final String STATE = "state";

  static final String MEASURE = "measure";
  static final String CONVERSION = "conversion";

  /**
   * The growth base as its place in {@link #BASES}: a number, because sums are hashed only while no
   * column beside them is text.
   */
  static final String BASE = "base";

  /** Where forms of two kinds meet in a cell, the later one is named. */
  static final List<GrowthBase> BASES =
      List.of(GrowthBase.REPORTED, GrowthBase.STORED_TOTAL, GrowthBase.SURVEY);

  static final String ADMINISTRATIVE = "administrative";

  /**
   * The amounts of the unit that are published by name, one bit each in the order of {@link
   * #AMOUNTS}; null where the indicator counts no units that are.
   */
  static final String NAMED = ContributionTable.NAMED;

  static final String SURVEY = "survey";
  static final String DIFFERENCED = "differenced";
  static final String COUNTS_UNIT = "counts_unit";
  static final String KIND = "kind";
  static final String LOWEST_PLACE = "lowest_place";
  static final String SECTOR_DETAIL = "sector_detail";
  static final String DIVISION = "division";
  static final String SECTION = "section";
  static final String STRATA = "strata";
  static final String BASE_FACTOR = "base_factor";

  /** What counts for the unit in a quarter. */
  static final String NOW = "now";

  /** The last that it returned of the year by then; never an estimate. */
  static final String RECEIVED = "received";

  /** What counted for it in the quarter before; null in the first. */
  static final String BEFORE = "before";

  /** The unit's contribution, year to date. */
  static final String YTD = "ytd";

  /** Its contribution to the same period of last year, as it reports it itself. */
  static final String SAME_PERIOD = "same_period";

  /** Of its contribution, year to date, what it returned itself. */
  static final String RECEIVED_YTD = "received_ytd";

  /** What was known of its contribution on the due day. */
  static final String ON_DUE_YTD = "on_due_ytd";

  /** The months of the quarter alone, as they contribute. */
  static final String MONTHS_ALONE = "months_alone";

  /** Its contribution last year: how much it weighs among those that should report. */
  static final String SIZE = "size";

  /** An amount as it counted at the end of the quarter before. */
  static String before(String amount) {
    return "before_" + amount;
  }

  /** The last quarter of the year for which there is a return; null where the row is none. */
  static final String LAST_QUARTER = "last_quarter";

  /** The last quarter of the year for which the form has any return. */
  static final String FORM_LAST_QUARTER = "form_last_quarter";

  static final String HEADLINE_CURRENT = "headline_current";
  static final String HEADLINE_BASE = "headline_base";

  /** The four amounts of a contribution; also columns of the result. */
  static final List<String> AMOUNTS = List.of("value", "value_ytd", "previous", "previous_ytd");

  /** The estimated part of the year-to-date. */
  static final String ESTIMATED_PART = "estimated_part";

  /** The year-to-date that was returned, less what was known of it on the due day. */
  static final String SINCE_DUE = "since_due";

  /** Last year's value of the units expected, and of those of them that reported. */
  static final String SIZE_EXPECTED = "size_expected";

  static final String SIZE_REPORTED = "size_reported";

  /** The same of what stands below the line of a ratio. */
  static final String WEIGHT_SINCE_DUE = "weight_since_due";

  static final String UNITS_ANSWERED = "units_answered";

  /**
   * The amounts that are there but cannot be known, one bit each in the order of {@link #AMOUNTS}:
   * a factor is missing, or a unit reported no same period. A sum that holds one is null; it must
   * not skip it.
   */
  static final String LOST = "lost";

  /** What stands beside the four amounts and is summed with them. */
  static final List<String> BESIDE =
      List.of(ESTIMATED_PART, RESTATED_PART, SINCE_DUE, SIZE_EXPECTED, SIZE_REPORTED);

  /** Counts of units. */
  static final List<String> UNITS =
      List.of(UNITS_EXPECTED, UNITS_REPORTED, UNITS_STANDING, UNITS_ANSWERED);

  /** The bit of {@link #LOST} for a restatement of which a month is not known. */
  static final int RESTATED_IS_LOST = 1 << AMOUNTS.size();

  /** The bit of {@link #LOST} for a change since the due day that is not known. */
  static final int SINCE_DUE_IS_LOST = RESTATED_IS_LOST << 1;

  /** The quarters of a year. */
  static final List<Integer> QUARTERS = List.of(1, 2, 3, 4);

  private Steps() {}

  /** Whether all that is meant of a unit is published by name. */
  static final String IS_NAMED = "is_named";

  /** Whether the year to date of the unit is published by name. */
  static Column isNamedToDate() {
    Column bit = col(NAMED).bitwiseAND(1 << AMOUNTS.indexOf(ContributionTable.VALUE_YTD));
    return coalesce(bit.notEqual(0), lit(false));
  }

  /** What the unit reported in the quarter: the latest month received within it. */
  static String returned(int quarter) {
    return "returned_" + quarter;
  }

  /** Sum of the quarter's months alone. */
  static String months(int quarter) {
    return "months_" + quarter;
  }

  /** How many months that is. */
  static String monthCount(int quarter) {
    return "month_count_" + quarter;
  }

  /** The latest year-to-date received by the due day of the quarter. */
  static String onDue(int quarter) {
    return "on_due_" + quarter;
  }

  /** The amount of one measure in a cell. */
  static String of(String measure, String amount) {
    return measure + "_" + amount;
  }

  static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }
}
