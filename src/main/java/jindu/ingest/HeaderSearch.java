package jindu.ingest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for the header under the title rows (表号, 表名, 单位) of one sheet, row by row. */
final class HeaderSearch {

  /** Rows, blank ones apart, within which the header must come. */
  private static final int ROWS_SEARCHED = 30;

  private final FormHeaders headers;
  private int rowsSeen;
  private SourceRow above;
  private HeaderRow found;
  private Candidate best;

  HeaderSearch(FormHeaders headers) {
    this.headers = headers;
    this.best = new Candidate(0, 0, headers.missing(Set.of()));
  }

  /** The row that came nearest to a header; row 0 when no row names a column of the form. */
  private record Candidate(int named, int row, List<String> missing) {}

  /**
   * Reads rows down to the header; what is left of them then is data.
   *
   * @return the header, or empty when none came in time
   * @throws UnusableFileException when the header names a column twice, or the rows cannot be read
   */
  Optional<HeaderRow> in(SheetRows rows) throws UnusableFileException {
    while (!isOver()) {
      Optional<SourceRow> row = rows.next();
      if (row.isEmpty()) {
        break;
      }
      rowsSeen++;
      lookWithAbove(row.get());
      above = row.get();
    }
    return Optional.ofNullable(found);
  }

  /** By itself, or joined with the row above it where that names more columns. */
  private void lookWithAbove(SourceRow row) throws UnusableFileException {
    SourceRow joined = above == null ? row : TwoRowHeader.of(above, row, headers);
    boolean namesMore = named(joined).size() > named(row).size();
    look(namesMore ? joined : row);
    if (found == null) {
      look(namesMore ? row : joined);
    }
  }

  private Set<String> named(SourceRow row) {
    return row.cells().stream()
        .flatMap(header -> headers.column(header).stream())
        .collect(Collectors.toSet());
  }

  private void look(SourceRow row) throws UnusableFileException {
    Set<String> named = named(row);
    List<String> missing = headers.missing(named);
    if (missing.isEmpty()) {
      // Counted as over before it is named: a column named twice is wrong under any separator.
      rowsSeen = ROWS_SEARCHED;
      found = HeaderRow.of(row, headers);
    } else if (named.size() > best.named()) {
      best = new Candidate(named.size(), row.number(), missing);
    }
  }

  boolean isOver() {
    return rowsSeen >= ROWS_SEARCHED;
  }

  boolean isBlank() {
    return rowsSeen == 0;
  }

  /** Why none of these searches, at least one, found a header: from the one that came nearest. */
  static UnusableFileException refusal(List<HeaderSearch> searches) {
    if (searches.stream().allMatch(HeaderSearch::isBlank)) {
      return new UnusableFileException(Refusal.EMPTY_FILE, "rows=0");
    }
    Candidate nearest =
        searches.stream()
            .map(search -> search.best)
            .reduce((first, next) -> next.named() > first.named() ? next : first)
            .orElseThrow();
    String missing = String.join(", ", nearest.missing());
    return new UnusableFileException(
        Refusal.NO_HEADER, nearest.row() == 0 ? missing : nearest.row() + ": " + missing);
  }
}
