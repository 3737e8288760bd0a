package jindu.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook with one sheet, the same bytes for the same rows. */
final class SheetFile {

  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d+)?");
  private static final LocalDateTime FIXED = LocalDateTime.of(2019, 1, 1, 0, 0);
  private static final Pattern STAMP =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

  private SheetFile() {}

  static byte[] bytes(List<List<String>> titles, List<HeaderColumn> columns, List<ReturnRow> rows)
      throws IOException {
    Path stamped = Files.createTempFile("jindu", ".xlsx");
    try {
      try (OutputStream stream = Files.newOutputStream(stamped);
          Workbook workbook = new Workbook(stream, "jindu", "1.0")) {
        fill(workbook.newWorksheet("Sheet1"), titles, columns, rows);
      }
      return withoutTime(stamped);
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

  /**
   * The library stamps the time of writing into the archive and its properties; take it out. Its
   * archives can only be read from a file: their entries tell their sizes at the end.
   */
  private static byte[] withoutTime(Path stamped) throws IOException {
    ByteArrayOutputStream fixed = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(stamped.toFile());
        ZipOutputStream out = new ZipOutputStream(fixed)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(FIXED);
        out.putNextEntry(copy);
        byte[] content = in.getInputStream(entry).readAllBytes();
        out.write(entry.getName().startsWith("docProps/") ? unstamped(content) : content);
        out.closeEntry();
      }
    }
    return fixed.toByteArray();
  }

  private static byte[] unstamped(byte[] properties) {
    String text = new String(properties, StandardCharsets.UTF_8);
    return STAMP.matcher(text).replaceAll(FIXED + ":00Z").getBytes(StandardCharsets.UTF_8);
  }
}
