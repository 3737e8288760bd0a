package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** The units that pull a weak indicator down most. Internal: it never leaves the bureau. */
public final class WeakUnitTable {

  public static final String TARGET_ID = "target_id";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String UNIT_ORDER = "unit_order";
  public static final String INDICATOR = "indicator";
  public static final String FORM = "form";
  public static final String UNIT_KEY = "unit_key";
  public static final String VALUE_YTD = "value_ytd";
  public static final String PREVIOUS_YTD = "previous_ytd";
  public static final String PULL_POINTS = "pull_points";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "weak_units",
          List.of(
              new ColumnDefinition(TARGET_ID, TEXT, "", "Target id, as in plan_progress."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(UNIT_ORDER, WHOLE, "", "1 pulls it down most."),
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code."),
              new ColumnDefinition(FORM, TEXT, "", "Form code."),
              new ColumnDefinition(UNIT_KEY, TEXT, "", "The unit."),
              new ColumnDefinition(
                  VALUE_YTD, AMOUNT, "base unit", "Its part of the year to date, headline basis."),
              new ColumnDefinition(
                  PREVIOUS_YTD, AMOUNT, "base unit", "Its part of the same period of last year."),
              new ColumnDefinition(
                  PULL_POINTS, PERCENT, "points", "Its pull (拉动) on the district's growth.")),
          List.of(TARGET_ID, YEAR, QUARTER, UNIT_ORDER));

  private WeakUnitTable() {}
}
