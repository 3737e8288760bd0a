package jindu.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Decodes bytes without Spark, and shows what came out as lines of text. */
final class Decoded {

  private static final DeliveryDecoder DECODER = new DeliveryDecoder(SampleForms.ALL);

  private Decoded() {}

  static List<DecodedRow> rows(String path, byte[] content) {
    String form = InboxPath.parse(path).orElseThrow().form();
    try (Content bytes = Content.read(new ByteArrayInputStream(content));
        DecodedRows decoded = DECODER.decode(path, form, bytes)) {
      return all(decoded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code Sheet1!5 period=2020-06 | unit_code=…}, or {@code refused no-header: …}. */
  static List<String> lines(String path, byte[] content) {
    return rows(path, content).stream().map(Decoded::line).toList();
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
