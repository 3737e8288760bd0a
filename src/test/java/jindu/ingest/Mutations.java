package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Good files, changed at random in their bytes, cells, headers or encodings. */
final class Mutations {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final List<Charset> ENCODINGS =
      List.of(UTF_8, GB18030, UTF_16LE, UTF_16BE, Charset.forName("Big5"));

  private static final List<String> TEXTS =
      List.of(
          "B204-1/utf8.csv",
          "B204-1/utf8-with-bom-and-crlf.csv",
          "B204-1/gb18030.csv",
          "B204-1/gb18030-four-byte.csv",
          "B204-1/tab.tsv",
          "B204-1/semicolon.csv",
          "B204-1/title-rows.csv",
          "B204-1/merged-header.csv",
          "B204-1/quoted-line-break.csv",
          "B204-1/quoted-separators-and-quotes.csv",
          "MLK/register.csv",
          "206-1/projects.csv",
          "GZ-1/stock-by-its-own-header.csv");

  /** One of a unit, the register itself, one of a project, and one of a department. */
  private static final List<String> TABLES =
      List.of(
          "B204-1/utf8.csv",
          "MLK/register.csv",
          "206-1/projects.csv",
          "GZ-1/stock-by-its-own-header.csv");

  private static final List<String> WORKBOOKS =
      List.of(
          "B204-1/workbook.xlsx",
          "B204-1/workbook-with-merged-header.xlsx",
          "B204-1/workbook-with-skipped-sheets.xlsx",
          "B204-1/workbook-with-dates-from-1904.xlsx",
          "B204-1/workbook-with-formulas.xlsx",
          "B204-1/hyperlink.xlsx");

  /** What people and programs leave in cells. */
  private static final List<String> CELLS =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "(5)",
          "1,234.5",
          "１２３",
          "￥5",
          "1E+308",
          "9.1410311E+17",
          "#REF!",
          "NaN",
          "=1+1",
          "2020-02-30",
          "2020年13月",
          "2020Q5",
          "99999-99",
          "撤回",
          "\"",
          "\ufeff",
          "\u202e",
          "𬭎",
          "\u0000",
          "报告期",
          "工业总产值_本年累计",
          "410311002",
          "C3451",
          "true",
          "null",
          "'0610",
          "1e999999999",
          "-0",
          "0x1F",
          "١٢٣",
          "12500.00000000000000000001",
          "9".repeat(60));

  private static final int MOST_LINES = 8;

  private final Random random;
  private final List<byte[]> texts = new ArrayList<>();
  private final List<byte[]> workbooks = new ArrayList<>();

  Mutations(long seed) throws IOException {
    random = new Random(seed);
    for (String name : TEXTS) {
      texts.add(firstLines(Files.readAllBytes(DeliveryFilesTest.INBOX.resolve(name))));
    }
    for (String name : WORKBOOKS) {
      workbooks.add(Files.readAllBytes(DeliveryFilesTest.INBOX.resolve(name)));
    }
  }

  /** A register of hundreds of units says no more of a mutation than its first lines. */
  private static byte[] firstLines(byte[] text) {
    int lines = 0;
    for (int at = 0; at < text.length; at++) {
      lines += text[at] == '\n' ? 1 : 0;
      if (lines == MOST_LINES) {
        return Arrays.copyOf(text, at + 1);
      }
    }
    return text;
  }

  /** Path and bytes of the next one; all of them are the same for the same seed. */
  Map.Entry<String, byte[]> next() {
    String good = TABLES.get(random.nextInt(TABLES.size()));
    String form = good.substring(0, good.indexOf('/') + 1);
    return switch (random.nextInt(10)) {
      case 0, 1 -> {
        int text = random.nextInt(TEXTS.size());
        yield Map.entry(TEXTS.get(text), mutatedBytes(texts.get(text)));
      }
      case 2, 3, 4 -> Map.entry(form + "cells.csv", text(table(good)).getBytes(encoding()));
      case 5 -> Map.entry(form + "encodings.csv", inTwoEncodings(text(table(good))));
      case 6 -> {
        int workbook = random.nextInt(WORKBOOKS.size());
        yield Map.entry(WORKBOOKS.get(workbook), mutatedBytes(workbooks.get(workbook)));
      }
      case 7, 8 -> Map.entry(form + "cells.xlsx", book(sheet(table(good))).bytes());
      default -> {
        String sheet = new String(mutatedBytes(sheet(table(good)).getBytes(UTF_8)), UTF_8);
        yield Map.entry(form + "xml.xlsx", book(sheet).bytes());
      }
    };
  }

  /** A good table with its header, some of whose rows, columns and cells are not what they were. */
  private List<List<String>> table(String good) {
    List<List<String>> table = new ArrayList<>();
    String text = new String(texts.get(TEXTS.indexOf(good)), UTF_8);
    for (String line : text.strip().split("\\R", -1)) {
      table.add(new ArrayList<>(Arrays.asList(line.split(",", -1))));
    }
    int changes = random.nextInt(5);
    for (int change = 0; change < changes; change++) {
      List<String> row = table.get(random.nextInt(table.size()));
      int column = random.nextInt(row.size());
      switch (random.nextInt(8)) {
        case 0, 1 -> row.set(column, CELLS.get(random.nextInt(CELLS.size())));
        case 2 -> row.set(column, character(row.get(column)));
        case 3 -> row.add(column, CELLS.get(random.nextInt(CELLS.size())));
        case 4 -> row.remove(row.size() > 1 ? column : 0);
        case 5 -> table.add(random.nextInt(table.size()), new ArrayList<>(row));
        case 6 -> Collections.swap(row, column, random.nextInt(row.size()));
        default -> table.forEach(each -> each.add(0, each.remove(each.size() - 1)));
      }
      row.addAll(row.isEmpty() ? List.of("") : List.of());
    }
    return table;
  }

  private String character(String text) {
    int at = random.nextInt(text.length() + 1);
    String one = Character.toString(1 + random.nextInt(0xD7FE));
    return text.substring(0, at) + one + text.substring(Math.min(text.length(), at + 1));
  }

  private String text(List<List<String>> table) {
    char separator = ",,,\t;".charAt(random.nextInt(5));
    String end = random.nextBoolean() ? "\n" : "\r\n";
    return table.stream()
        .map(
            row -> row.stream().map(this::quoted).collect(Collectors.joining("" + separator)) + end)
        .collect(Collectors.joining());
  }

  private String quoted(String cell) {
    return random.nextInt(20) == 0 ? "\"" + cell + "\"" : cell;
  }

  private Charset encoding() {
    return random.nextInt(4) > 0 ? UTF_8 : ENCODINGS.get(random.nextInt(ENCODINGS.size()));
  }

  private byte[] inTwoEncodings(String text) {
    int at = random.nextInt(text.length());
    byte[] first = text.substring(0, at).getBytes(encoding());
    byte[] second = text.substring(at).getBytes(encoding());
    return joined(first, first.length, second, first.length);
  }

  private static RawWorkbook book(String rows) {
    return new RawWorkbook().sheet("数据", "visible", rows);
  }

  private String sheet(List<List<String>> table) {
    StringBuilder rows = new StringBuilder();
    int number = 1 + random.nextInt(3);
    for (List<String> row : table) {
      rows.append("<row r=\"").append(number).append("\">");
      row.forEach(cell -> rows.append(cell(cell)));
      rows.append("</row>");
      number += random.nextInt(50) == 0 ? 0 : 1 + random.nextInt(2);
    }
    return rows.toString();
  }

  private String cell(String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\u0000", "");
    String value = "<v>" + escaped + "</v></c>";
    return switch (random.nextInt(60)) {
      case 0 -> "<c t=\"b\">" + value;
      case 1 -> "<c t=\"e\">" + value;
      case 2 -> "<c t=\"s\">" + value;
      case 3 -> "<c><f>A1</f></c>";
      case 4 -> "<c t=\"str\"><f>A1</f>" + value;
      case 5, 6, 7, 8 -> "<c s=\"" + random.nextInt(12) + "\">" + value;
      default -> SheetXml.text(escaped);
    };
  }

  private byte[] mutatedBytes(byte[] original) {
    byte[] bytes = original;
    int changes = 1 + random.nextInt(3);
    for (int change = 0; change < changes && bytes.length > 1; change++) {
      int at = random.nextInt(bytes.length);
      int length = 1 + random.nextInt(Math.min(16, bytes.length));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> flipped(bytes, at);
            case 1 -> joined(bytes, at, new byte[0], Math.min(bytes.length, at + length));
            case 2 -> joined(bytes, at, randomBytes(length), at);
            case 3 -> Arrays.copyOf(bytes, at);
            default -> joined(bytes, at, special(), at);
          };
    }
    return bytes;
  }

  private byte[] flipped(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= (byte) (1 + random.nextInt(255));
    return flipped;
  }

  private byte[] special() {
    String specials = "\",;\t\r\n\0<>&0";
    return new byte[] {(byte) specials.charAt(random.nextInt(specials.length()))};
  }

  private byte[] randomBytes(int length) {
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
}
