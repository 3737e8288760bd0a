package jindu.run;

import java.time.LocalDate;
import java.util.List;

/**
 * The row of a file from which a return in force came.
 *
 * @param path under {@code inbox/}
 * @param sheet empty for CSV
 * @param row 1-based
 * @param unitName as delivered; may be null
 * @param explanation the unit's own (说明), null where it gives none
 * @param flags what the soft checks found in it
 */
public record ReturnSource(
    String path,
    String sheet,
    int row,
    LocalDate received,
    String unitName,
    String explanation,
    List<Problem> flags) {}
