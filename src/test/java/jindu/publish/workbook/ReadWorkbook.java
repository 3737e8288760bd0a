package jindu.publish.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook as a spreadsheet program reads it: cells by header and by the words of a line. */
final class ReadWorkbook {

  private final Map<String, List<Row>> sheets = new LinkedHashMap<>();
  private final Map<String, String> parts = new LinkedHashMap<>();

  ReadWorkbook(byte[] bytes) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        sheets.put(sheet.getName(), sheet.read());
      }
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  List<String> names() {
    return List.copyOf(sheets.keySet());
  }

  List<Row> rows(String sheet) {
    return sheets.get(sheet);
  }

  /** Number of the row, from 0, that holds the header. */
  int header(String sheet, String header) {
    for (Row row : rows(sheet)) {
      if (place(row, header) >= 0) {
        return row.getRowNum() - 1;
      }
    }
    throw new AssertionError("No header " + header + " on " + sheet);
  }

  /** The cell below a header in the first line of which some cell holds all the words. */
  Cell cell(String sheet, String header, String... words) {
    int headerRow = header(sheet, header);
    for (Row row : rows(sheet).subList(headerRow + 1, rows(sheet).size())) {
      if (List.of(words).stream().allMatch(word -> place(row, word) >= 0)) {
        return row.getCell(place(rows(sheet).get(headerRow), header));
      }
    }
    throw new AssertionError("No line with " + List.of(words) + " on " + sheet);
  }

  private static int place(Row row, String text) {
    for (int place = 0; place < row.getCellCount(); place++) {
      if (text(row.getCell(place)).equals(text)) {
        return place;
      }
    }
    return -1;
  }

  /** What a cell says, numbers as they are stored. */
  static String text(Cell cell) {
    return cell == null || cell.getType() == CellType.EMPTY
        ? ""
        : cell.getRawValue().replace("\n", "");
  }

  /** The XML of the sheet that stands at a place, from 1. */
  String xml(int place) {
    return parts.get("xl/worksheets/sheet" + place + ".xml");
  }

  /** The XML of all parts. */
  Iterable<String> all() {
    return parts.values();
  }

  /** The colour behind a cell and the format of its number, as the styles say. */
  String style(int place, Cell cell) {
    Matcher used =
        Pattern.compile("<c r=\"" + cell.getAddress() + "\" s=\"(\\d+)\"").matcher(xml(place));
    if (!used.find()) {
      throw new AssertionError("No style at " + cell.getAddress());
    }
    String styles = parts.get("xl/styles.xml");
    String formats = styles.substring(styles.indexOf("<cellXfs"));
    String format = nth(formats, "<xf [^>]*>", Integer.parseInt(used.group(1)));
    int fill = Integer.parseInt(first(format, "fillId=\"(\\d+)\""));
    String number = first(format, "numFmtId=\"(\\d+)\"");
    return first(nth(styles, "<fill>.*?</fill>", fill), "fgColor rgb=\"(?:FF)?([0-9A-F]{6})\"")
        + " "
        + first(styles, "numFmtId=\"" + number + "\" formatCode=\"([^\"]*)\"");
  }

  private static String nth(String text, String pattern, int place) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    for (int found = 0; matcher.find(); found++) {
      if (found == place) {
        return matcher.group();
      }
    }
    throw new AssertionError("No " + pattern + " number " + place);
  }

  private static String first(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
