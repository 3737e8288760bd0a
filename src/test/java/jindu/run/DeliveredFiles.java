package jindu.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The delivered files of a form as a table of texts in DuckDB, read without the pipeline: GB18030
 * and workbooks are written again as CSV in UTF-8, and DuckDB reads what is below the header.
 */
final class DeliveredFiles {

  /** Stands in the header row of every form that has places, and in no title. */
  private static final String HEADER_MARK = "区划代码";

  /** Columns that any form may have, or not. */
  private static final List<String> OPTIONAL = List.of("报送时间", "操作");

  private final Path inbox;
  private final Path copies;

  /**
   * @param copies a folder for the files in UTF-8; what is there is replaced
   */
  DeliveredFiles(Path inbox, Path copies) {
    this.inbox = inbox;
    this.copies = copies;
  }

  /**
   * Creates the table {@code name} with {@code path}, {@code received}, {@code file_row}, one
   * column for each header that any of the files has, and for the optional ones and those given.
   */
  void load(DuckDb duck, String form, String name, String... headers)
      throws IOException, SQLException {
    String none =
        Stream.concat(OPTIONAL.stream(), Stream.of(headers))
            .map(header -> "NULL::VARCHAR AS \"" + header + "\"")
            .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    StringBuilder union = new StringBuilder(none);
    for (Path file : files(form)) {
      union.append("\nUNION ALL BY NAME ").append(reading(file));
    }
    duck.run("CREATE TABLE " + name + " AS " + union);
  }

  /** Every file delivered for the form. */
  List<Path> files(String form) throws IOException {
    try (Stream<Path> files = Files.walk(inbox.resolve(form))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private String reading(Path file) throws IOException {
    Path path = inbox.relativize(file);
    String text = file.toString().endsWith(".xlsx") ? sheet(file) : decoded(file);
    Path copy = copies.resolve(path + ".csv");
    Files.createDirectories(copy.getParent());
    Files.writeString(copy, text);
    List<String> lines = text.lines().takeWhile(line -> !line.contains(HEADER_MARK)).toList();
    String header = text.lines().skip(lines.size()).findFirst().orElseThrow();
    return """
        SELECT '%s' AS path, DATE '%s' AS received, row_number() OVER () AS file_row, *
        FROM read_csv('%s', delim = '%s', skip = %d, header = true, all_varchar = true,
          null_padding = true, quote = '"')
        """
        .formatted(path, path.getName(1), copy, delimiter(header), lines.size());
  }

  private static String delimiter(String header) {
    return Stream.of("\t", ";").filter(header::contains).findFirst().orElse(",");
  }

  private static String decoded(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      text = Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String sheet(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(stream)) {
      return workbook.getFirstSheet().read().stream()
          .map(DeliveredFiles::line)
          .collect(Collectors.joining("\n", "", "\n"));
    }
  }

  private static String line(Row row) {
    return row.stream().map(DeliveredFiles::field).collect(Collectors.joining(","));
  }

  private static String field(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    String text =
        cell.getType() == CellType.NUMBER
            ? cell.asNumber().toPlainString()
            : String.valueOf(cell.getValue());
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
