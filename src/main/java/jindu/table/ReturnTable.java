package jindu.table;

import static jindu.table.Types.DAY;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.TEXT_BY_NAME;
import static jindu.table.Types.WHOLE;

import java.util.List;

/**
 * Every delivered row as it came, as text; a file that could not be read is one row with a refusal.
 */
public final class ReturnTable {

  public static final String DELIVERY_ID = "delivery_id";
  public static final String FORM = "form";
  public static final String PATH = "path";
  public static final String CONTENT_HASH = "content_hash";
  public static final String RECEIVED_DATE = "received_date";
  public static final String SHEET = "sheet";
  public static final String ROW_NUMBER = "row_number";
  public static final String CELLS = "cells";
  public static final String REFUSAL = "refusal";
  public static final String REFUSAL_DETAIL = "refusal_detail";
  public static final String SKIPPED_SHEETS = "skipped_sheets";
  public static final String UNKNOWN_HEADERS = "unknown_headers";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "returns",
          List.of(
              new ColumnDefinition(
                  DELIVERY_ID, TEXT, "", "SHA-256 over path and content hash; names the delivery."),
              new ColumnDefinition(FORM, TEXT, "", "Form code: the folder of the inbox."),
              new ColumnDefinition(PATH, TEXT, "", "Path under inbox/."),
              new ColumnDefinition(CONTENT_HASH, TEXT, "", "SHA-256 of the bytes."),
              new ColumnDefinition(
                  RECEIVED_DATE,
                  DAY,
                  "",
                  "Day received: the folder's day, else the day first seen."),
              new ColumnDefinition(SHEET, TEXT, "", "Sheet of a workbook, empty for CSV."),
              new ColumnDefinition(
                  ROW_NUMBER,
                  WHOLE,
                  "",
                  "1-based line or row in the file where the row starts; 0 for the file as a whole."),
              new ColumnDefinition(
                  CELLS,
                  TEXT_BY_NAME,
                  "",
                  "Canonical column name (or the header itself where unknown) to the text delivered."),
              new ColumnDefinition(
                  REFUSAL,
                  TEXT,
                  "",
                  "Why the file as a whole could not be read (a reason code), null for rows."),
              new ColumnDefinition(
                  REFUSAL_DETAIL,
                  TEXT,
                  "",
                  "What was found, for the person who must act; null for rows."),
              new ColumnDefinition(
                  SKIPPED_SHEETS,
                  TEXT,
                  "",
                  "Sheets of the workbook that were not read, and why; the same on every row of the delivery, null when none."),
              new ColumnDefinition(
                  UNKNOWN_HEADERS,
                  TEXT,
                  "",
                  "Headers of the file that name no column of the form; the same on every row of the delivery, null when none.")),
          List.of(DELIVERY_ID, SHEET, ROW_NUMBER));

  private ReturnTable() {}
}
