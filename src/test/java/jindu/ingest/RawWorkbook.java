package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook put together from the XML of its sheets, for what no writer would write. */
final class RawWorkbook {

  private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private final StringBuilder contentTypes = new StringBuilder();
  private String properties = "";
  private int sheetCount;

  RawWorkbook from1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** Adds a sheet; {@code rows} is the XML within {@code sheetData}. */
  RawWorkbook sheet(String name, String state, String rows) {
    sheetCount++;
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
            .formatted(name, sheetCount, state, sheetCount));
    relations.append(
        "<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
            .formatted(sheetCount, OFFICE, sheetCount));
    return part(
        "xl/worksheets/sheet" + sheetCount + ".xml",
        START
            + "<worksheet xmlns=\""
            + MAIN
            + "\"><sheetData>"
            + rows
            + "</sheetData></worksheet>");
  }

  RawWorkbook part(String name, String content) {
    return part(name, content.getBytes(UTF_8));
  }

  RawWorkbook part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  /** Adds elements to the relationships of the workbook. */
  RawWorkbook relation(String xml) {
    relations.append(xml);
    return this;
  }

  /** Adds elements to the content types. */
  RawWorkbook contentType(String xml) {
    contentTypes.append(xml);
    return this;
  }

  /** All parts: those of the workbook itself, unless a test has put its own in their place. */
  Map<String, byte[]> parts() {
    whereAbsent(
        "[Content_Types].xml",
        START
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + override("xl/workbook.xml", "sheet.main")
            + override("xl/styles.xml", "styles")
            + override("xl/sharedStrings.xml", "sharedStrings")
            + contentTypes
            + "</Types>");
    whereAbsent(
        "xl/workbook.xml",
        "%s<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets>%s</sheets></workbook>"
            .formatted(START, MAIN, OFFICE, properties, sheets));
    whereAbsent(
        "xl/_rels/workbook.xml.rels",
        START
            + "<Relationships"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + relations
            + "</Relationships>");
    whereAbsent("xl/styles.xml", styles());
    return parts;
  }

  byte[] bytes() {
    return bytes(Deflater.DEFAULT_COMPRESSION);
  }

  /** Packed in no way, so that the bytes are the same at any time and place. */
  byte[] storedBytes() {
    return bytes(Deflater.NO_COMPRESSION);
  }

  private byte[] bytes(int level) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(level);
      for (Map.Entry<String, byte[]> part : parts().entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(LocalDateTime.of(2020, 7, 8, 0, 0));
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void whereAbsent(String name, String content) {
    parts.putIfAbsent(name, content.getBytes(UTF_8));
  }

  private static String override(String part, String type) {
    return ("<Override PartName=\"/%s\" ContentType="
            + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>")
        .formatted(part, type);
  }

  // Styles: 0 General, 1 a day, 2 year and month in Chinese, 3 a moment, 4 red negative numbers;
  // 5 scientific, 6 four digits, 7 per cent, 8 a year, 9 and 10 month and day built in for Chinese.
  private static String styles() {
    return START
        + "<styleSheet xmlns=\""
        + MAIN
        + "\"><numFmts>"
        + "<numFmt numFmtId=\"170\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;;@\"/>"
        + "<numFmt numFmtId=\"171\" formatCode=\"[$-804]yyyy-mm-dd hh:mm:ss\"/>"
        + "<numFmt numFmtId=\"172\" formatCode=\"#,##0.00;[Red]\\-#,##0.00\"/>"
        + "<numFmt numFmtId=\"173\" formatCode=\"0000\"/>"
        + "<numFmt numFmtId=\"174\" formatCode=\"yyyy\"/>"
        + "</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"
        + "<xf numFmtId=\"171\"/><xf numFmtId=\"172\"/><xf numFmtId=\"11\"/>"
        + "<xf numFmtId=\"173\"/><xf numFmtId=\"10\"/><xf numFmtId=\"174\"/>"
        + "<xf numFmtId=\"57\"/><xf numFmtId=\"58\"/></cellXfs></styleSheet>";
  }
}
