package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.CLAIM;
import static jindu.table.Types.COUNT;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;
import java.util.stream.Stream;

/**
 * The bridge (同口径桥) from the total that counted last year to this year's, cell by cell: one row a
 * line.
 */
public final class EntryExitTable {

  public static final String INDICATOR = "indicator";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String SECTOR_CODE = "sector_code";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String PART = "part";
  public static final String UNITS = "units";
  public static final String LINE_AMOUNT = "amount";
  public static final String POINTS = "points";
  public static final String WITHHELD = "withheld";

  /** Who is behind a line and is no administrative component. */
  public static final String RESPONDENTS = "respondents";

  /** The same without what is published by name. */
  public static final String UNNAMED_RESPONDENTS = "unnamed_respondents";

  /** Units that returned in both years. */
  public static final String CONTINUING = "continuing";

  /** Units that count for the first time because they outgrew the threshold (小升规). */
  public static final String NEWLY_ABOVE_THRESHOLD = "newly_above_threshold";

  /** All other units that count and did not last year. */
  public static final String NEWLY_OPENED = "newly_opened";

  /** Units that counted last year and do not now. */
  public static final String EXIT = "exit";

  /** Last year's value of units that count in another cell now. */
  public static final String MOVE = "move";

  /** Units of which one side is an estimate or stands. */
  public static final String ESTIMATE = "estimate";

  /** From the total that counted last year to the same period that growth is measured on. */
  public static final String BASE_RESTATEMENT = "base_restatement";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "entry_exit",
          List.of(
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code, a flow or a stock."),
              new ColumnDefinition(TOWNSHIP_CODE, TEXT, "", "Place of the cell."),
              new ColumnDefinition(SECTOR_CODE, TEXT, "", "Sector of the cell."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(
                  PART,
                  TEXT,
                  "",
                  "continuing, newly_above_threshold, newly_opened, exit, move, estimate or base_restatement."),
              new ColumnDefinition(UNITS, COUNT, "units", "Units of the line.")
                  .nullWhenWithheldOr("part is base_restatement"),
              new ColumnDefinition(
                      LINE_AMOUNT, AMOUNT, "base unit", "Part of value_ytd less previous_ytd.")
                  .nullWhenWithheldOr("a value is not known"),
              new ColumnDefinition(
                      POINTS,
                      PERCENT,
                      "points",
                      "The amount in percent of the total that counted last year, for base_restatement growth_ytd_pct less the growth of that total.")
                  .nullWhenWithheldOr(
                      "amount or growth_ytd_pct is null, or the total that counted last year is"
                          + " not positive"),
              new ColumnDefinition(
                  WITHHELD, CLAIM, "", "Whether the figures are withheld to protect respondents.")),
          List.of(INDICATOR, TOWNSHIP_CODE, SECTOR_CODE, YEAR, QUARTER, PART));

  /** The same columns and whose lines they are, unprotected; internal. */
  public static final TableDefinition UNPROTECTED =
      new TableDefinition(
          "bridges",
          Stream.of(
                  DEFINITION.columns(),
                  contributors(RESPONDENTS, "that are no administrative component"),
                  contributors(
                      UNNAMED_RESPONDENTS,
                      "that are no administrative component and of whom not all is published by name"))
              .flatMap(List::stream)
              .toList(),
          DEFINITION.key(),
          List.of(YEAR));

  private EntryExitTable() {}

  /**
   * What some groups bring to a line together, each without its sign.
   *
   * @param groups {@link #RESPONDENTS} or {@link #UNNAMED_RESPONDENTS}
   */
  public static String contributed(String groups) {
    return CellTable.contributed(groups);
  }

  /** What the one brings to a line that brings most. */
  public static String largest(String groups) {
    return CellTable.largest(groups);
  }

  /** What the next brings. */
  public static String second(String groups) {
    return CellTable.second(groups);
  }

  private static List<ColumnDefinition> contributors(String groups, String which) {
    return List.of(
        new ColumnDefinition(groups, COUNT, "groups", "Groups behind the line " + which + "."),
        new ColumnDefinition(
            contributed(groups), AMOUNT, "base unit", "What they bring, each without its sign."),
        new ColumnDefinition(
            largest(groups), AMOUNT, "base unit", "What the one brings that brings most."),
        new ColumnDefinition(second(groups), AMOUNT, "base unit", "What the next brings."));
  }
}
