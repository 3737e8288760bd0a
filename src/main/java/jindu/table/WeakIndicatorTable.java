package jindu.table;

import static jindu.table.Types.CLAIM;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** Weak indicators (薄弱指标): targets of the district under a yellow or red lamp, worst first. */
public final class WeakIndicatorTable {

  /** A part that is a township. */
  public static final String TOWNSHIP = "township";

  /** A part that is a sector. */
  public static final String SECTOR = "sector";

  public static final String TARGET_ID = "target_id";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String PLACE_ORDER = "place_order";
  public static final String INDICATOR = "indicator";
  public static final String LAMP = "lamp";
  public static final String LAMP_REASON = "lamp_reason";
  public static final String GAP_POINTS = "gap_points";
  public static final String PART_KIND = "part_kind";
  public static final String PART_CODE = "part_code";
  public static final String PULL_POINTS = "pull_points";
  public static final String WITHHELD = "withheld";
  public static final String LAMP_PROVISIONAL = "lamp_provisional";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "weak_indicator",
          List.of(
              new ColumnDefinition(TARGET_ID, TEXT, "", "Target id, as in plan_progress."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(
                  PLACE_ORDER,
                  WHOLE,
                  "",
                  "Order of the row in the quarter's list: the worst target first, its townships"
                      + " before its sectors."),
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code."),
              new ColumnDefinition(LAMP, TEXT, "", "yellow or red."),
              new ColumnDefinition(
                  LAMP_REASON, TEXT, "", "One sentence that says what makes it so."),
              new ColumnDefinition(
                      GAP_POINTS, PERCENT, "points", "How far the target is behind, as a negative.")
                  .nullWhen("it is null in plan_progress"),
              new ColumnDefinition(PART_KIND, TEXT, "", "township or sector.")
                  .nullWhen("no part of the indicator has a pull that may be published"),
              new ColumnDefinition(
                      PART_CODE, TEXT, "", "Place or sector, among those that pull it down most.")
                  .nullWhen("part_kind is null"),
              new ColumnDefinition(
                      PULL_POINTS, PERCENT, "points", "The part's pull (拉动), as in indicator.")
                  .nullWhen("part_kind is null"),
              new ColumnDefinition(
                  WITHHELD,
                  CLAIM,
                  "",
                  "Always false: what is withheld is neither a weak target nor a part."),
              new ColumnDefinition(
                  LAMP_PROVISIONAL, CLAIM, "", "Whether the colour hangs on estimated data.")),
          List.of(TARGET_ID, YEAR, QUARTER, PLACE_ORDER));

  private WeakIndicatorTable() {}
}
