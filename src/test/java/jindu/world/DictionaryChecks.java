package jindu.world;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.run.DuckDb;
import jindu.table.ColumnDefinition;
import jindu.table.DictionaryPage;
import jindu.table.PublishedTables;
import jindu.table.TableDefinition;

/** What the dictionary says of the columns, held to the files of a publication of the sample. */
final class DictionaryChecks {

  /** Longer texts are cut, in characters. */
  private static final int LONGEST_EXAMPLE = 48;

  private final Path publication;

  /**
   * @param publication its folder
   */
  DictionaryChecks(Path publication) {
    this.publication = publication;
  }

  void aColumnIsNullWhereTheDictionarySaysSo() throws SQLException {
    Map<String, Long> broken = new HashMap<>();
    try (DuckDb duck = DuckDb.open()) {
      for (TableDefinition table : PublishedTables.ALL) {
        String counts =
            table.columns().stream()
                .map(
                    column ->
                        "count_if(%s) AS \"%s\"".formatted(contradiction(column), column.name()))
                .collect(joining(", "));
        Map<String, Object> row =
            duck.rows("SELECT %s FROM %s".formatted(counts, rows(table))).get(0);
        row.forEach(
            (column, rows) ->
                broken.put(DictionaryPage.key(table.name(), column), ((Number) rows).longValue()));
      }
    }
    assertThat(broken).isNotEmpty();
    broken.values().removeIf(rows -> rows == 0);
    assertThat(broken).as("rows by column that are not as the dictionary says").isEmpty();
  }

  /** With {@code -Djindu.dictionary=write} the page gets the examples of today. */
  void thePageHasTheExamplesOfTheSample() throws IOException, SQLException {
    Map<String, String> examples = new HashMap<>();
    try (DuckDb duck = DuckDb.open()) {
      for (TableDefinition table : PublishedTables.ALL) {
        duck.rows(exampleQuery(table))
            .get(0)
            .forEach(
                (column, value) ->
                    examples.put(DictionaryPage.key(table.name(), column), cell((String) value)));
      }
    }
    String page = DictionaryPage.of(examples);
    if (DictionaryPage.isToBeWritten()) {
      DictionaryPage.write(page);
    }
    assertThat(DictionaryPage.read()).isEqualTo(page);
  }

  /** What no row may be, by what is said of the column. */
  private static String contradiction(ColumnDefinition column) {
    String isNull = "\"%s\" IS NULL".formatted(column.name());
    if (column.isNeverNull()) {
      return isNull;
    }
    if (column.nullWhen().equals(ColumnDefinition.WITHHELD)) {
      return "withheld IS DISTINCT FROM (%s)".formatted(isNull);
    }
    return column.isNullWhenWithheld() ? "withheld AND NOT (%s)".formatted(isNull) : "false";
  }

  private String exampleQuery(TableDefinition table) {
    List<String> names = table.columns().stream().map(ColumnDefinition::name).toList();
    String filled =
        names.stream().map("(\"%s\" IS NOT NULL)::INT"::formatted).collect(joining("+"));
    String order =
        Stream.concat(Stream.of(filled + " DESC"), table.key().stream()).collect(joining(", "));
    String values =
        names.stream()
            .map(
                name ->
                    "arg_min(\"%1$s\"::VARCHAR, place) FILTER (\"%1$s\"::VARCHAR <> '') AS \"%1$s\""
                        .formatted(name))
            .collect(joining(", "));
    return "SELECT %s FROM (SELECT *, row_number() OVER (ORDER BY %s) AS place FROM %s)"
        .formatted(values, order, rows(table));
  }

  private String rows(TableDefinition table) {
    return "read_parquet('%s/%s/*.parquet')".formatted(publication, table.name());
  }

  private static String cell(String value) {
    if (value == null) {
      return "none in the sample";
    }
    int length = value.codePointCount(0, value.length());
    String shown =
        length > LONGEST_EXAMPLE
            ? value.substring(0, value.offsetByCodePoints(0, LONGEST_EXAMPLE)) + "…"
            : value;
    return "`%s`".formatted(shown.replace("|", "\\|"));
  }
}
