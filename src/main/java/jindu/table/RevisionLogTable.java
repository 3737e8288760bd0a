package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.COUNT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;
import java.util.stream.Stream;

/**
 * What every batch changed in the cells that were there before it, by cause, and which batch first
 * published a cell. Appended and never changed; rows of a batch that did not finish do not count.
 * Internal.
 */
public final class RevisionLogTable {

  /** In the place of a cause: the cell is published for the first time, with this amount. */
  public static final String FIRST_PUBLISHED = "first_published";

  public static final String BATCH_ID = "batch_id";
  public static final String INDICATOR = "indicator";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String SECTOR_CODE = "sector_code";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String CAUSE = "cause";
  public static final String AMOUNT_CHANGED = "amount";
  public static final String UNITS = "units";
  public static final String RESPONDENTS = "respondents";
  public static final String CELL_RESPONDENTS = "cell_respondents";

  public static final String UNNAMED_RESPONDENTS = "unnamed_respondents";

  /** How many quarters of the same year may lie before one. */
  public static final List<Integer> EARLIER = List.of(1, 2, 3);

  /** The columns that name a cell. */
  public static final List<String> CELL =
      List.of(INDICATOR, TOWNSHIP_CODE, SECTOR_CODE, YEAR, QUARTER);

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "revisions",
          Stream.concat(
                  Stream.of(
                      new ColumnDefinition(BATCH_ID, TEXT, "", "The batch; sorts in time."),
                      new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code."),
                      new ColumnDefinition(TOWNSHIP_CODE, TEXT, "", "Place of the cell."),
                      new ColumnDefinition(SECTOR_CODE, TEXT, "", "Sector of the cell."),
                      new ColumnDefinition(YEAR, WHOLE, "", "Year."),
                      new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
                      new ColumnDefinition(CAUSE, TEXT, "", "A cause, or first_published."),
                      new ColumnDefinition(
                          AMOUNT_CHANGED,
                          AMOUNT,
                          "base unit",
                          "Change of the year to date, or the first value; null where it is not known."),
                      new ColumnDefinition(UNITS, COUNT, "units", "Units that brought it."),
                      new ColumnDefinition(
                          RESPONDENTS,
                          COUNT,
                          "groups",
                          "Controlling groups that brought it, administrative units apart; each estimate of a"
                              + " place and class is one."),
                      new ColumnDefinition(
                          CELL_RESPONDENTS,
                          COUNT,
                          "groups",
                          "Controlling groups whose returns moved the cell in the batch, by whatever cause;"
                              + " administrative units and estimates apart."),
                      new ColumnDefinition(
                          UNNAMED_RESPONDENTS,
                          COUNT,
                          "groups",
                          "The respondents of whom the change is not published by name.")),
                  ownRespondents().stream())
              .toList(),
          List.of(BATCH_ID, INDICATOR, TOWNSHIP_CODE, SECTOR_CODE, YEAR, QUARTER, CAUSE));

  private RevisionLogTable() {}

  /**
   * The column with the respondents who brought something else than to an earlier quarter.
   *
   * @param quarters how many quarters earlier, 1 to 3
   */
  public static String ownRespondents(int quarters) {
    return "own_respondents_" + quarters;
  }

  private static List<ColumnDefinition> ownRespondents() {
    return EARLIER.stream()
        .map(
            quarters ->
                new ColumnDefinition(
                    ownRespondents(quarters),
                    COUNT,
                    "groups",
                    "Those of the unnamed who brought something else, or nothing, to the quarter "
                        + quarters
                        + " before; null where that is of another year."))
        .toList();
  }
}
