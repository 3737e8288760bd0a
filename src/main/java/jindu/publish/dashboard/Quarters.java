package jindu.publish.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import jindu.core.Quarter;
import jindu.publish.PublishedRows;
import jindu.table.HeadlineTable;
import org.apache.spark.sql.Row;

/**
 * The quarters that the page can show: those of the headline, of its last years. Older ones stay in
 * the tables; a page that grew every year would one day not open on a phone.
 */
final class Quarters {

  private static final int YEARS = 3;

  private final SortedSet<Quarter> shown = new TreeSet<>();

  Quarters(PublishedRows now) {
    for (Row row : now.of(HeadlineTable.DEFINITION)) {
      shown.add(PublishedRows.quarter(row));
    }
    last().ifPresent(last -> shown.removeIf(each -> each.year() <= last.year() - YEARS));
  }

  /** In order of time. */
  List<Quarter> all() {
    return List.copyOf(shown);
  }

  Optional<Quarter> last() {
    return shown.isEmpty() ? Optional.empty() : Optional.of(shown.last());
  }

  /** Whether a row with {@code year} and {@code quarter} is of one of them. */
  boolean has(Row row) {
    return shown.contains(PublishedRows.quarter(row));
  }

  /** Whether a row is of a year of one of them. */
  boolean hasYear(Row row) {
    int year = row.getAs(HeadlineTable.YEAR);
    return shown.stream().anyMatch(each -> each.year() == year);
  }
}
