package jindu.ingest;

import java.util.List;

/**
 * The data rows of one sheet and the header above them.
 *
 * @param name name of the sheet, empty for CSV
 * @param rows rows below the header that are not blank, in the order of the file
 */
record HeadedSheet(String name, HeaderRow header, List<SourceRow> rows) {}
