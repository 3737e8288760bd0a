package jindu.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Decodes bytes without Spark, and shows what came out as lines of text. */
final class Decoded {

  private static final DeliveryDecoder DECODER = new DeliveryDecoder(SampleForms.ALL);

  private Decoded() {}

  static List<DecodedRow> rows(String path, byte[] content) {
    return rows(DECODER, path, content);
  }

  private static List<DecodedRow> rows(DeliveryDecoder decoder, String path, byte[] content) {
    String form = InboxPath.parse(path).orElseThrow().form();
    try (Content bytes = Content.read(new ByteArrayInputStream(content));
        DecodedRows decoded = decoder.decode(path, form, bytes)) {
      return all(decoded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code Sheet1!5 period=2020-06 | unit_code=…}, or {@code refused no-header: …}. */
  static List<String> lines(String path, byte[] content) {
    return lines(DECODER, path, content);
  }

  /** The same for other forms, and after the rows {@code skipped …} where sheets were skipped. */
  static List<String> lines(DeliveryDecoder decoder, String path, byte[] content) {
    List<DecodedRow> rows = rows(decoder, path, content);
    List<String> lines = new ArrayList<>(rows.stream().map(Decoded::line).toList());
    rows.stream()
        .map(DecodedRow::skippedSheets)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(skipped -> lines.add("skipped " + skipped));
    return lines;
  }

  static List<DecodedRow> all(DecodedRows decoded) {
    List<DecodedRow> rows = new ArrayList<>();
    decoded.forEachRemaining(rows::add);
    return rows;
  }

  private static String line(DecodedRow row) {
    if (row.refusal() != null) {
      return "refused " + row.refusal() + ": " + row.detail();
    }
    String cells =
        row.cells().entrySet().stream()
            .map(cell -> cell.getKey() + "=" + cell.getValue().replace("\n", "\\n"))
            .collect(Collectors.joining(" | "));
    return (row.sheet().isEmpty() ? "" : row.sheet() + "!") + row.number() + " " + cells;
  }
}
