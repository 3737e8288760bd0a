package jindu.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Delimited text: finds the separator and the header, and reads what is below it. */
final class CsvFile {

  private static final char[] SEPARATORS = {',', '\t', ';'};

  private CsvFile() {}

  /**
   * Keeps the data rows of a text; the separator is the first under which a header names all
   * required columns.
   */
  static void read(Content content, FormHeaders headers, RowSpool kept)
      throws UnusableFileException, IOException {
    StrictText text = StrictText.of(content);
    List<HeaderSearch> searches = new ArrayList<>();
    List<UnusableFileException> malformed = new ArrayList<>();
    for (char separator : SEPARATORS) {
      HeaderSearch search = new HeaderSearch(headers);
      try (CsvRows rows = new CsvRows(text.open(), separator)) {
        Optional<HeaderRow> header = search.in(rows);
        if (header.isPresent()) {
          kept.keep(new HeadedSheet("", header.get()), rows);
          return;
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
}
