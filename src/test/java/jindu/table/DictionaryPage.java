package jindu.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/tables.md}: what the table definitions say, and beside each column an example from
 * the sample.
 */
public final class DictionaryPage {

  private static final Path FILE = Path.of("docs", "tables.md");

  private static final String HEAD =
      """
      # Published tables

      Made from `jindu.table`; do not edit. After a change of a table run
      `mvn -q test -Dtest=DictionaryTest -Djindu.dictionary=write`; a test fails while this page is stale.
      The examples are those of the sample: `mvn verify -Pworld -Djindu.dictionary=write` writes them anew.

      Schema version %d. `published/current` holds one folder a table: plain Parquet, sorted by the key, no
      nested types. A table with a year has one file a year, the others one file `all.parquet`. The same
      columns with meaning, unit and when they are null, and the SHA-256 of every file, are in
      `publication.json`. Columns are added at the end and never renamed.

      Null means not known or not defined, never zero; a column of which nothing of the kind is said is
      never null. *Withheld* says that `withheld` of the row is true. A sum of which a part is not known
      is not known. A percentage too large for its column is null too.
      What this version does not compute is in [method.md](method.md#known-losses-of-this-version).

      An example is the value in the row of its table that has most columns filled, of several the first
      by key; where that row has none, in the next that has one.
      """;

  private static final Pattern TABLE = Pattern.compile("## `(\\w+)`");
  private static final Pattern COLUMN = Pattern.compile("\\| `(\\w+)` \\|.* \\| (.*) \\|");

  private DictionaryPage() {}

  /** Whether whoever finds the page stale is to write it anew. */
  public static boolean isToBeWritten() {
    return System.getProperty("jindu.dictionary", "").equals("write");
  }

  public static String read() throws IOException {
    return Files.readString(FILE, UTF_8);
  }

  public static void write(String page) throws IOException {
    Files.writeString(FILE, page, UTF_8);
  }

  /**
   * The page.
   *
   * @param examples cells of the page by the column's {@link #key}
   */
  public static String of(Map<String, String> examples) {
    StringBuilder page = new StringBuilder(HEAD.formatted(PublishedTables.SCHEMA_VERSION));
    for (TableDefinition table : PublishedTables.ALL) {
      String file = table.isByYear() ? "<year>.parquet" : "all.parquet";
      page.append("\n## `").append(table.name()).append("`\n\n");
      page.append("File: `").append(table.name()).append('/').append(file).append("`. ");
      page.append("Key: ").append(String.join(", ", table.key())).append(".\n\n");
      page.append("| column | type, unit | meaning | example |\n|---|---|---|---|\n");
      for (ColumnDefinition column : table.columns()) {
        page.append(line(column, examples.getOrDefault(key(table.name(), column.name()), "")));
      }
    }
    return page.toString();
  }

  /** The examples that a page has, by the column's {@link #key}. */
  static Map<String, String> examples(String page) {
    Map<String, String> examples = new HashMap<>();
    String table = "";
    for (String line : page.lines().toList()) {
      Matcher heading = TABLE.matcher(line);
      Matcher column = COLUMN.matcher(line);
      if (heading.matches()) {
        table = heading.group(1);
      } else if (column.matches()) {
        examples.put(key(table, column.group(1)), column.group(2));
      }
    }
    return examples;
  }

  /** What names a column of a table. */
  public static String key(String table, String column) {
    return table + "." + column;
  }

  private static String line(ColumnDefinition column, String example) {
    String unit = column.unit().isEmpty() ? "" : ", " + column.unit();
    String isNull = column.isNeverNull() ? "" : " *Null when* %s.".formatted(column.nullWhen());
    return "| `%s` | %s%s | %s%s | %s |\n"
        .formatted(column.name(), column.type().sql(), unit, column.meaning(), isNull, example);
  }
}
