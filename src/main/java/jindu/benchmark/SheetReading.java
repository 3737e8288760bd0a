package jindu.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * An inbox of plain workbooks, their first sheets row by row: no header is looked for, and nothing
 * is judged or kept. As many files at once as there are cores, as ours reads them.
 */
final class SheetReading {

  private static final Reading NOTHING = new Reading(0, null, 0, 0, 0);

  private SheetReading() {}

  static Reading of(Path inbox) throws IOException {
    List<Path> workbooks;
    try (Stream<Path> files = Files.walk(inbox)) {
      workbooks = files.filter(Files::isRegularFile).sorted().toList();
    }
    ReadingClock clock = ReadingClock.start();
    Reading all =
        workbooks.parallelStream().map(SheetReading::workbook).reduce(NOTHING, SheetReading::both);
    return clock.stop().and(all.rows(), all.cells(), all.characters());
  }

  private static Reading workbook(Path file) {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      return rows.skip(1).map(SheetReading::row).reduce(NOTHING, SheetReading::both);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ".", e);
    }
  }

  private static Reading row(Row row) {
    long cells = 0;
    long characters = 0;
    for (Cell cell : row) {
      String text = text(cell);
      if (!text.isEmpty()) {
        cells++;
        characters += text.codePointCount(0, text.length());
      }
    }
    return NOTHING.and(1, cells, characters);
  }

  /** A number as short as it can be written; where a row has no cell, nothing. */
  private static String text(Cell cell) {
    if (cell == null) {
      return "";
    }
    return cell.getType() == CellType.NUMBER
        ? cell.asNumber().stripTrailingZeros().toPlainString()
        : cell.getText();
  }

  private static Reading both(Reading one, Reading other) {
    return one.and(other.rows(), other.cells(), other.characters());
  }
}
