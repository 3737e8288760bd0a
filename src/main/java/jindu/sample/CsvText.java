package jindu.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Lines of fields as CSV. */
final class CsvText {

  private CsvText() {}

  static String of(List<List<String>> lines, char delimiter) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().fieldSeparator(delimiter).build(text)) {
      lines.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write CSV to memory.", e);
    }
    return text.toString();
  }
}
