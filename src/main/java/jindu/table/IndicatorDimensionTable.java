package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** What each indicator is. */
public final class IndicatorDimensionTable {

  public static final String INDICATOR = "indicator";
  public static final String TITLE_ZH = "title_zh";
  public static final String TITLE_EN = "title_en";
  public static final String KIND = "kind";
  public static final String UNIT = "unit";
  public static final String DISPLAY_UNIT = "display_unit";
  public static final String DISPLAY_FACTOR = "display_factor";
  public static final String DISPLAY_DECIMALS = "display_decimals";
  public static final String GOOD_DIRECTION = "good_direction";
  public static final String LOWEST_PLACE = "lowest_place";
  public static final String SECTOR_DETAIL = "sector_detail";
  public static final String HEADLINE_BASIS = "headline_basis";
  public static final String NUMERATOR = "numerator";
  public static final String DENOMINATOR = "denominator";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "dim_indicator",
          List.of(
              new ColumnDefinition(INDICATOR, TEXT, "", "Indicator code."),
              new ColumnDefinition(TITLE_ZH, TEXT, "", "Chinese title."),
              new ColumnDefinition(TITLE_EN, TEXT, "", "English title."),
              new ColumnDefinition(KIND, TEXT, "", "flow, stock, rate, mean or level."),
              new ColumnDefinition(UNIT, TEXT, "", "Base unit."),
              new ColumnDefinition(DISPLAY_UNIT, TEXT, "", "Unit people read."),
              new ColumnDefinition(DISPLAY_FACTOR, AMOUNT, "", "Base units in one display unit."),
              new ColumnDefinition(DISPLAY_DECIMALS, WHOLE, "", "Decimals people read."),
              new ColumnDefinition(GOOD_DIRECTION, TEXT, "", "up or down."),
              new ColumnDefinition(LOWEST_PLACE, TEXT, "", "district or township."),
              new ColumnDefinition(SECTOR_DETAIL, TEXT, "", "none, section or division."),
              new ColumnDefinition(HEADLINE_BASIS, TEXT, "", "comparable or nominal."),
              new ColumnDefinition(NUMERATOR, TEXT, "", "Indicator above the line of a rate.")
                  .nullWhen("the indicator is no rate"),
              new ColumnDefinition(DENOMINATOR, TEXT, "", "Indicator below the line of a rate.")
                  .nullWhen("the indicator is no rate")),
          List.of(INDICATOR));

  private IndicatorDimensionTable() {}
}
