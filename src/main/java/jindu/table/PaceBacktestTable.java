package jindu.table;

import static jindu.table.Types.CLAIM;
import static jindu.table.Types.COUNT;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/**
 * How well each profile of the pace would have foretold the year end of the closed years, from the
 * district's year-to-date divided by the pace.
 */
public final class PaceBacktestTable {

  public static final String INDICATOR = "indicator";
  public static final String PROFILE = "profile";
  public static final String QUARTER = "quarter";
  public static final String YEARS = "years";
  public static final String MEAN_ERROR_PCT = "mean_error_pct";
  public static final String LARGEST_ERROR_PCT = "largest_error_pct";
  public static final String BEST = "best";
  public static final String WITHHELD = "withheld";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "pace_backtest",
          List.of(
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code; flows only."),
              new ColumnDefinition(PROFILE, TEXT, "", "last_year, even or stated."),
              new ColumnDefinition(
                  QUARTER, WHOLE, "", "Quarter from which the year end is foretold, 1 to 3."),
              new ColumnDefinition(
                  YEARS,
                  COUNT,
                  "years",
                  "Closed years tested: those whose year before, or last normal year, is on record; of stated those whose plan stated a pace."),
              new ColumnDefinition(
                      MEAN_ERROR_PCT,
                      PERCENT,
                      "%",
                      "Mean distance of the foretold from the true year end, in percent of it.")
                  .nullWhenWithheld(),
              new ColumnDefinition(
                      LARGEST_ERROR_PCT, PERCENT, "%", "Largest such distance of a closed year.")
                  .nullWhenWithheld(),
              new ColumnDefinition(
                      BEST,
                      CLAIM,
                      "",
                      "Whether the profile has the smallest mean error of the indicator over all three quarters.")
                  .nullWhenWithheld(),
              new ColumnDefinition(
                  WITHHELD, CLAIM, "", "Whether the errors are withheld to protect respondents.")),
          List.of(INDICATOR, PROFILE, QUARTER));

  private PaceBacktestTable() {}
}
