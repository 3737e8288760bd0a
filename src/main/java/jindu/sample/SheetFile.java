package jindu.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import jindu.core.StampedWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with one sheet, the same bytes for the same rows. */
final class SheetFile {

  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d+)?");
  private static final LocalDateTime FIXED = LocalDateTime.of(2019, 1, 1, 0, 0);

  private SheetFile() {}

  static byte[] bytes(List<List<String>> titles, List<HeaderColumn> columns, List<ReturnRow> rows)
      throws IOException {
    Path stamped = Files.createTempFile("jindu", ".xlsx");
    try {
      try (OutputStream stream = Files.newOutputStream(stamped);
          Workbook workbook = new Workbook(stream, "jindu", "1.0")) {
        fill(workbook.newWorksheet("Sheet1"), titles, columns, rows);
      }
      return StampedWorkbook.bytes(stamped, FIXED);
    } finally {
      Files.delete(stamped);
    }
  }

  private static void fill(
      Worksheet sheet,
      List<List<String>> titles,
      List<HeaderColumn> columns,
      List<ReturnRow> rows) {
    int line = 0;
    for (List<String> title : titles) {
      for (int column = 0; column < title.size(); column++) {
        sheet.value(line, column, title.get(column));
      }
      line++;
    }
    for (int column = 0; column < columns.size(); column++) {
      sheet.value(line, column, columns.get(column).header());
    }
    for (ReturnRow row : rows) {
      line++;
      for (int column = 0; column < columns.size(); column++) {
        value(sheet, line, column, columns.get(column), row);
      }
    }
  }

  private static void value(
      Worksheet sheet, int line, int column, HeaderColumn header, ReturnRow row) {
    String text = row.get(header.name());
    if (text.isEmpty()) {
      return;
    }
    if (header.numeric() && PLAIN_NUMBER.matcher(text).matches()) {
      sheet.value(line, column, new BigDecimal(text));
    } else {
      sheet.value(line, column, text);
    }
  }
}
