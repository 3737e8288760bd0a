package jindu.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A file of the sample read back by other means than those that wrote it. */
final class DeliveredTable {

  private DeliveredTable() {}

  /** The rows below the header, by header. */
  static List<Map<String, String>> rows(Path file) {
    List<List<String>> lines = file.toString().endsWith(".xlsx") ? sheet(file) : csv(file);
    int header = 0;
    while (!lines.get(header).contains("报告期") && !lines.get(header).contains("起报期")) {
      header++;
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> line : lines.subList(header + 1, lines.size())) {
      Map<String, String> row = new HashMap<>();
      for (int column = 0; column < lines.get(header).size(); column++) {
        row.put(lines.get(header).get(column), column < line.size() ? line.get(column) : "");
      }
      rows.add(row);
    }
    return rows;
  }

  /** UTF-8, UTF-8 with mark, GB18030 or XLSX. */
  static String encoding(Path file) {
    if (file.toString().endsWith(".xlsx")) {
      return "XLSX";
    }
    byte[] bytes = bytes(file);
    if (bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
      return "UTF-8 with mark";
    }
    return isUtf8(bytes) ? "UTF-8" : "GB18030";
  }

  private static List<List<String>> csv(Path file) {
    byte[] bytes = bytes(file);
    Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    String text = new String(bytes, charset).replace("\uFEFF", "");
    char delimiter = text.contains("\t") ? '\t' : text.contains(";") ? ';' : ',';
    List<List<String>> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(new StringReader(text))) {
      reader.forEach(line -> lines.add(line.getFields()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static List<List<String>> sheet(Path file) {
    List<List<String>> lines = new ArrayList<>();
    try (InputStream stream = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(stream)) {
      for (Row row : workbook.getFirstSheet().read()) {
        List<String> line = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
          line.add(row.getCellRawValue(column).orElse(""));
        }
        lines.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
