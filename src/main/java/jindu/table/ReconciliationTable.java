package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.CLAIM;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** One quantity said twice, side by side, at one quarter. */
public final class ReconciliationTable {

  public static final String QUANTITY = "quantity";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String SOURCE_A = "source_a";
  public static final String SOURCE_B = "source_b";
  public static final String VALUE_A = "value_a";
  public static final String VALUE_B = "value_b";
  public static final String DIFFERENCE = "difference";
  public static final String RELATION = "relation";
  public static final String REASON = "reason";
  public static final String TITLE_ZH = "title_zh";
  public static final String TITLE_EN = "title_en";
  public static final String UNIT = "unit";
  public static final String SOURCE = "source";
  public static final String WITHHELD = "withheld";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "reconciliation",
          List.of(
              new ColumnDefinition(QUANTITY, TEXT, "", "Code of what is said twice."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter."),
              new ColumnDefinition(
                  SOURCE_A,
                  TEXT,
                  "",
                  "Fact id or document of a printed figure, indicator (with /sector), or indicator@department; terms of a sum joined by +."),
              new ColumnDefinition(SOURCE_B, TEXT, "", "The other source, named alike."),
              new ColumnDefinition(VALUE_A, AMOUNT, "base unit", "Value of the first.")
                  .nullWhen("a term of it is withheld or not known"),
              new ColumnDefinition(VALUE_B, AMOUNT, "base unit", "Value of the second.")
                  .nullWhen("a term of it is withheld or not known"),
              new ColumnDefinition(DIFFERENCE, AMOUNT, "base unit", "The first less the second.")
                  .nullWhen("value_a or value_b is null"),
              new ColumnDefinition(
                  RELATION,
                  TEXT,
                  "",
                  "same: should be equal; parts: sum of parts and their total; subset: the first is a part of the second."),
              new ColumnDefinition(
                  REASON, TEXT, "", "What is known of the difference, in Chinese and English."),
              new ColumnDefinition(TITLE_ZH, TEXT, "", "Chinese name of the quantity."),
              new ColumnDefinition(TITLE_EN, TEXT, "", "English name of the quantity."),
              new ColumnDefinition(UNIT, TEXT, "", "Base unit of the values."),
              new ColumnDefinition(SOURCE, TEXT, "", "Document that the comparison is from."),
              new ColumnDefinition(
                  WITHHELD, CLAIM, "", "Whether a value is withheld to protect respondents.")),
          List.of(QUANTITY, YEAR, QUARTER, SOURCE_A, SOURCE_B));

  private ReconciliationTable() {}
}
