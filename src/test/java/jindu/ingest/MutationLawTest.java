package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file on its way, it yields rows or one refusal, and never an exception. */
final class MutationLawTest {

  private static final long SEED = 20_210_731L;
  private static final int MUTATIONS = 4_000;

  private static final List<String> TEXTS =
      List.of(
          "B204-1/utf8.csv",
          "B204-1/utf8-with-bom-and-crlf.csv",
          "B204-1/gb18030-four-byte.csv",
          "B204-1/tab.tsv",
          "B204-1/title-rows.csv",
          "B204-1/quoted-line-break.csv",
          "B204-1/quoted-separators-and-quotes.csv");

  @Test
  void everyMutatedTextYieldsRowsOrOneRefusal() throws IOException {
    Random random = new Random(SEED);
    for (int mutation = 0; mutation < MUTATIONS; mutation++) {
      String path = TEXTS.get(mutation % TEXTS.size());
      byte[] mutated = mutated(Files.readAllBytes(DeliveryFilesTest.INBOX.resolve(path)), random);
      List<DecodedRow> rows = assertLaw(path, mutated, mutation);
      long dataRows = rows.stream().filter(row -> row.number() > 0).count();
      assertThat(dataRows)
          .as("seed %d, mutation %d of %s: rows against lines", SEED, mutation, path)
          .isLessThanOrEqualTo(lines(mutated));
    }
  }

  @Test
  void everyMutatedWorkbookYieldsRowsOrOneRefusal() {
    byte[] workbook = workbook();
    Random random = new Random(SEED);
    for (int mutation = 0; mutation < MUTATIONS; mutation++) {
      assertLaw("GZ-1/file.xlsx", mutated(workbook, random), mutation);
    }
  }

  @Test
  void everyMutatedSheetInsideAWorkbookYieldsRowsOrOneRefusal() {
    String sheet =
        "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>报告期</t></is></c>"
            + "<c t=\"str\"><v>区划代码</v></c><c t=\"str\"><v>期末</v></c>"
            + "<c t=\"str\"><v>指标代码</v></c><c t=\"str\"><v>部门</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>2020Q4</v></c><c r=\"B2\" s=\"1\"><v>44020</v>"
            + "</c><c r=\"C2\"><f t=\"shared\" ref=\"C2:C3\" si=\"0\">A2+1</f><v>12.5</v></c></row>"
            + "<row r=\"3\"><c r=\"C3\"><f t=\"shared\" si=\"0\"/><v>1E+8</v></c></row>"
            + "</sheetData></worksheet>";
    Random random = new Random(SEED);
    for (int mutation = 0; mutation < MUTATIONS; mutation++) {
      byte[] mutated = mutated(sheet.getBytes(UTF_8), random);
      byte[] workbook =
          new RawWorkbook()
              .sheet("a", "visible", "")
              .part("xl/worksheets/sheet1.xml", mutated)
              .bytes();
      assertLaw("GZ-1/file.xlsx", workbook, mutation);
    }
  }

  private static List<DecodedRow> assertLaw(String path, byte[] content, int mutation) {
    List<DecodedRow> rows = Decoded.rows(path, content);
    String where = "seed " + SEED + ", mutation " + mutation + " of " + path;
    assertThat(rows).as(where).isNotEmpty();
    if (rows.get(0).refusal() != null) {
      assertThat(rows).as(where).hasSize(1);
      assertThat(rows.get(0).number()).as(where).isZero();
      assertThat(rows.get(0).detail()).as(where).isNotNull();
    } else {
      assertThat(rows).as(where).allMatch(row -> row.refusal() == null && row.number() > 0);
      assertThat(rows)
          .as(where)
          .extracting(row -> row.sheet() + "!" + row.number())
          .doesNotHaveDuplicates();
    }
    return rows;
  }

  private static byte[] workbook() {
    return new RawWorkbook()
        .sheet(
            "a",
            "visible",
            "<row r=\"1\"><c t=\"str\"><v>报告期</v></c><c t=\"str\"><v>区划代码</v></c>"
                + "<c t=\"str\"><v>期末</v></c><c t=\"str\"><v>指标代码</v></c>"
                + "<c t=\"str\"><v>部门</v></c></row><row r=\"2\"><c t=\"str\"><v>2020Q4</v></c>"
                + "<c><v>410311002</v></c><c><v>12.5</v></c></row>")
        .bytes();
  }

  private static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original;
    int changes = 1 + random.nextInt(3);
    for (int change = 0; change < changes && bytes.length > 1; change++) {
      int at = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(Math.min(16, bytes.length));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> joined(bytes, at, new byte[0], Math.min(bytes.length, at + length));
            case 2 -> joined(bytes, at, randomBytes(length, random), at);
            case 3 -> Arrays.copyOf(bytes, at);
            default -> joined(bytes, at, special(random), at);
          };
    }
    return bytes;
  }

  private static byte[] flipped(byte[] bytes, int at, Random random) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) (1 + random.nextInt(255));
    return flipped;
  }

  private static byte[] special(Random random) {
    String specials = "\",;\t\r\n\0<>&0";
    return new byte[] {(byte) specials.charAt(random.nextInt(specials.length()))};
  }

  private static byte[] randomBytes(int length, Random random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The bytes before {@code at}, then {@code middle}, then those from {@code from}. */
  private static byte[] joined(byte[] bytes, int at, byte[] middle, int from) {
    byte[] joined = Arrays.copyOf(bytes, at + middle.length + bytes.length - from);
    System.arraycopy(middle, 0, joined, at, middle.length);
    System.arraycopy(bytes, from, joined, at + middle.length, bytes.length - from);
    return joined;
  }

  private static int lines(byte[] bytes) {
    int lines = 1;
    for (byte each : bytes) {
      lines += each == '\n' || each == '\r' ? 1 : 0;
    }
    return lines;
  }
}
