package jindu.ingest;

import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;

/**
 * What the formats of one sheet say of its numbers; each format is read once, not for each cell.
 */
final class DateFormats {

  private final Map<String, DateFormat> known = new HashMap<>();

  DateFormat of(Cell cell) {
    String format = cell.getDataFormatString();
    if (format != null) {
      return known.computeIfAbsent(format, DateFormat::of);
    }
    Integer id = cell.getDataFormatId();
    return id == null ? DateFormat.NONE : DateFormat.builtIn(id);
  }
}
