package jindu.aggregate;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import jindu.core.Form.GrowthBase;
import org.apache.spark.sql.Column;

/** Names of the columns that travel between the steps of this room and never leave it. */
final class Steps {

  /** The latest place, class, group and attributes of the unit in the year. */
  static final String LATEST = "latest";

  /** Whether another indicator, a rate, is computed from the one that the item feeds. */
  static final String SOURCE_INDICATOR = "source_indicator";

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

  /** What counted for it in the quarter before; null in the first. */
  static final String BEFORE = "before";

  static final String IS_REPORTED = "is_reported";

  /** The unit's contribution, year to date. */
  static final String YTD = "ytd";

  /** Its contribution to the same period of last year, as it reports it itself. */
  static final String SAME_PERIOD = "same_period";

  /** An amount as it counted at the end of the quarter before. */
  static String before(String amount) {
    return "before_" + amount;
  }

  /** The last quarter of the year for which the form has any return. */
  static final String FORM_LAST_QUARTER = "form_last_quarter";

  static final String HEADLINE_CURRENT = "headline_current";
  static final String HEADLINE_BASE = "headline_base";

  /** The four amounts of a contribution; also columns of the result. */
  static final List<String> AMOUNTS = List.of("value", "value_ytd", "previous", "previous_ytd");

  /**
   * The amounts that are there but cannot be known, one bit each in the order of {@link #AMOUNTS}:
   * a factor is missing, or a unit reported no same period. A sum that holds one is null; it must
   * not skip it.
   */
  static final String LOST = "lost";

  /** The quarters of a year. */
  static final List<Integer> QUARTERS = List.of(1, 2, 3, 4);

  private Steps() {}

  /** What the unit reported in the quarter: the latest month received within it. */
  static String returned(int quarter) {
    return "returned_" + quarter;
  }

  /** What counts for the unit in the quarter: its return, or the earlier one that stands. */
  static String counted(int quarter) {
    return "counted_" + quarter;
  }

  /** The amount of one measure in a cell. */
  static String of(String measure, String amount) {
    return measure + "_" + amount;
  }

  static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }
}
