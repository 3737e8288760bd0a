package jindu.table;

import static jindu.table.Types.CLAIM;
import static jindu.table.Types.DAY;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** The quarters published. */
public final class QuarterDimensionTable {

  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String LABEL = "label";
  public static final String FIRST_DAY = "first_day";
  public static final String LAST_DAY = "last_day";
  public static final String ABNORMAL = "abnormal";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "dim_quarter",
          List.of(
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(LABEL, TEXT, "", "2020-Q1."),
              new ColumnDefinition(FIRST_DAY, DAY, "", "First day."),
              new ColumnDefinition(LAST_DAY, DAY, "", "Last day."),
              new ColumnDefinition(
                  ABNORMAL, CLAIM, "", "Whether the quarter is no fair base for growth.")),
          List.of(YEAR, QUARTER));

  private QuarterDimensionTable() {}
}
