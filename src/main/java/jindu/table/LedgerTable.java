package jindu.table;

import static jindu.table.Types.AMOUNT;
import static jindu.table.Types.COUNT;
import static jindu.table.Types.DAY;
import static jindu.table.Types.MOMENT;
import static jindu.table.Types.TEXT;
import static jindu.table.Types.TEXTS;
import static jindu.table.Types.WHOLE;

import java.util.List;

/**
 * What each batch did: one row a batch, catalog file, delivery, slice computed, table written,
 * stage or publication, and one for each row of an earlier delivery whose verdict changed.
 */
public final class LedgerTable {

  public static final String BATCH_ID = "batch_id";
  public static final String ENTRY = "entry";
  public static final String NAME = "name";
  public static final String RECORDED_AT = "recorded_at";
  public static final String STATE = "state";
  public static final String FORM = "form";
  public static final String DELIVERY_ID = "delivery_id";
  public static final String CONTENT_HASH = "content_hash";
  public static final String RECEIVED_DATE = "received_date";
  public static final String ROWS_IN = "rows_in";
  public static final String ROWS_OUT = "rows_out";
  public static final String ACCEPTED = "accepted";
  public static final String UNCHANGED = "unchanged";
  public static final String QUARANTINED = "quarantined";
  public static final String SECONDS = "seconds";
  public static final String DETAIL = "detail";
  public static final String FOLDER_DATE = "folder_date";
  public static final String EXCLUDED = "excluded";
  public static final String SKIPPED_SHEETS = "skipped_sheets";
  public static final String SHEET = "sheet";
  public static final String ROW_NUMBER = "row_number";
  public static final String VERDICT_BEFORE = "verdict_before";
  public static final String VERDICT_AFTER = "verdict_after";
  public static final String REASONS = "reasons";
  public static final String UNKNOWN_HEADERS = "unknown_headers";
  public static final String VERSION = "version";
  public static final String SEQUENCE = "sequence";
  public static final String INPUTS = "inputs";
  public static final String OUTPUTS = "outputs";
  public static final String SLICES = "slices";
  public static final String JOBS = "jobs";
  public static final String PEAK_MEMORY = "peak_memory";
  public static final String OWNER = "owner";

  public static final TableDefinition DEFINITION =
      new TableDefinition(
          "ledger",
          List.of(
              new ColumnDefinition(BATCH_ID, TEXT, "", "Names the batch; sorts in time."),
              new ColumnDefinition(
                  ENTRY,
                  TEXT,
                  "",
                  "batch, catalog, file, verdict, slice, table, stage, pattern, changes_of_few, publication,"
                      + " switch (back), removal (of a publication) or maintenance (of a table)."),
              new ColumnDefinition(
                  NAME,
                  TEXT,
                  "",
                  "Catalog file, delivery path, slice, table, stage or publication id."),
              new ColumnDefinition(RECORDED_AT, MOMENT, "", "When the row was written."),
              new ColumnDefinition(STATE, TEXT, "", "started, done or failed."),
              new ColumnDefinition(FORM, TEXT, "", "Form of a file."),
              new ColumnDefinition(DELIVERY_ID, TEXT, "", "Delivery of a file."),
              new ColumnDefinition(
                  CONTENT_HASH,
                  TEXT,
                  "",
                  "Hash of a file or a catalog text; of a batch that starts, of what there is to do."),
              new ColumnDefinition(
                  RECEIVED_DATE,
                  DAY,
                  "",
                  "Day received, for a file; as-of date, for a batch or publication."),
              new ColumnDefinition(ROWS_IN, COUNT, "rows", "Rows read."),
              new ColumnDefinition(ROWS_OUT, COUNT, "rows", "Rows written."),
              new ColumnDefinition(ACCEPTED, COUNT, "rows", "Rows of a file accepted."),
              new ColumnDefinition(
                  UNCHANGED, COUNT, "rows", "Rows of a file that repeat what is in force."),
              new ColumnDefinition(
                  QUARANTINED,
                  COUNT,
                  "rows",
                  "Rows of a file refused; a file that could not be read counts as one."),
              new ColumnDefinition(SECONDS, AMOUNT, "s", "Time taken."),
              new ColumnDefinition(
                  DETAIL,
                  TEXT,
                  "",
                  "Catalog text where it is new to the ledger, error, or what was done."),
              new ColumnDefinition(
                  FOLDER_DATE,
                  DAY,
                  "",
                  "Day of a file's folder; before received_date where the delivery was back-dated."),
              new ColumnDefinition(
                  EXCLUDED,
                  COUNT,
                  "rows",
                  "Rows of a file left out by the bureau, among the refused."),
              new ColumnDefinition(
                  SKIPPED_SHEETS, TEXT, "", "Sheets of a workbook that were not read, and why."),
              new ColumnDefinition(SHEET, TEXT, "", "Sheet of a changed verdict's row."),
              new ColumnDefinition(ROW_NUMBER, WHOLE, "", "Row of a changed verdict, in its file."),
              new ColumnDefinition(
                  VERDICT_BEFORE, TEXT, "", "Verdict of the row until this batch."),
              new ColumnDefinition(VERDICT_AFTER, TEXT, "", "Verdict of the row from this batch."),
              new ColumnDefinition(
                  REASONS,
                  TEXTS,
                  "",
                  "Reason codes for which the row is refused, or was until now."),
              new ColumnDefinition(
                  UNKNOWN_HEADERS, TEXT, "", "Headers of a file that name no column of its form."),
              new ColumnDefinition(
                  VERSION, COUNT, "", "Delta version of a table as the batch wrote it."),
              new ColumnDefinition(
                  SEQUENCE,
                  COUNT,
                  "",
                  "Grows with each commit to the ledger, whatever the clock says; null where a Spark"
                      + " job wrote the row."),
              new ColumnDefinition(
                  INPUTS, TEXT, "", "Tables that a stage read, each with its Delta version."),
              new ColumnDefinition(
                  OUTPUTS, TEXT, "", "Tables that a stage wrote, each with its Delta version."),
              new ColumnDefinition(SLICES, COUNT, "", "Slices that a stage computed."),
              new ColumnDefinition(JOBS, COUNT, "", "Spark jobs of a stage."),
              new ColumnDefinition(
                  PEAK_MEMORY,
                  COUNT,
                  "bytes",
                  "Most heap that the driver's process used during a stage."),
              new ColumnDefinition(
                  OWNER, TEXT, "", "Machine, process and user of a batch that starts.")),
          List.of(BATCH_ID, ENTRY, NAME, DELIVERY_ID, SHEET, ROW_NUMBER));

  private LedgerTable() {}
}
