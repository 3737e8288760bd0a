package jindu.ingest;

import java.util.Map;

/**
 * What a file yields: a data row, or the refusal of the file as a whole.
 *
 * @param number 1-based; 0 for the file as a whole
 * @param refusal reason code, null for data rows
 * @param detail what was found, null for data rows
 */
record DecodedRow(
    String sheet, int number, Map<String, String> cells, String refusal, String detail) {

  static DecodedRow data(HeadedSheet sheet, SourceRow row) {
    return new DecodedRow(sheet.name(), row.number(), sheet.header().cells(row), null, null);
  }

  static DecodedRow refused(UnusableFileException unusable) {
    return new DecodedRow("", 0, Map.of(), unusable.refusal().code(), unusable.detail());
  }
}
