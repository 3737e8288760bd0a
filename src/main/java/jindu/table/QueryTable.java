package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.PERCENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** The query list (查询单): whom to ask what, worst first within each township. Internal. */
public final class QueryTable {

  public static final String TOWNSHIP_CODE = "township_code";
  public static final String RANK = "rank";
  public static final String UNIT_KEY = "unit_key";
  public static final String UNIT_NAME = "unit_name";
  public static final String FORM = "form";
  public static final String PERIOD = "period";
  public static final String ITEM = "item";
  public static final String COLUMN = "column";
  public static final String ITEM_HEADER = "item_header";
  public static final String CHECK = "check";
  public static final String ODD_ZH = "odd_zh";
  public static final String ODD_EN = "odd_en";
  public static final String VALUE = "value";
  public static final String EXPECTED = "expected";
  public static final String DIFFERENCE = "difference";
  public static final String DIFFERENCE_PCT = "difference_pct";
  public static final String EFFECT_PCT = "effect_pct";
  public static final String LAST_EXPLANATION = "last_explanation";
  public static final String DELIVERED_UNIT = "delivered_unit";
  public static final String DELIVERED_FACTOR = "delivered_factor";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "queries",
          List.of(
              new ColumnDefinition(
                  TOWNSHIP_CODE,
                  TEXT,
                  "",
                  "9-digit place of the return, else the district that has to ask."),
              new ColumnDefinition(
                  RANK, WHOLE, "", "1 for what moves its cell most; by effect, then by the line."),
              new ColumnDefinition(UNIT_KEY, TEXT, "", "The reporting unit."),
              new ColumnDefinition(UNIT_NAME, TEXT, "", "Name of the unit as delivered."),
              new ColumnDefinition(FORM, TEXT, "", "Form code."),
              new ColumnDefinition(PERIOD, TEXT, "", "Last month of the period, 2020-06."),
              new ColumnDefinition(
                  ITEM, TEXT, "", "Item code; null for a finding about the return as a whole."),
              new ColumnDefinition(
                  COLUMN, TEXT, "", "Column of the item: ytd, previous, month or value."),
              new ColumnDefinition(
                  ITEM_HEADER, TEXT, "", "Chinese header that the unit delivers the figure under."),
              new ColumnDefinition(CHECK, TEXT, "", "Code of the soft check."),
              new ColumnDefinition(
                  ODD_ZH, TEXT, "", "What is odd: the check's words in Chinese, with its figures."),
              new ColumnDefinition(
                  ODD_EN, TEXT, "", "What is odd: the check's words in English, with its figures."),
              new ColumnDefinition(VALUE, AMOUNT, "base unit", "The figure that is odd."),
              new ColumnDefinition(
                  EXPECTED, AMOUNT, "base unit", "The nearest figure that would not be odd."),
              new ColumnDefinition(DIFFERENCE, AMOUNT, "base unit", "Value less expected."),
              new ColumnDefinition(
                  DIFFERENCE_PCT, PERCENT, "%", "The difference in percent of expected."),
              new ColumnDefinition(
                  EFFECT_PCT,
                  PERCENT,
                  "%",
                  "How far the figure moves its cell, form and item by township, division and period: the difference, without expected the value, in percent of the cell; null beyond the range too, which ranks first."),
              new ColumnDefinition(
                  LAST_EXPLANATION,
                  TEXT,
                  "",
                  "The unit's latest explanation of the same check on the same item, earlier this year or in an earlier vintage."),
              new ColumnDefinition(
                  DELIVERED_UNIT,
                  TEXT,
                  "",
                  "The unit of measure in which the figure is delivered."),
              new ColumnDefinition(
                  DELIVERED_FACTOR, AMOUNT, "", "Base units in one delivered unit.")),
          List.of(TOWNSHIP_CODE, RANK));

  private QueryTable() {}
}
