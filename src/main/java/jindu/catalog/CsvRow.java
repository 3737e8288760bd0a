package jindu.catalog;

import java.util.Map;
import java.util.Optional;

/** One row of a {@link CsvTable}. */
final class CsvRow {

  private final Mistakes mistakes;
  private final Location at;
  private final Map<String, String> cells;

  CsvRow(Mistakes mistakes, Location at, Map<String, String> cells) {
    this.mistakes = mistakes;
    this.at = at;
    this.cells = cells;
  }

  Location at() {
    return at;
  }

  /** The cell of a column that the table was read with. */
  Field field(String column) {
    return new Field(mistakes, at, column, Optional.ofNullable(cells.get(column)));
  }

  /** The cell unless it is empty. */
  Optional<Field> filled(String column) {
    return Optional.of(field(column)).filter(field -> !field.isEmpty());
  }

  /** Adds a mistake that concerns the row. */
  void wrong(String key, Object... arguments) {
    mistakes.add(at, key, arguments);
  }
}
