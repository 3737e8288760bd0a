package jindu.ingest;

import java.util.Map;

/**
 * What a file yields: a data row, or the refusal of the file as a whole.
 *
 * @param number 1-based; 0 for the file as a whole
 * @param refusal reason code, null for data rows
 * @param detail what was found, null for data rows
 * @param skippedSheets the sheets of the file that were not read and why, null when none
 */
record DecodedRow(
    String sheet,
    int number,
    Map<String, String> cells,
    String refusal,
    String detail,
    String skippedSheets) {

  static DecodedRow data(HeadedSheet sheet, SourceRow row, String skippedSheets) {
    return new DecodedRow(
        sheet.name(), row.number(), sheet.header().cells(row), null, null, skippedSheets);
  }

  static DecodedRow refused(UnusableFileException unusable) {
    return new DecodedRow("", 0, Map.of(), unusable.refusal().code(), unusable.detail(), null);
  }
}
