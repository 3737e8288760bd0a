package jindu.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Workbooks of Excel (.xlsx): every visible sheet that bears a header row of the form. */
final class WorkbookFile {

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
  private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);

  private WorkbookFile() {}

  /** The sheets with a header, at least one. */
  static List<HeadedSheet> read(byte[] content, FormHeaders headers) throws UnusableFileException {
    try {
      WorkbookGuard.check(content);
      try (ReadableWorkbook workbook = open(content)) {
        return sheets(workbook, headers);
      }
    } catch (IOException | RuntimeException e) {
      // The reader answers broken XML with whatever exception its broken parts lead to.
      throw new UnusableFileException(
          Refusal.UNREADABLE_WORKBOOK, e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }

  private static ReadableWorkbook open(byte[] content) throws IOException {
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
    } catch (ExcelReaderException withoutStyles) {
      // Some programs write no styles; then no cell has a format, and no number is a date.
      return new ReadableWorkbook(new ByteArrayInputStream(content), WITHOUT_FORMATS);
    }
  }

  private static List<HeadedSheet> sheets(ReadableWorkbook workbook, FormHeaders headers)
      throws IOException, UnusableFileException {
    List<HeadedSheet> headed = new ArrayList<>();
    List<HeaderSearch> searches = new ArrayList<>();
    for (Sheet sheet : workbook.getSheets().toList()) {
      if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
        HeaderSearch search = new HeaderSearch(headers);
        List<SourceRow> rows = read(sheet, search, workbook.isDate1904());
        search
            .found()
            .ifPresent(header -> headed.add(new HeadedSheet(sheet.getName(), header, rows)));
        searches.add(search);
      }
    }
    if (headed.isEmpty()) {
      throw HeaderSearch.refusal(searches);
    }
    return headed;
  }

  private static List<SourceRow> read(Sheet sheet, HeaderSearch search, boolean from1904)
      throws IOException, UnusableFileException {
    List<SourceRow> data = new ArrayList<>();
    int last = 0;
    try (Stream<Row> rows = sheet.openStream()) {
      for (Iterator<Row> each = rows.iterator(); each.hasNext() && isWanted(search); ) {
        Row row = each.next();
        if (row.getRowNum() <= last) {
          throw new UnusableFileException(
              Refusal.UNREADABLE_WORKBOOK, sheet.getName() + " row=" + row.getRowNum());
        }
        last = row.getRowNum();
        boolean isData = search.found().isPresent();
        SourceRow source = source(row, from1904);
        if (isData) {
          refuseFormulaWithoutValue(sheet, row);
        }
        if (isData && !source.isBlank()) {
          data.add(source);
        } else if (!source.isBlank()) {
          search.look(source);
        }
      }
    }
    return data;
  }

  private static boolean isWanted(HeaderSearch search) {
    return search.found().isPresent() || !search.isOver();
  }

  private static SourceRow source(Row row, boolean from1904) {
    List<String> cells = new ArrayList<>(row.getPhysicalCellCount());
    for (int column = 0; column < row.getCellCount(); column++) {
      cells.add(WorkbookCell.text(row.getCell(column), from1904));
    }
    return SourceRow.of(row.getRowNum(), cells);
  }

  private static void refuseFormulaWithoutValue(Sheet sheet, Row row) throws UnusableFileException {
    for (int column = 0; column < row.getCellCount(); column++) {
      Cell cell = row.getCell(column);
      if (WorkbookCell.isFormulaWithoutValue(cell)) {
        throw new UnusableFileException(
            Refusal.FORMULA_WITHOUT_VALUE, sheet.getName() + "!" + cell.getAddress());
      }
    }
  }
}
