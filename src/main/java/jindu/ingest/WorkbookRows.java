package jindu.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jindu.core.VisibleText;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The rows of one sheet of a workbook. */
final class WorkbookRows implements SheetRows {

  /** A cause may quote a whole cell. */
  private static final int LONGEST_CAUSE = 200;

  private static final Pattern KEPT = Pattern.compile("\\S*" + Spool.PREFIX + "\\S*");

  private final String sheet;
  private final boolean from1904;
  private final DateFormats formats = new DateFormats();
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private int last;
  private boolean isData;

  WorkbookRows(Sheet sheet, boolean from1904) throws UnusableFileException {
    this.sheet = sheet.getName();
    this.from1904 = from1904;
    try {
      this.stream = sheet.openStream();
      this.rows = stream.iterator();
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** From here on a formula without a stored value is a value that is missing. */
  void expectData() {
    isData = true;
  }

  @Override
  public Optional<SourceRow> next() throws UnusableFileException {
    try {
      while (rows.hasNext()) {
        SourceRow row = source(rows.next());
        if (!row.isBlank()) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    stream.close();
  }

  /** The reader answers broken XML with whatever exception its broken parts lead to. */
  static UnusableFileException unreadable(Exception cause) {
    // The file that the reader names is the one kept here, another one each time.
    String text =
        cause.getClass().getSimpleName()
            + " "
            + KEPT.matcher(String.valueOf(cause.getMessage())).replaceAll("file");
    return new UnusableFileException(
        Refusal.UNREADABLE_WORKBOOK,
        VisibleText.of(text.substring(0, Math.min(LONGEST_CAUSE, text.length()))));
  }

  private SourceRow source(Row row) throws UnusableFileException {
    if (row.getRowNum() <= last) {
      throw new UnusableFileException(
          Refusal.UNREADABLE_WORKBOOK, sheet + " row=" + row.getRowNum());
    }
    last = row.getRowNum();
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (int column = 0; column < row.getCellCount(); column++) {
      Cell cell = row.getCell(column);
      if (isData && WorkbookCell.isFormulaWithoutValue(cell)) {
        throw new UnusableFileException(
            Refusal.FORMULA_WITHOUT_VALUE, sheet + "!" + cell.getAddress());
      }
      cells.add(WorkbookCell.text(cell, formats, from1904));
    }
    return SourceRow.of(row.getRowNum(), cells);
  }
}
