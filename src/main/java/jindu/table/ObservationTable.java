package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.CLAIM;
import static jindu.table.Types.COUNT;
import static jindu.table.Types.DAY;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.TEXTS;
import static jindu.table.Types.TEXT_BY_NAME;
import static jindu.table.Types.WHOLE;

import java.util.List;

/**
 * Every accepted value, every vintage: one row per return and item, in a folder for each form and
 * year, within it in the order of the units. The register has no year.
 */
public final class ObservationTable {

  public static final String FORM = "form";
  public static final String UNIT_KEY = "unit_key";
  public static final String UNIT_GROUP = "unit_group";
  public static final String PERIOD = "period";
  public static final String YEAR = "year";
  public static final String QUARTER = "quarter";
  public static final String ITEM = "item";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String SECTOR_CODE = "sector_code";
  public static final String ATTRIBUTES = "attributes";
  public static final String WEIGHT = "weight";
  public static final String VALUE = "value";
  public static final String PREVIOUS = "previous";
  public static final String MONTH_VALUE = "month_value";
  public static final String IN_FORCE = "in_force";
  public static final String VINTAGE_ORDER = "vintage_order";
  public static final String RECEIVED_DATE = "received_date";
  public static final String FLAGS = "flags";
  public static final String EXPLANATION = "explanation";
  public static final String DELIVERY_ID = "delivery_id";
  public static final String PATH = "path";
  public static final String SHEET = "sheet";
  public static final String ROW_NUMBER = "row_number";
  public static final String UNIT_NAME = "unit_name";
  public static final String FINDINGS = "findings";
  public static final String FINGERPRINT = "fingerprint";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "observations",
          List.of(
              new ColumnDefinition(FORM, TEXT, "", "Form code."),
              new ColumnDefinition(UNIT_KEY, TEXT, "", "The reporting unit."),
              new ColumnDefinition(
                  UNIT_GROUP, TEXT, "", "Controlling group, else the unit itself."),
              new ColumnDefinition(
                  PERIOD, TEXT, "", "Last month of the period, 2020-06; empty for the register."),
              new ColumnDefinition(YEAR, WHOLE, "", "Year of the period."),
              new ColumnDefinition(QUARTER, WHOLE, "", "Quarter of the period."),
              new ColumnDefinition(ITEM, TEXT, "", "Item code of the form."),
              new ColumnDefinition(
                  TOWNSHIP_CODE, TEXT, "", "Place of the return: 9 digits, or 6 of a peer."),
              new ColumnDefinition(
                  SECTOR_CODE,
                  TEXT,
                  "",
                  "Sector code of the return, null where the form has none."),
              new ColumnDefinition(ATTRIBUTES, TEXT_BY_NAME, "", "Attributes of the return."),
              new ColumnDefinition(
                  WEIGHT, AMOUNT, "", "Survey weight of the return, null outside sample surveys."),
              new ColumnDefinition(
                  VALUE, AMOUNT, "base unit", "Year to date, or the single value."),
              new ColumnDefinition(
                  PREVIOUS,
                  AMOUNT,
                  "base unit",
                  "Same period of last year as the unit restates it."),
              new ColumnDefinition(
                  MONTH_VALUE, AMOUNT, "base unit", "The month alone, where the form carries it."),
              new ColumnDefinition(
                  IN_FORCE,
                  CLAIM,
                  "",
                  "Whether it counts: the latest accepted vintage, and no withdrawal."),
              new ColumnDefinition(
                  VINTAGE_ORDER, TEXT, "", "Sorts the vintages of one unit, form and period."),
              new ColumnDefinition(RECEIVED_DATE, DAY, "", "Day received."),
              new ColumnDefinition(FLAGS, TEXTS, "", "Codes of every soft check that failed."),
              new ColumnDefinition(EXPLANATION, TEXT, "", "The unit's explanation."),
              new ColumnDefinition(DELIVERY_ID, TEXT, "", "The delivery it came in."),
              new ColumnDefinition(PATH, TEXT, "", "Path under inbox/."),
              new ColumnDefinition(SHEET, TEXT, "", "Sheet of a workbook."),
              new ColumnDefinition(ROW_NUMBER, WHOLE, "", "Row in the file."),
              new ColumnDefinition(UNIT_NAME, TEXT, "", "Name of the unit as delivered."),
              new ColumnDefinition(
                  FINDINGS,
                  Finding.LIST,
                  "",
                  "What the soft checks found in this item; findings about the return as a whole stand with each item."),
              new ColumnDefinition(
                  FINGERPRINT,
                  COUNT,
                  "",
                  "Hash of all that counts: place, sector, group, attributes, weight, values and in_force.")),
          List.of(FORM, UNIT_KEY, PERIOD, ITEM, VINTAGE_ORDER),
          List.of(FORM, YEAR));

  private ObservationTable() {}
}
