package jindu.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import jindu.lake.PublishedZone;
import jindu.publish.PublishedRows;
import jindu.run.Publications.Made;
import jindu.table.IndicatorTable;
import org.apache.spark.sql.Row;

/**
 * What the last publication shows of cells, read when it is first asked for: where no pattern is
 * chosen anew, nobody does. What earlier ones showed of cells that it withholds, their patterns
 * remember.
 */
final class ShownRows {

  private final Night night;
  private List<Row> last;

  ShownRows(Night night) {
    this.night = night;
  }

  /**
   * The rows that are not withheld.
   *
   * @throws UncheckedIOException when the publication cannot be read
   */
  List<Row> last() {
    if (last == null) {
      try {
        last = read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return last;
  }

  /** In the place of one that is damaged, what the one before it showed: most of it. */
  private List<Row> read() throws IOException {
    PublishedZone zone = new PublishedZone(night.lake());
    List<Made> made = Publications.of(night.lake()).there();
    for (int number = made.size() - 1; number >= 0; number--) {
      Made each = made.get(number);
      if (!each.asOf().isAfter(night.asOf()) && Publications.isWhole(zone, each.id())) {
        return PublishedRows.read(
                zone.folder(each.id()),
                zone.manifest(each.id()),
                List.of(IndicatorTable.DEFINITION))
            .of(IndicatorTable.DEFINITION)
            .stream()
            .filter(row -> !row.<Boolean>getAs(IndicatorTable.WITHHELD))
            .toList();
      }
    }
    return List.of();
  }
}
