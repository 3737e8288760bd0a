package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jindu.ingest.SheetXml.HEADER;
import static jindu.ingest.SheetXml.PATH;
import static jindu.ingest.SheetXml.data;
import static jindu.ingest.SheetXml.row;
import static jindu.ingest.SheetXml.sheet;
import static jindu.ingest.SheetXml.text;
import static jindu.ingest.SheetXml.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import jindu.core.VisibleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks that are damaged, locked, or more than a table, and honest ones that look like it. */
final class HostileWorkbookTest {

  private static final String GOOD = HEADER + data(2, "1");
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  @Test
  void refusesTruncatedWorkbooks() {
    byte[] whole = sheet(GOOD);
    for (int length = 1; length < whole.length; length += 7) {
      assertRefused(Arrays.copyOf(whole, length), "unreadable-workbook: ");
    }
  }

  @Test
  void refusesRandomBytes() {
    Random random = new Random(20_210_731L);
    for (int length = 1; length < 4_000; length += 61) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertRefused(bytes, "unreadable-workbook: ");
    }
  }

  @Test
  void saysTheSameOfALargeFileWhereverItWasKept() {
    byte[] large = new byte[5 << 20];
    List<String> refused = Decoded.lines(PATH, large);
    assertThat(refused).isEqualTo(Decoded.lines(PATH, large));
    assertThat(refused).singleElement().asString().doesNotContain("jindu-ingest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/worksheets/sheet1.xml",
        "docProps/app.xml"
      })
  void opensNoEntityOf(String part) {
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">"
            + "<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><x>&c;&secret;</x>";
    assertRefused(workbook(GOOD).part(part, laughs).bytes(), "xml-entities: " + part);
  }

  @Test
  void refusesAnEntityThatNothingDeclares() {
    String rows = HEADER + row(2, text("&secret;"));
    assertThat(Decoded.rows(PATH, sheet(rows)))
        .singleElement()
        .extracting(DecodedRow::refusal)
        .isIn("xml-entities", "unreadable-workbook");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xl/vbaProject.bin", "xl/VBAPROJECT.BIN", "xl/macrosheets/sheet1.xml"})
  void refusesMacrosByTheNameOf(String part) {
    assertRefused(workbook(GOOD).part(part, "x").bytes(), "macros: " + part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.ms-office.vbaProject",
        "application/vnd.ms-excel.intlmacrosheet+xml"
      })
  void refusesMacrosByTheContentType(String type) {
    byte[] workbook =
        workbook(GOOD)
            .contentType("<Default Extension=\"bin\" ContentType=\"" + type + "\"/>")
            .bytes();
    assertRefused(workbook, "macros: [Content_Types].xml");
  }

  @Test
  void refusesMacrosByTheRelationship() {
    byte[] workbook =
        workbook(GOOD)
            .relation(
                "<Relationship Id=\"rId9\" Target=\"hidden.dat\""
                    + " Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\"/>")
            .bytes();
    assertRefused(workbook, "macros: xl/_rels/workbook.xml.rels");
  }

  @Test
  void refusesLinksToOtherWorkbooks() {
    assertRefused(
        workbook(GOOD).part("xl/externalLinks/externalLink1.xml", "<externalLink/>").bytes(),
        "external-links: xl/externalLinks/externalLink1.xml");
    assertRefused(
        workbook(GOOD).relation(relation("externalLink", "links.xml", "")).bytes(),
        "external-links: xl/_rels/workbook.xml.rels links.xml");
    assertRefused(
        workbook(GOOD).relation(relation("image", "http://x/y.png", "External")).bytes(),
        "external-links: xl/_rels/workbook.xml.rels http://x/y.png");
  }

  @Test
  void readsAWorkbookWithHyperlinks() {
    byte[] workbook =
        workbook(GOOD)
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships>"
                    + relation("hyperlink", "https://www.example.org/", "External")
                    + relation("hyperlink", "mailto:a@example.org", "External")
                    + "</Relationships>")
            .bytes();
    assertThat(Decoded.lines(PATH, workbook)).singleElement().asString().startsWith("a!2 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.xml",
        "xl/../../evil.xml",
        "/etc/passwd",
        "xl\\worksheets\\sheet2.xml",
        "C:/evil.xml",
        "xl/./evil.xml",
        "XL/Workbook.xml",
        "xl/a\u202egnp.xml"
      })
  void refusesAPartWithThePathTrick(String name) {
    assertRefused(
        workbook(GOOD).part(name, "<x/>").bytes(),
        "unsafe-part-name: " + VisibleText.of(name.toLowerCase(Locale.ROOT)));
  }

  @Test
  void refusesAnEncryptedPart() throws IOException {
    byte[] workbook = sheet(GOOD);
    // The bit of encryption of the first part, in its local header and in the directory.
    workbook[6] |= 1;
    workbook[directory(workbook) + 8] |= 1;
    assertRefused(workbook, "locked-workbook: xl/worksheets/sheet1.xml");
  }

  @ParameterizedTest
  @CsvSource({
    "12, 'packed-too-tightly: xl/media/image1.bmp ratio>200'",
    "5, 'unpacks-too-large: size=2202'"
  })
  void refusesAPartThatUnpacksToTooMuch(int megabytes, String refusal) throws IOException {
    WorkbookLimits small = new WorkbookLimits(100, 20 << 20, 200, 10 << 20, 1 << 20);
    byte[] bomb =
        workbook(GOOD)
            .part("xl/media/image1.bmp", new byte[megabytes << 20])
            .part("xl/media/image2.bmp", new byte[megabytes == 12 ? 0 : 16 << 20])
            .bytes();
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(guard(bomb, small)).startsWith(refusal);
  }

  @Test
  void refusesAPartThatUnpacksToMoreThanItClaims() throws IOException {
    byte[] workbook = workbook(GOOD).part("xl/media/image1.bmp", new byte[9 << 20]).bytes();
    int entry = directory(workbook);
    while (workbook[entry + 46] != 'x' || !name(workbook, entry).endsWith(".bmp")) {
      entry += 46 + name(workbook, entry).length();
    }
    // The size unpacked, in the directory: 1 byte.
    Arrays.fill(workbook, entry + 24, entry + 28, (byte) 0);
    workbook[entry + 24] = 1;
    WorkbookLimits small = new WorkbookLimits(100, 8 << 20, 200, 10 << 20, 1 << 20);
    assertThat(guard(workbook, small))
        .isEqualTo("unpacks-too-large: xl/media/image1.bmp size>8388608");
  }

  @Test
  void refusesAWorkbookOfTooManyParts() {
    RawWorkbook workbook = workbook(GOOD);
    for (int part = 0; part < 2_000; part++) {
      workbook.part("xl/media/" + part, "");
    }
    assertRefused(workbook.bytes(), "too-many-parts: parts=200");
  }

  @Test
  void countsNoEndlessDirectoryToItsEnd() throws IOException {
    RawWorkbook workbook = workbook(GOOD);
    for (int part = 0; part < 40_000; part++) {
      workbook.part("xl/media/" + part, "");
    }
    byte[] bytes = workbook.bytes();
    // 512 bytes for each part allowed, and the search for the end record.
    assertRefused(bytes, "too-many-parts: directory>1286228 bytes");
    // The end record claims one part.
    int end = bytes.length - 22;
    Arrays.fill(bytes, end + 8, end + 12, (byte) 0);
    bytes[end + 8] = 1;
    bytes[end + 10] = 1;
    assertRefused(bytes, "too-many-parts: directory>1286228 bytes");
  }

  @Test
  void refusesSharedTextsBeyondTheMemoryForThem() throws IOException {
    byte[] workbook =
        workbook(GOOD).part("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(9_000)).bytes();
    WorkbookLimits small = new WorkbookLimits(100, 8 << 20, 200, 8 << 20, 600_000);
    assertThat(guard(workbook, small))
        .isEqualTo("unpacks-too-large: xl/sharedStrings.xml held>600000");
  }

  @Test
  void readsAWorkbookWithALargeTableOfStyles() {
    StringBuilder styles = new StringBuilder("<styleSheet><numFmts/><cellXfs>");
    styles.append("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\"/>".repeat(500_000));
    byte[] workbook =
        workbook(GOOD).part("xl/styles.xml", styles + "</cellXfs></styleSheet>").bytes();
    // More than 100 bytes unpacked for each byte packed, in a part of 20 MB.
    assertThat(workbook.length).isLessThan(styles.length() / 100);
    assertThat(Decoded.lines(PATH, workbook)).singleElement().asString().startsWith("a!2 ");
  }

  @Test
  void readsAWorkbookWhoseRowsRepeatThemselves() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int number = 2; number <= 200_000; number++) {
      rows.append(data(number, "0"));
    }
    byte[] workbook = sheet(rows.toString());
    assertThat(workbook.length).isLessThan(rows.length() / 50);
    assertThat(Decoded.rows(PATH, workbook)).hasSize(199_999);
  }

  @Test
  void refusesWhatExcelItselfCannotHold() {
    String part = "beyond-excel: xl/worksheets/sheet1.xml ";
    assertRefused(
        sheet(HEADER + "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>"), part + "column>XFD");
    assertRefused(
        sheet(HEADER + "<row r=\"2\">" + "<c/>".repeat(16_385) + "</row>"), part + "cells>16384");
    assertRefused(sheet(HEADER + row(2, text("字<r/>".repeat(200_000)))), part + "text>1048576");
    assertRefused(sheet(HEADER + "<a>".repeat(200) + "</a>".repeat(200)), part + "depth>100");
  }

  @Test
  void refusesANumberOfMoreDigitsThanAnyHas() {
    String part = "beyond-excel: xl/worksheets/sheet1.xml digits>400";
    assertRefused(sheet(HEADER + data(2, "9".repeat(401))), part);
    String inPieces = "<![CDATA[" + "9".repeat(200) + "]]>9<!-- -->" + "9".repeat(200);
    assertRefused(sheet(HEADER + row(2, "<c t=\"n\"><f>A1</f><v>" + inPieces + "</v></c>")), part);
    String widest = data(2, "9".repeat(400)) + row(3, text("9".repeat(401)));
    assertThat(Decoded.rows(PATH, sheet(HEADER + widest))).hasSize(2);
  }

  private static void assertRefused(byte[] workbook, String refusal) {
    assertThat(Decoded.lines(PATH, workbook))
        .singleElement()
        .asString()
        .startsWith("refused " + refusal);
  }

  private static String guard(byte[] workbook, WorkbookLimits limits) throws IOException {
    try (Content content = Content.read(new ByteArrayInputStream(workbook))) {
      WorkbookGuard.check(content, limits);
      return "";
    } catch (UnusableFileException unusable) {
      return unusable.getMessage();
    }
  }

  private static String relation(String type, String target, String mode) {
    return "<Relationship Id=\"rId9\" Type=\"%s%s\" Target=\"%s\" TargetMode=\"%s\"/>"
        .formatted(RELATION, type, target, mode);
  }

  /** Where the directory of a zip file begins. */
  static int directory(byte[] zip) {
    int end = zip.length - 22;
    return (zip[end + 16] & 0xFF)
        | (zip[end + 17] & 0xFF) << 8
        | (zip[end + 18] & 0xFF) << 16
        | (zip[end + 19] & 0xFF) << 24;
  }

  private static String name(byte[] zip, int entry) {
    int length = zip[entry + 28] & 0xFF;
    return new String(zip, entry + 46, length, UTF_8);
  }
}
