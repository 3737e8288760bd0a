package jindu.ingest;

import java.util.Map;

/**
 * What a file yields: a data row, or the refusal of the file as a whole.
 *
 * @param number 1-based; 0 for the file as a whole
 * @param refusal reason code, null for data rows
 * @param detail what was found, null for data rows
 * @param skippedSheets the sheets of the file that were not read and why, null when none
 * @param unknownHeaders the headers of the file that name no column of the form, null when none
 */
record DecodedRow(
    String sheet,
    int number,
    Map<String, String> cells,
    String refusal,
    String detail,
    String skippedSheets,
    String unknownHeaders) {

  static DecodedRow data(
      HeadedSheet sheet, SourceRow row, String skippedSheets, String unknownHeaders) {
    return new DecodedRow(
        sheet.name(),
        row.number(),
        sheet.header().cells(row),
        null,
        null,
        skippedSheets,
        unknownHeaders);
  }

  static DecodedRow refused(UnusableFileException unusable) {
    return new DecodedRow(
        "", 0, Map.of(), unusable.refusal().code(), unusable.detail(), null, null);
  }
}
