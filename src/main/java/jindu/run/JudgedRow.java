package jindu.run;

import java.util.List;

/**
 * A row of a file in which something is wrong or odd.
 *
 * @param path as it would be under {@code inbox/}
 * @param sheet empty for CSV
 * @param number 1-based; 0 for the file as a whole
 * @param unit null where it could not be read, as are its name and the period
 * @param explanation the unit's own (说明), null where it gives none
 * @param problems at least one
 */
public record JudgedRow(
    String path,
    String sheet,
    int number,
    String unit,
    String unitName,
    String period,
    String explanation,
    List<Problem> problems) {}
