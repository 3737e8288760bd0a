package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/**
 * What each unit brings to each indicator in a quarter, at the unit's own place and class: the
 * parts of which every cell is the sum. Internal.
 *
 * <p>An estimate belongs to the cell and to nobody: its rows bear no unit.
 */
public final class ContributionTable {

  /** A return of the quarter. */
  public static final String REPORTED = "reported";

  /** The year-to-date of an earlier quarter. */
  public static final String STANDING = "standing";

  public static final String ESTIMATED = "estimated";

  /** What counted last year, in the base of this year. */
  public static final String BASE = "base";

  /** Nothing; the unit is expected, or something was known of it on the due day. */
  public static final String ABSENT = "absent";

  public static final String INDICATOR = "indicator";
  public static final String MEASURE = "measure";
  public static final String FORM = "form";
  public static final String ITEM = "item";
  public static final String UNIT_KEY = "unit_key";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String SECTOR_CODE = "sector_code";
  public static final String DIVISION = "division";
  public static final String SECTION = "section";
  public static final String STRATA = "strata";
  public static final String STATE = "state";
  public static final String RETURN_UNIT = "return_unit";
  public static final String PERIOD = "period";
  public static final String REASON = "reason";
  public static final String DELIVERED_VALUE = "delivered_value";
  public static final String VALUE = "value";
  public static final String VALUE_YTD = "value_ytd";
  public static final String PREVIOUS = "previous";
  public static final String PREVIOUS_YTD = "previous_ytd";
  public static final String UNIT_GROUP = "unit_group";
  public static final String NAMED = "named";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "contributions",
          List.of(
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code."),
              new ColumnDefinition(
                  MEASURE, TEXT, "", "nominal, comparable, or weight: the denominator."),
              new ColumnDefinition(FORM, TEXT, "", "Form code."),
              new ColumnDefinition(ITEM, TEXT, "", "Item of the form."),
              new ColumnDefinition(UNIT_KEY, TEXT, "", "The unit; null for estimates."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year of the cell."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter of the cell."),
              new ColumnDefinition(TOWNSHIP_CODE, TEXT, "", "Place in which the unit counts."),
              new ColumnDefinition(SECTOR_CODE, TEXT, "", "Class in which the unit counts."),
              new ColumnDefinition(DIVISION, TEXT, "", "Division of the class."),
              new ColumnDefinition(SECTION, TEXT, "", "Section of the class."),
              new ColumnDefinition(STRATA, TEXT, "", "P1, P2 or P3 (三次产业)."),
              new ColumnDefinition(
                  STATE,
                  TEXT,
                  "",
                  "reported, standing, estimated, or base: what counted last year."),
              new ColumnDefinition(
                  RETURN_UNIT, TEXT, "", "The unit under which the return is stored."),
              new ColumnDefinition(PERIOD, TEXT, "", "Period of the return that counts."),
              new ColumnDefinition(
                  REASON, TEXT, "", "Why the register has the unit, where it does."),
              new ColumnDefinition(
                  DELIVERED_VALUE,
                  AMOUNT,
                  "base unit",
                  "The year to date of the return itself, before any factor."),
              new ColumnDefinition(VALUE, AMOUNT, "base unit", "Part of the quarter's own value."),
              new ColumnDefinition(VALUE_YTD, AMOUNT, "base unit", "Part of the year to date."),
              new ColumnDefinition(
                  PREVIOUS, AMOUNT, "base unit", "Part of the same quarter of last year."),
              new ColumnDefinition(
                  PREVIOUS_YTD, AMOUNT, "base unit", "Part of the same period of last year."),
              new ColumnDefinition(
                  UNIT_GROUP,
                  TEXT,
                  "",
                  "Controlling group of the unit, else the unit itself; null for estimates."),
              new ColumnDefinition(
                  NAMED,
                  WHOLE,
                  "",
                  "Which amounts are published by name: a bit each, of the quarter's own value, the year"
                      + " to date, and both of last year; null where the indicator has no such units.")),
          List.of(
              INDICATOR,
              YEAR,
              QUARTER,
              MEASURE,
              FORM,
              ITEM,
              UNIT_KEY,
              TOWNSHIP_CODE,
              SECTOR_CODE,
              STATE),
          List.of(YEAR));

  private ContributionTable() {}
}
