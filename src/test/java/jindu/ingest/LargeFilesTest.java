package jindu.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of any size are decoded in one small heap; what was kept for them is deleted. */
final class LargeFilesTest {

  /** 64 MB do for the CSV, and are too few for the million shared texts of the workbook. */
  private static final String HEAP = "-Xmx128m";

  private static final long CSV_BYTES = 300L * 1024 * 1024;
  private static final int WORKBOOK_ROWS = 1_000_000;

  private static final String HEADER =
      "报告期,统一社会信用代码,单位名称,区划代码,行业代码,工业总产值_本年累计,工业总产值_上年同期,工业销售产值_本年累计,工业销售产值_上年同期";

  @TempDir Path folder;

  @Test
  void decodesACsvOf300Megabytes() throws IOException, InterruptedException {
    Path file = folder.resolve("large.csv");
    long rows = 0;
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      out.write(HEADER + "\n");
      for (long written = HEADER.length(); written < CSV_BYTES; rows++) {
        String row =
            "2020-06,%s,洛阳某某轴承有限公司,410311002,3451,%d,11800,12100.5,11500\n"
                .formatted(unit(rows), rows);
        out.write(row);
        // Ten of its characters take three bytes.
        written += row.length() + 20;
      }
    }
    assertThat(Files.size(file)).isGreaterThanOrEqualTo(CSV_BYTES);
    assertDecodes("B204-1/large.csv", file, rows);
  }

  @Test
  void decodesAWorkbookOfAMillionRows() throws IOException, InterruptedException {
    Path file = folder.resolve("large.xlsx");
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(bytes, "jindu", "1.0")) {
      workbook.setCompressionLevel(1);
      Worksheet sheet = workbook.newWorksheet("B204-1");
      List<String> headers = List.of(HEADER.split(",", -1));
      for (int column = 0; column < headers.size(); column++) {
        sheet.value(0, column, headers.get(column));
      }
      for (int row = 0; row < WORKBOOK_ROWS; row++) {
        sheet.value(row + 1, 0, "2020-06");
        sheet.value(row + 1, 1, unit(row));
        sheet.value(row + 1, 2, "洛阳某某轴承有限公司");
        sheet.value(row + 1, 3, 410311002);
        sheet.value(row + 1, 4, 3451);
        sheet.value(row + 1, 5, row);
        sheet.value(row + 1, 6, 11_800);
        sheet.value(row + 1, 7, 12_100.5);
        sheet.value(row + 1, 8, 11_500);
        if (row % 1_000 == 0) {
          sheet.flush();
        }
      }
    }
    assertDecodes("B204-1/large.xlsx", file, WORKBOOK_ROWS);
  }

  private static String unit(long number) {
    return "91410311M" + String.valueOf(1_000_000_000 + number).substring(1);
  }

  /** The rows, the sum of their numbers from 0, and nothing left in the temporary folder. */
  private void assertDecodes(String path, Path file, long rows)
      throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Path output = folder.resolve("output");
    Process decoding =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                DecodeProgram.class.getName(),
                path,
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(decoding.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(output).hasContent(rows + " rows, sum " + rows * (rows - 1) / 2);
    assertThat(temporary).isEmptyDirectory();
  }
}
