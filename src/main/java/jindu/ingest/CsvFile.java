package jindu.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Delimited text: finds the separator and the header, and reads what is below it. */
final class CsvFile {

  private static final char[] SEPARATORS = {',', '\t', ';'};

  private CsvFile() {}

  /**
   * The data rows of a text; the separator is the first under which a row names all required
   * columns.
   */
  static HeadedSheet read(String text, FormHeaders headers) throws UnusableFileException {
    List<HeaderSearch> searches = new ArrayList<>();
    List<UnusableFileException> malformed = new ArrayList<>();
    for (char separator : SEPARATORS) {
      HeaderSearch search = new HeaderSearch(headers);
      try (CsvRows rows = new CsvRows(text, separator)) {
        Optional<HeaderRow> header = header(rows, search);
        if (header.isPresent()) {
          return new HeadedSheet("", header.get(), remaining(rows));
        }
        searches.add(search);
      } catch (UnusableFileException unusable) {
        if (search.isOver()) {
          throw unusable;
        }
        // Another separator may still make sense of the quotes.
        malformed.add(unusable);
      }
    }
    // Separators alone are no row: under the right one such lines are blank.
    Optional<HeaderSearch> blank = searches.stream().filter(HeaderSearch::isBlank).findFirst();
    if (blank.isPresent()) {
      throw HeaderSearch.refusal(List.of(blank.get()));
    }
    throw searches.isEmpty() ? malformed.get(0) : HeaderSearch.refusal(searches);
  }

  private static Optional<HeaderRow> header(CsvRows rows, HeaderSearch search)
      throws UnusableFileException {
    Optional<SourceRow> row = Optional.empty();
    do {
      row = rows.next();
      if (row.isPresent()) {
        search.look(row.get());
      }
    } while (row.isPresent() && !search.isOver());
    return search.found();
  }

  private static List<SourceRow> remaining(CsvRows rows) throws UnusableFileException {
    List<SourceRow> remaining = new ArrayList<>();
    for (Optional<SourceRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      remaining.add(row.get());
    }
    return remaining;
  }
}
