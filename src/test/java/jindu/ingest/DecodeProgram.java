package jindu.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Decodes one file in a process of its own, and prints how many rows came and what they add to. */
final class DecodeProgram {

  private DecodeProgram() {}

  /** Takes the path under the inbox, and the file. */
  public static void main(String[] arguments) throws IOException {
    long rows = 0;
    long sum = 0;
    try (InputStream stream = Files.newInputStream(Path.of(arguments[1]));
        Content content = Content.read(stream);
        DecodedRows decoded =
            new DeliveryDecoder(SampleForms.ALL).decode(arguments[0], "B204-1", content)) {
      while (decoded.hasNext()) {
        DecodedRow row = decoded.next();
        if (row.refusal() != null) {
          throw new IllegalStateException(row.refusal() + ": " + row.detail());
        }
        rows++;
        sum += Long.parseLong(row.cells().get("gross_output.ytd"));
      }
    }
    System.out.print(rows + " rows, sum " + sum);
  }
}
