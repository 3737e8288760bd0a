package jindu.table;

import static jindu.table.Types.AMOUNT_BY_NAME;
import static jindu.table.Types.CLAIM;
import static jindu.table.Types.DAY;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.TEXTS;
import static jindu.table.Types.TEXT_BY_NAME;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** Every row of returns with the verdict in force, wide; what check hands on within a night. */
public final class VerdictTable {

  public static final String DELIVERY_ID = "delivery_id";
  public static final String FORM = "form";
  public static final String PATH = "path";
  public static final String RECEIVED_DATE = "received_date";
  public static final String SHEET = "sheet";
  public static final String ROW_NUMBER = "row_number";
  public static final String CELLS = "cells";
  public static final String UNIT_KEY = "unit_key";
  public static final String UNIT_GROUP = "unit_group";
  public static final String PERIOD = "period";
  public static final String TOWNSHIP_CODE = "township_code";
  public static final String SECTOR_CODE = "sector_code";
  public static final String VALUES = "values";
  public static final String ATTRIBUTES = "attributes";
  public static final String VINTAGE_ORDER = "vintage_order";
  public static final String VERDICT = "verdict";
  public static final String IN_FORCE = "in_force";
  public static final String REASONS = "reasons";
  public static final String REASON_VALUES = "reason_values";
  public static final String FLAGS = "flags";
  public static final String EXPLANATION = "explanation";
  public static final String UNIT_NAME = "unit_name";
  public static final String FINDINGS = "findings";
  public static final String RESOLVED_BY = "resolved_by";
  public static final String RESOLVED_ROW = "resolved_row";
  public static final String RESOLVED_DATE = "resolved_date";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "verdicts",
          List.of(
              new ColumnDefinition(DELIVERY_ID, TEXT, "", "Names the delivery."),
              new ColumnDefinition(FORM, TEXT, "", "Form code."),
              new ColumnDefinition(PATH, TEXT, "", "Path under inbox/."),
              new ColumnDefinition(RECEIVED_DATE, DAY, "", "Day received."),
              new ColumnDefinition(SHEET, TEXT, "", "Sheet of a workbook, empty for CSV."),
              new ColumnDefinition(
                  ROW_NUMBER, WHOLE, "", "1-based row in the file; 0 for the file as a whole."),
              new ColumnDefinition(CELLS, TEXT_BY_NAME, "", "The text delivered."),
              new ColumnDefinition(
                  UNIT_KEY, TEXT, "", "The reporting unit: the form's key columns, joined by |."),
              new ColumnDefinition(
                  UNIT_GROUP, TEXT, "", "Controlling group of the register, else the unit itself."),
              new ColumnDefinition(PERIOD, TEXT, "", "Last month of the period, 2020-06."),
              new ColumnDefinition(TOWNSHIP_CODE, TEXT, "", "9-digit place."),
              new ColumnDefinition(
                  SECTOR_CODE,
                  TEXT,
                  "",
                  "Sector code without the section letter, null where the form has none."),
              new ColumnDefinition(
                  VALUES,
                  AMOUNT_BY_NAME,
                  "base unit",
                  "Canonical column name to the value in base units."),
              new ColumnDefinition(
                  ATTRIBUTES,
                  TEXT_BY_NAME,
                  "",
                  "Attribute code to its text; periods and dates normalised."),
              new ColumnDefinition(
                  VINTAGE_ORDER,
                  TEXT,
                  "",
                  "Sorts returns of one unit, form and period: submission, received, path, hash, row."),
              new ColumnDefinition(VERDICT, TEXT, "", "accepted, unchanged or quarantined."),
              new ColumnDefinition(
                  IN_FORCE,
                  CLAIM,
                  "",
                  "Whether this return is the one that counts: the latest accepted one, and no withdrawal."),
              new ColumnDefinition(REASONS, TEXTS, "", "Codes of every hard check that failed."),
              new ColumnDefinition(
                  REASON_VALUES, TEXT_BY_NAME, "", "Reason code to the offending text."),
              new ColumnDefinition(FLAGS, TEXTS, "", "Codes of every soft check that failed."),
              new ColumnDefinition(EXPLANATION, TEXT, "", "The unit's own explanation (说明)."),
              new ColumnDefinition(UNIT_NAME, TEXT, "", "Name of the unit as delivered."),
              new ColumnDefinition(
                  FINDINGS, Finding.LIST, "", "What each soft check that failed found."),
              new ColumnDefinition(
                  RESOLVED_BY,
                  TEXT,
                  "",
                  "Of a refused row: path of the next return of that unit and period that was not refused."),
              new ColumnDefinition(RESOLVED_ROW, WHOLE, "", "Row of that return in its file."),
              new ColumnDefinition(RESOLVED_DATE, DAY, "", "Day that return was received.")),
          List.of(DELIVERY_ID, SHEET, ROW_NUMBER));

  private VerdictTable() {}
}
