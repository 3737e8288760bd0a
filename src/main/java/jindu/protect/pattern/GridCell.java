package jindu.protect.pattern;

import java.util.Comparator;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;

/**
 * A cell of a block, whatever the quarter.
 *
 * @param place code of the place
 * @param sector {@code ALL}, a stratum, a section or a division
 */
public record GridCell(String place, String sector) implements Comparable<GridCell> {

  private static final Comparator<GridCell> ORDER =
      Comparator.comparing(GridCell::place).thenComparing(GridCell::sector);

  /**
   * The cell of a row.
   *
   * @param row with place and sector of {@link IndicatorTable}
   */
  static GridCell of(Row row) {
    return new GridCell(
        row.getAs(IndicatorTable.TOWNSHIP_CODE), row.getAs(IndicatorTable.SECTOR_CODE));
  }

  /** The cell that {@link #toString} wrote. */
  public static GridCell parse(String text) {
    int slash = text.indexOf('/');
    return new GridCell(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public int compareTo(GridCell other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return place + "/" + sector;
  }
}
