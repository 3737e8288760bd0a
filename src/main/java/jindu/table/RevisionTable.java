package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.CLAIM;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** How each published cell changed since it was first published, by cause. */
public final class RevisionTable {

  /** A return that was not there, for the quarter or for a later month of it. */
  public static final String NEW_RETURN = "new_return";

  public static final String CORRECTION = "correction";
  public static final String WITHDRAWAL = "withdrawal";
  public static final String MOVE = "move";
  public static final String ESTIMATE = "estimate";

  /** A factor or a rule of the catalog: the returns are as they were. */
  public static final String CATALOG = "catalog";

  /** The one line of a cell that never changed. */
  public static final String NONE = "none";

  /** The causes in the order in which a ratio takes them into account. */
  public static final List<String> CAUSES =
      List.of(NEW_RETURN, CORRECTION, WITHDRAWAL, MOVE, ESTIMATE, CATALOG);

  public static final String INDICATOR = "indicator";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String SECTOR_CODE = "sector_code";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String CAUSE = "cause";
  public static final String FIRST_VALUE = "first_value";
  public static final String LATEST_VALUE = "latest_value";
  public static final String DIFFERENCE = "difference";
  public static final String REVISION_PCT = "revision_pct";
  public static final String WITHHELD = "withheld";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "revision",
          List.of(
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code, see dim_indicator."),
              new ColumnDefinition(
                  TOWNSHIP_CODE, TEXT, "", "9-digit township or remainder, or the district."),
              new ColumnDefinition(SECTOR_CODE, TEXT, "", "As in indicator."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter, 1 to 4."),
              new ColumnDefinition(
                  CAUSE,
                  TEXT,
                  "",
                  "new_return, correction, withdrawal, move, estimate or catalog; none where nothing changed."),
              new ColumnDefinition(
                      FIRST_VALUE, AMOUNT, "base unit", "Year to date as it was first published.")
                  .nullWhenWithheldOr("it was not known then"),
              new ColumnDefinition(
                      LATEST_VALUE, AMOUNT, "base unit", "Year to date as it is published now.")
                  .nullWhenWithheldOr("it is not known now"),
              new ColumnDefinition(
                      DIFFERENCE,
                      AMOUNT,
                      "base unit",
                      "What this cause brought; the causes of a cell add up to latest less first.")
                  .nullWhenWithheldOr("a change is not known"),
              new ColumnDefinition(
                      REVISION_PCT, PERCENT, "%", "Difference in percent of the first value.")
                  .nullWhenWithheldOr(
                      "difference or first_value is null, or first_value is not positive"),
              new ColumnDefinition(
                  WITHHELD, CLAIM, "", "Whether the figures are withheld to protect respondents.")),
          List.of(INDICATOR, TOWNSHIP_CODE, SECTOR_CODE, YEAR, QUARTER, CAUSE));

  private RevisionTable() {}
}
