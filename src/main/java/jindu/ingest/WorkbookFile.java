package jindu.ingest;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Workbooks of Excel (.xlsx): every visible sheet that bears a header row of the form. */
final class WorkbookFile {

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);
  private static final ReadingOptions WITHOUT_FORMATS = new ReadingOptions(false, true);

  private WorkbookFile() {}

  /** Keeps the rows of the sheets with a header, at least one; the sheets skipped, or null. */
  static String read(Content content, FormHeaders headers, RowSpool kept)
      throws UnusableFileException {
    WorkbookGuard.check(content);
    try (ReadableWorkbook workbook = open(content)) {
      return sheets(workbook, headers, kept);
    } catch (IOException e) {
      throw WorkbookRows.unreadable(e);
    }
  }

  private static ReadableWorkbook open(Content content) throws UnusableFileException {
    try {
      return open(content, WITH_FORMATS);
    } catch (ExcelReaderException withoutStyles) {
      // Some programs write no styles; then no cell has a format, and no number is a date.
      try {
        return open(content, WITHOUT_FORMATS);
      } catch (IOException | RuntimeException e) {
        throw WorkbookRows.unreadable(e);
      }
    } catch (IOException | RuntimeException e) {
      throw WorkbookRows.unreadable(e);
    }
  }

  private static ReadableWorkbook open(Content content, ReadingOptions options) throws IOException {
    Optional<File> file = content.bytes().file();
    if (file.isPresent()) {
      return new ReadableWorkbook(file.get(), options);
    }
    try (InputStream stream = content.open()) {
      return new ReadableWorkbook(new ByteArrayInputStream(stream.readAllBytes()), options);
    }
  }

  private static String sheets(ReadableWorkbook workbook, FormHeaders headers, RowSpool kept)
      throws UnusableFileException {
    refuseRepeatedNames(workbook);
    SkippedSheets skipped = new SkippedSheets();
    List<HeaderSearch> searches = new ArrayList<>();
    List<Sheet> hidden = new ArrayList<>();
    boolean hasHeader = false;
    for (Sheet sheet : workbook.getSheets().toList()) {
      if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
        hidden.add(sheet);
        skipped.hidden(sheet.getName());
        continue;
      }
      HeaderSearch search = new HeaderSearch(headers);
      try (WorkbookRows rows = new WorkbookRows(sheet, workbook.isDate1904())) {
        Optional<HeaderRow> header = search.in(rows);
        if (header.isPresent()) {
          hasHeader = true;
          rows.expectData();
          kept.keep(new HeadedSheet(sheet.getName(), header.get()), rows);
        } else if (!search.isBlank()) {
          skipped.withoutHeader(sheet.getName());
        }
      }
      searches.add(search);
    }
    if (!hasHeader) {
      refuseHiddenHeader(workbook, hidden, headers);
      throw HeaderSearch.refusal(searches);
    }
    return skipped.text();
  }

  private static void refuseHiddenHeader(
      ReadableWorkbook workbook, List<Sheet> hidden, FormHeaders headers)
      throws UnusableFileException {
    for (Sheet sheet : hidden) {
      try (WorkbookRows rows = new WorkbookRows(sheet, workbook.isDate1904())) {
        if (new HeaderSearch(headers).in(rows).isPresent()) {
          throw new UnusableFileException(Refusal.ONLY_HIDDEN_SHEETS, sheet.getName());
        }
      }
    }
  }

  // Sheet and row number name a row: Excel allows no two sheets of one name.
  private static void refuseRepeatedNames(ReadableWorkbook workbook) throws UnusableFileException {
    Set<String> names = new HashSet<>();
    for (Sheet sheet : workbook.getSheets().toList()) {
      String name = sheet.getName();
      if (name == null || !names.add(name.toLowerCase(Locale.ROOT))) {
        throw new UnusableFileException(Refusal.UNREADABLE_WORKBOOK, "sheet " + name);
      }
    }
  }
}
