package jindu.ingest;

/**
 * A sheet whose rows are read, and the header above them.
 *
 * @param name name of the sheet, empty for CSV
 */
record HeadedSheet(String name, HeaderRow header) {}
