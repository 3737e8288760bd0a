package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jindu.ingest.SheetXml.HEADER;
import static jindu.ingest.SheetXml.data;
import static jindu.ingest.SheetXml.row;
import static jindu.ingest.SheetXml.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong at the end of a large file refuses the whole of it. */
final class LateRefusalTest {

  private static final int ROWS = 60_000;

  private byte[] csv;

  @BeforeEach
  void writeCsv() throws IOException {
    String text = Files.readString(DeliveryFilesTest.INBOX.resolve("B204-1/utf8.csv"), UTF_8);
    String last = text.substring(text.lastIndexOf("\n", text.length() - 2) + 1);
    csv = (text + last.repeat(ROWS)).getBytes(UTF_8);
  }

  @Test
  void readsTheFileAsLongAsNothingIsWrong() {
    assertThat(Decoded.rows("B204-1/a.csv", csv)).hasSize(ROWS + 2);
  }

  @Test
  void refusesAWrongByteInTheLastRow() {
    byte[] wrong = Arrays.copyOf(csv, csv.length + 1);
    wrong[csv.length] = (byte) 0xFF;
    assertThat(Decoded.lines("B204-1/a.csv", wrong))
        .containsExactly(
            "refused not-decodable: UTF-8 byte=" + csv.length + " row=60004 value=0xFF");
  }

  @Test
  void refusesAQuoteThatTheLastRowOpens() {
    byte[] wrong = Arrays.copyOf(csv, csv.length + 1);
    wrong[csv.length] = '"';
    assertThat(Decoded.lines("B204-1/a.csv", wrong))
        .containsExactly("refused malformed-csv: row=60004");
  }

  @Test
  void refusesAQuoteThatWouldTakeInMillionsOfCharacters() {
    String text = new String(csv, UTF_8);
    int secondRow = text.indexOf("\n") + 1;
    String opened = text.substring(0, secondRow) + "\"" + text.substring(secondRow);
    assertThat(Decoded.lines("B204-1/a.csv", opened.getBytes(UTF_8)))
        .containsExactly("refused malformed-csv: row=2");
  }

  @Test
  void refusesAFormulaWithoutValueInTheLastRow() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int number = 2; number < ROWS; number++) {
      rows.append(data(number, "1"));
    }
    rows.append(row(ROWS, "<c r=\"A60000\"><f>SUM(A1)</f></c>"));
    assertThat(Decoded.lines(SheetXml.PATH, sheet(rows.toString())))
        .containsExactly("refused formula-without-value: a!A60000");
  }
}
