package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jindu.table.ColumnDefinition;
import jindu.table.PublishedTables;
import jindu.table.TableDefinition;
import jindu.table.Types;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An independent reader opens every published file and finds what contracts.md section 5 says. */
class PublishedFilesTest {

  /** The types that contracts.md allows, as DuckDB names them; a nested type is none of them. */
  private static final Map<DataType, String> TYPES =
      Map.of(
          Types.AMOUNT, "DECIMAL(24,4)",
          Types.PERCENT, "DECIMAL(12,4)",
          Types.WHOLE, "INTEGER",
          Types.COUNT, "BIGINT",
          Types.TEXT, "VARCHAR",
          Types.DAY, "DATE",
          Types.CLAIM, "BOOLEAN");

  private static DuckDb duck;
  private static Path published;

  @BeforeAll
  static void open() throws Exception {
    published = SampleLake.get().published();
    duck = DuckDb.open();
    duck.run(
        """
        CREATE TABLE manifest AS
        SELECT unnest(tables) AS entry FROM read_json('%s')
        """
            .formatted(published.resolve("publication.json")));
  }

  @AfterAll
  static void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }

  @Test
  void columnsAndTypesAreThoseOfTheContract() throws Exception {
    for (TableDefinition table : PublishedTables.ALL) {
      for (Path file : files(table)) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (Map<String, Object> column :
            duck.rows("DESCRIBE SELECT * FROM " + DuckDb.parquet(file))) {
          columns.put(column.get("column_name").toString(), column.get("column_type"));
        }
        Map<String, Object> expected = new LinkedHashMap<>();
        table.columns().forEach(column -> expected.put(column.name(), TYPES.get(column.type())));
        assertThat(expected.values()).as(table.name()).doesNotContainNull();
        assertThat(columns).as(file.toString()).containsExactlyEntriesOf(expected);
      }
    }
  }

  @Test
  void tablesWithAYearAreOneFileAYearAndTheOthersOneFile() throws Exception {
    for (TableDefinition table : PublishedTables.ALL) {
      List<String> names = new ArrayList<>();
      for (Path file : files(table)) {
        names.add(file.getFileName().toString());
      }
      if (!table.isByYear()) {
        assertThat(names).as(table.name()).containsExactly("all.parquet");
        continue;
      }
      List<String> years = new ArrayList<>();
      for (Map<String, Object> row :
          duck.rows(
              """
              SELECT DISTINCT parse_filename(filename) AS file, year || '.parquet' AS expected
              FROM read_parquet('%s', filename = true) ORDER BY file
              """
                  .formatted(published.resolve(table.name()).resolve("*.parquet")))) {
        assertThat(row.get("file")).as(table.name()).isEqualTo(row.get("expected"));
        years.add(row.get("expected").toString());
      }
      assertThat(names).as(table.name()).isNotEmpty().containsExactlyElementsOf(years);
    }
  }

  @Test
  void theManifestDescribesEveryTableColumnByColumn() throws Exception {
    for (TableDefinition table : PublishedTables.ALL) {
      List<Map<String, Object>> described =
          duck.rows(
              """
              SELECT c.name, c.type, c.unit, c.meaning, c.null_when FROM (
                SELECT unnest(entry.columns) AS c FROM manifest WHERE entry.name = '%s')
              """
                  .formatted(table.name()));
      List<Map<String, Object>> expected = new ArrayList<>();
      for (ColumnDefinition column : table.columns()) {
        expected.add(
            Map.of(
                "name", column.name(),
                "type", column.type().sql(),
                "unit", column.unit(),
                "meaning", column.meaning(),
                "null_when", column.nullWhen()));
      }
      assertThat(described).as(table.name()).containsExactlyElementsOf(expected);
      assertThat(
              duck.rows(
                  """
                  SELECT unnest(entry.key) AS name FROM manifest WHERE entry.name = '%s'
                  """
                      .formatted(table.name())))
          .extracting(row -> row.get("name"))
          .containsExactlyElementsOf(table.key());
    }
  }

  @Test
  void rowsAndHashesAreThoseOfTheManifest() throws Exception {
    List<Map<String, Object>> entries =
        duck.rows(
            """
            SELECT name, file.path AS path, file.rows AS rows, file.sha256 AS sha256, table_rows
            FROM (SELECT entry.name AS name, entry.rows AS table_rows,
                unnest(entry.files) AS file FROM manifest)
            """);
    List<Path> named = new ArrayList<>();
    Map<Object, Long> rows = new LinkedHashMap<>();
    Map<Object, Long> expectedRows = new LinkedHashMap<>();
    for (Map<String, Object> entry : entries) {
      Path file = published.resolve(entry.get("path").toString());
      long count = duck.number("SELECT count(*) FROM " + DuckDb.parquet(file));
      assertThat(count).as(file.toString()).isEqualTo(entry.get("rows")).isPositive();
      assertThat(sha256(file)).as(file.toString()).isEqualTo(entry.get("sha256"));
      rows.merge(entry.get("name"), count, Long::sum);
      expectedRows.put(entry.get("name"), (Long) entry.get("table_rows"));
      named.add(file);
    }
    assertThat(rows).isEqualTo(expectedRows);
    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(
            PublishedTables.ALL.stream().<Object>map(TableDefinition::name).toList());
    for (Map<String, Object> document :
        duck.rows(
            """
            SELECT d.path AS path, d.sha256 AS sha256
            FROM (SELECT unnest(documents) AS d FROM read_json('%s'))
            """
                .formatted(published.resolve("publication.json")))) {
      Path file = published.resolve(document.get("path").toString());
      assertThat(sha256(file)).as(file.toString()).isEqualTo(document.get("sha256"));
      named.add(file);
    }
    assertThat(named).contains(published.resolve("workbook.xlsx"));
    try (Stream<Path> all = Files.walk(published.toRealPath())) {
      assertThat(all.filter(Files::isRegularFile).map(Path::toString))
          .as("every file of the publication is in its manifest")
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(named.stream(), Stream.of(published.resolve("publication.json")))
                  .map(PublishedFilesTest::real)
                  .toList());
    }
  }

  @Test
  void rowsStandInTheOrderOfTheirKeyAndNoKeyTwice() throws Exception {
    for (TableDefinition table : PublishedTables.ALL) {
      String key = String.join(", ", table.key());
      String missing = String.join(" IS NULL OR ", table.key()) + " IS NULL";
      for (Path file : files(table)) {
        assertThat(
                duck.rows(
                    """
                    SELECT * FROM (
                      SELECT file_row_number, %2$s, row(%2$s) AS key,
                        lag(row(%2$s)) OVER (ORDER BY file_row_number) AS key_before
                      FROM read_parquet('%1$s', file_row_number = true))
                    WHERE key <= key_before OR %3$s
                    LIMIT 3
                    """
                        .formatted(file, key, missing)))
            .as(file.toString())
            .isEmpty();
      }
    }
  }

  private static List<Path> files(TableDefinition table) throws IOException {
    try (Stream<Path> files = Files.list(published.resolve(table.name()))) {
      return files.sorted().toList();
    }
  }

  private static String real(Path file) {
    try {
      return file.toRealPath().toString();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot find " + file + ".", e);
    }
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
