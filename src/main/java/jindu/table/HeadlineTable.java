package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.CLAIM;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** The lines a leader reads first. */
public final class HeadlineTable {

  public static final String LINE = "line";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String INDICATOR = "indicator";
  public static final String TITLE_ZH = "title_zh";
  public static final String TITLE_EN = "title_en";
  public static final String DISPLAY_UNIT = "display_unit";
  public static final String DISPLAY_VALUE = "display_value";
  public static final String GROWTH_PCT = "growth_pct";
  public static final String GROWTH_BASIS = "growth_basis";
  public static final String TARGET = "target";
  public static final String COMPLETION_PCT = "completion_pct";
  public static final String LAMP = "lamp";
  public static final String WITHHELD = "withheld";
  public static final String TARGET_KIND = "target_kind";
  public static final String CITY_FIGURE_PCT = "city_figure_pct";
  public static final String DIFFERENCE_TO_CITY_POINTS = "difference_to_city_points";
  public static final String DIFFERENCE_TO_PEERS_POINTS = "difference_to_peers_points";
  public static final String DISTRICT_RANK = "district_rank";
  public static final String DISTRICT_COUNT = "district_count";
  public static final String LAMP_PROVISIONAL = "lamp_provisional";

  // The comparison with the other districts is that of the plan too.
  static final ColumnDefinition PEERS_DIFFERENCE =
      new ColumnDefinition(
              DIFFERENCE_TO_PEERS_POINTS,
              PERCENT,
              "points",
              "The same less the mean of the other districts that have delivered.")
          .nullWhen(
              "the row is not of the district as a whole, its growth or percentage is"
                  + " null, or no other district has delivered");

  static final ColumnDefinition PEERS_RANK =
      new ColumnDefinition(
              DISTRICT_RANK,
              WHOLE,
              "",
              "Rank among the districts of the city that have delivered; ties share.")
          .nullWhen("difference_to_peers_points is null");

  static final ColumnDefinition PEERS_COUNT =
      new ColumnDefinition(
              DISTRICT_COUNT, WHOLE, "", "How many districts are ranked, this one included.")
          .nullWhen("difference_to_peers_points is null");

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "headline",
          List.of(
              new ColumnDefinition(LINE, WHOLE, "", "Order of the line."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code."),
              new ColumnDefinition(TITLE_ZH, TEXT, "", "Chinese title."),
              new ColumnDefinition(TITLE_EN, TEXT, "", "English title."),
              new ColumnDefinition(DISPLAY_UNIT, TEXT, "", "Unit people read."),
              new ColumnDefinition(
                      DISPLAY_VALUE,
                      AMOUNT,
                      "display unit",
                      "Year to date in the display unit, rounded to the display decimals.")
                  .nullWhenWithheldOr("the district has no figure of the quarter"),
              new ColumnDefinition(
                      GROWTH_PCT,
                      PERCENT,
                      "%",
                      "Growth year to date on the indicator's headline basis.")
                  .nullWhenWithheldOr("the growth on that basis is null in indicator"),
              new ColumnDefinition(
                      GROWTH_BASIS, TEXT, "", "comparable, reported, stored_total or survey.")
                  .nullWhen(
                      "the district has no cell of the quarter, and its growth is not at comparable prices"),
              new ColumnDefinition(
                      TARGET,
                      AMOUNT,
                      "display unit or %",
                      "The plan's figure: in the display unit for levels, in percent for growth.")
                  .nullWhen("no target is in force, or it states no figure"),
              new ColumnDefinition(
                      COMPLETION_PCT, PERCENT, "%", "Completion of the target, where it has one.")
                  .nullWhenWithheldOr(
                      "there is no target, or its completion is null in plan_progress"),
              new ColumnDefinition(LAMP, TEXT, "", "green, yellow, red or grey."),
              new ColumnDefinition(
                  WITHHELD, CLAIM, "", "Whether the figures are withheld to protect respondents."),
              new ColumnDefinition(TARGET_KIND, TEXT, "", "Kind of the target.")
                  .nullWhen("no target is in force"),
              new ColumnDefinition(
                      CITY_FIGURE_PCT,
                      PERCENT,
                      "%",
                      "The city's growth year to date, or its value where that is a percentage.")
                  .nullWhen("the city has not delivered it"),
              new ColumnDefinition(
                      DIFFERENCE_TO_CITY_POINTS,
                      PERCENT,
                      "points",
                      "The district's growth or percentage less the city's.")
                  .nullWhen(
                      "city_figure_pct or the district's published growth or percentage is null"),
              PEERS_DIFFERENCE,
              PEERS_RANK,
              PEERS_COUNT,
              new ColumnDefinition(
                      LAMP_PROVISIONAL, CLAIM, "", "Whether the colour hangs on estimated data.")
                  .nullWhenWithheldOr("no target is in force")),
          List.of(LINE, YEAR, QUARTER));

  private HeadlineTable() {}
}
