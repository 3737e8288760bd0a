package jindu.core;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook (XLSX) that bears a given time instead of the clock's: the same bytes every time. */
public final class StampedWorkbook {

  private static final String PROPERTIES = "docProps/";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
  private static final Pattern STAMP =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z");

  private StampedWorkbook() {}

  /**
   * The bytes of a workbook as its writer made it, with every time in its archive and properties
   * replaced.
   *
   * @param workbook a file, not a stream: some writers tell the sizes of entries only at the end
   * @param time written as if it were universal time
   */
  public static byte[] bytes(Path workbook, LocalDateTime time) throws IOException {
    ByteArrayOutputStream stamped = new ByteArrayOutputStream();
    try (ZipFile in = new ZipFile(workbook.toFile());
        ZipOutputStream out = new ZipOutputStream(stamped)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(time);
        out.putNextEntry(copy);
        byte[] content = in.getInputStream(entry).readAllBytes();
        out.write(entry.getName().startsWith(PROPERTIES) ? stamped(content, time) : content);
        out.closeEntry();
      }
    }
    return stamped.toByteArray();
  }

  private static byte[] stamped(byte[] properties, LocalDateTime time) {
    String text = new String(properties, StandardCharsets.UTF_8);
    return STAMP.matcher(text).replaceAll(TIME.format(time) + "Z").getBytes(StandardCharsets.UTF_8);
  }
}
