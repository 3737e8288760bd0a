package jindu.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/tables.md} is made from the table definitions. To write it anew: {@code mvn -q test
 * -Dtest=DictionaryTest -Djindu.dictionary=write}.
 */
class DictionaryTest {

  private static final Path PAGE = Path.of("docs", "tables.md");

  private static final String HEAD =
      """
      # Published tables

      Made from `jindu.table`; do not edit. After a change of a table run
      `mvn -q test -Dtest=DictionaryTest -Djindu.dictionary=write`; a test fails while this page is stale.

      Schema version %d. `published/current` holds one folder a table: plain Parquet, sorted by the key, no
      nested types. A table with a year has one file a year, the others one file `all.parquet`. The same
      columns with their meaning, and the SHA-256 of every file, are in `publication.json`.

      Null means not known or not defined, never zero. Which columns are null in this version, and why, is in
      [method.md](method.md#known-losses-of-this-version). Columns are added at the end and never renamed.
      """;

  @Test
  void thePageOfTheDictionaryIsTheOneThatTheTablesMake() throws IOException {
    String page = page();
    if (System.getProperty("jindu.dictionary", "").equals("write")) {
      Files.writeString(PAGE, page, UTF_8);
    }

    assertThat(Files.readString(PAGE, UTF_8))
        .as("docs/tables.md is stale; the class comment says how to write it anew")
        .isEqualTo(page);
  }

  @Test
  void everyPublishedColumnSaysWhatItMeans() {
    for (TableDefinition table : PublishedTables.ALL) {
      assertThat(table.columns())
          .as(table.name())
          .allSatisfy(column -> assertThat(column.meaning()).as(column.name()).endsWith("."));
    }
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD.formatted(PublishedTables.SCHEMA_VERSION));
    for (TableDefinition table : PublishedTables.ALL) {
      String file = table.isByYear() ? "<year>.parquet" : "all.parquet";
      page.append("\n## `").append(table.name()).append("`\n\n");
      page.append("File: `").append(table.name()).append('/').append(file).append("`. ");
      page.append("Key: ").append(String.join(", ", table.key())).append(".\n\n");
      page.append("| column | type | unit | meaning |\n|---|---|---|---|\n");
      table.columns().forEach(column -> page.append(line(column)));
    }
    return page.toString();
  }

  private static String line(ColumnDefinition column) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(column.name(), column.type().sql(), column.unit(), column.meaning())
        .replace("|  |", "| |");
  }
}
