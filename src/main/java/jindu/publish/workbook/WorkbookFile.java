package jindu.publish.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import jindu.core.StampedWorkbook;
import org.dhatim.fastexcel.Workbook;

/** Every workbook of the house as bytes: one font, and the same bytes for the same content. */
public final class WorkbookFile {

  /** The song typeface (宋体), which every office has. */
  static final String FONT = "宋体";

  /** Behind the headers of columns. */
  public static final String HEADER_FILL = "D9E1F2";

  private static final double FONT_SIZE = 10;

  private WorkbookFile() {}

  /**
   * The workbook that {@code fill} makes.
   *
   * @param day what the workbook says it was made on
   */
  public static byte[] bytes(LocalDate day, Consumer<Workbook> fill) throws IOException {
    Path made = Files.createTempFile("jindu", ".xlsx");
    try {
      try (OutputStream stream = Files.newOutputStream(made);
          Workbook workbook = new Workbook(stream, "jindu", "1.0")) {
        workbook.setGlobalDefaultFont(FONT, FONT_SIZE);
        fill.accept(workbook);
      }
      return StampedWorkbook.bytes(made, day.atStartOfDay());
    } finally {
      Files.delete(made);
    }
  }
}
