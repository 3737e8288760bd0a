package jindu.table;

import static jindu.table.Types.CLAIM;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** Where a township stands among the townships, by indicator and quarter. */
public final class TownshipRankingTable {

  public static final String INDICATOR = "indicator";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String COMPLETION_PCT = "completion_pct";
  public static final String GROWTH_YTD_PCT = "growth_ytd_pct";
  public static final String RANK = "rank";
  public static final String RANK_CHANGE = "rank_change";
  public static final String WITHHELD = "withheld";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "township_ranking",
          List.of(
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code."),
              new ColumnDefinition(TOWNSHIP_CODE, TEXT, "", "Township; no remainder."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(
                      COMPLETION_PCT, PERCENT, "%", "Completion of its target, where that has one.")
                  .nullWhenWithheldOr(
                      "the township has no target, or its completion is null in plan_progress"),
              new ColumnDefinition(
                      GROWTH_YTD_PCT,
                      PERCENT,
                      "%",
                      "Growth year to date on the indicator's headline basis.")
                  .nullWhen("the growth on that basis is null in indicator"),
              new ColumnDefinition(
                      RANK,
                      WHOLE,
                      "",
                      "By its target where the indicator has any for townships, else by growth; ties"
                          + " share.")
                  .nullWhenWithheldOr(
                      "its target is grey, it has none and others have, or there is no growth to"
                          + " rank by"),
              new ColumnDefinition(
                      RANK_CHANGE,
                      WHOLE,
                      "",
                      "Change of rank on the last quarter, positive is better.")
                  .nullWhenWithheldOr(
                      "rank is null, or was in the quarter before; of targets also in the first"
                          + " quarter"),
              new ColumnDefinition(
                  WITHHELD, CLAIM, "", "Whether the figures are withheld to protect respondents.")),
          List.of(INDICATOR, TOWNSHIP_CODE, YEAR, QUARTER));

  private TownshipRankingTable() {}
}
