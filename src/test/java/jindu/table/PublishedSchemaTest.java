package jindu.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What BI tools bind to: {@code src/test/resources/publish/schema/} has the columns of each schema
 * version, one line each, and the file of a version stays as it is once that version was handed
 * out. To write the file of a new version: {@code mvn -q test -Dtest=PublishedSchemaTest
 * -Djindu.schema=write}.
 */
class PublishedSchemaTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "publish", "schema");

  @Test
  void noPublishedColumnChangesWithoutANewSchemaVersion() throws IOException {
    Path file = FOLDER.resolve(PublishedTables.SCHEMA_VERSION + ".txt");
    if (System.getProperty("jindu.schema", "").equals("write") && !Files.exists(file)) {
      Files.writeString(file, text(PublishedTables.ALL), UTF_8);
    }
    assertThat(file)
        .as("raise no version without its file: see the class comment on how to write it")
        .exists();

    requireSame(PublishedTables.ALL, Files.readString(file, UTF_8));
  }

  /** Contract: columns are added at the end, never renamed, moved, retyped or taken away. */
  @Test
  void everyEarlierSchemaIsTheBeginningOfThePresentOne() throws IOException {
    for (Path file : files()) {
      requireBeginning(Files.readString(file, UTF_8), PublishedTables.ALL, file.toString());
    }
  }

  @Test
  void anAddedARenamedAndARetypedColumnAreEachFound() {
    ColumnDefinition code = new ColumnDefinition("code", Types.TEXT, "", "Code.");
    ColumnDefinition count = new ColumnDefinition("count", Types.COUNT, "", "Count.");
    String before = text(table(code, count));
    assertThat(before).isEqualTo("t.code STRING\nt.count BIGINT\n");
    ColumnDefinition more = new ColumnDefinition("more", Types.TEXT, "", "More.");
    ColumnDefinition number = new ColumnDefinition("number", Types.COUNT, "", "Count.");
    ColumnDefinition retyped = new ColumnDefinition("count", Types.WHOLE, "", "Count.");

    requireSame(table(code, count), before);
    requireBeginning(before, table(code, count, more), "before");
    for (List<TableDefinition> changed :
        List.of(table(code, count, more), table(code, number), table(code, retyped), table(code))) {
      assertThatThrownBy(() -> requireSame(changed, before))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("raise PublishedTables.SCHEMA_VERSION");
    }
    for (List<TableDefinition> broken :
        List.of(
            table(code, number),
            table(code, retyped),
            table(count, code),
            table(code),
            List.<TableDefinition>of())) {
      assertThatThrownBy(() -> requireBeginning(before, broken, "before"))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("never renamed");
    }
  }

  private static void requireSame(List<TableDefinition> tables, String committed) {
    assertThat(text(tables).lines().toList())
        .as(
            "A published column changed: raise PublishedTables.SCHEMA_VERSION by one and write the"
                + " file of that version (class comment). Only while this version was never handed"
                + " out may its file be changed instead, by the line of the column.")
        .isEqualTo(committed.lines().toList());
  }

  private static void requireBeginning(String earlier, List<TableDefinition> tables, String name) {
    Map<String, List<String>> now = byTable(text(tables));
    byTable(earlier)
        .forEach(
            (table, columns) ->
                assertThat(now.getOrDefault(table, List.of()))
                    .as(
                        "%s: columns are added at the end of a table, never renamed, moved, retyped"
                            + " or taken away; table %s",
                        name, table)
                    .startsWith(columns.toArray(String[]::new)));
  }

  private static Map<String, List<String>> byTable(String text) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    text.lines()
        .forEach(
            line ->
                columns
                    .computeIfAbsent(
                        line.substring(0, line.indexOf('.')), table -> new ArrayList<>())
                    .add(line));
    return columns;
  }

  private static String text(List<TableDefinition> tables) {
    return tables.stream()
        .flatMap(table -> table.columns().stream().map(column -> line(table, column)))
        .collect(joining());
  }

  private static String line(TableDefinition table, ColumnDefinition column) {
    return "%s.%s %s\n".formatted(table.name(), column.name(), column.type().sql());
  }

  private static List<TableDefinition> table(ColumnDefinition... columns) {
    return List.of(new TableDefinition("t", List.of(columns), List.of()));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }
}
