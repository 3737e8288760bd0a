package jindu.table;

import static jindu.table.Types.DAY;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.TEXTS;
import static jindu.table.Types.TEXT_BY_NAME;
import static jindu.table.Types.WHOLE;

import java.util.List;

/** Every refused row or file, and every reason. */
public final class QuarantineTable {

  public static final String DELIVERY_ID = "delivery_id";
  public static final String FORM = "form";
  public static final String PATH = "path";
  public static final String RECEIVED_DATE = "received_date";
  public static final String SHEET = "sheet";
  public static final String ROW_NUMBER = "row_number";
  public static final String UNIT_KEY = "unit_key";
  public static final String PERIOD = "period";
  public static final String REASONS = "reasons";
  public static final String REASONS_ZH = "reasons_zh";
  public static final String REASONS_EN = "reasons_en";
  public static final String CELLS = "cells";
  public static final String RESOLVED_BY = "resolved_by";
  public static final String RESOLVED_ROW = "resolved_row";
  public static final String RESOLVED_DATE = "resolved_date";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "quarantine",
          List.of(
              new ColumnDefinition(DELIVERY_ID, TEXT, "", "Names the delivery."),
              new ColumnDefinition(FORM, TEXT, "", "Form code: the folder of the inbox."),
              new ColumnDefinition(PATH, TEXT, "", "Path under inbox/."),
              new ColumnDefinition(RECEIVED_DATE, DAY, "", "Day received."),
              new ColumnDefinition(SHEET, TEXT, "", "Sheet of a workbook."),
              new ColumnDefinition(
                  ROW_NUMBER, WHOLE, "", "Row in the file; 0 for the file as a whole."),
              new ColumnDefinition(
                  UNIT_KEY, TEXT, "", "The reporting unit, where it could be read."),
              new ColumnDefinition(PERIOD, TEXT, "", "The period, where it could be read."),
              new ColumnDefinition(REASONS, TEXTS, "", "Codes of every reason."),
              new ColumnDefinition(
                  REASONS_ZH,
                  TEXTS,
                  "",
                  "Every reason in Chinese, with the offending text and what to do."),
              new ColumnDefinition(
                  REASONS_EN,
                  TEXTS,
                  "",
                  "Every reason in English, with the offending text and what to do."),
              new ColumnDefinition(CELLS, TEXT_BY_NAME, "", "The text delivered."),
              new ColumnDefinition(
                  RESOLVED_BY,
                  TEXT,
                  "",
                  "Path of the delivery that mended it: the next return of that unit and period that was not refused; of a file or row without unit or period, the file of the same name delivered again. Null while open."),
              new ColumnDefinition(
                  RESOLVED_ROW, WHOLE, "", "Row of that return; null where the path alone tells."),
              new ColumnDefinition(RESOLVED_DATE, DAY, "", "Day it was received.")),
          List.of(PATH, SHEET, ROW_NUMBER, DELIVERY_ID),
          List.of(FORM));

  private QuarantineTable() {}
}
