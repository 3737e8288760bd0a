package jindu.world;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jindu.TestSession;
import jindu.lake.DeltaTables;
import jindu.lake.Lake;
import jindu.run.StoredTables;
import jindu.table.IndicatorTable;
import jindu.table.PublishedTables;
import jindu.table.TableDefinition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.TimestampType;

/** What tools that this project did not write find in the tables, against what the tables are. */
final class ReaderChecks {

  private static final List<String> TOOLS = List.of("duckdb", "pandas", "polars");

  private final Path lake;

  ReaderChecks(Path lake) {
    this.lake = lake;
  }

  /**
   * @param said by {@code read_tables.py}: a line of JSON for each tool and table
   */
  void publishedTablesAreReadAlike(String said) throws IOException {
    JsonNode manifest =
        new ObjectMapper()
            .readTree(lake.resolve("published/current/publication.json").toFile())
            .required("tables");
    Map<String, Long> rows =
        elements(manifest)
            .collect(
                Collectors.toMap(
                    table -> table.required("name").asText(),
                    table -> table.required("rows").asLong()));
    Map<String, Map<String, JsonNode>> found = new TreeMap<>();
    for (JsonNode line : lines(said)) {
      found
          .computeIfAbsent(line.required("table").asText(), table -> new TreeMap<>())
          .put(line.required("tool").asText(), line);
    }
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(PublishedTables.ALL));

    for (TableDefinition table : PublishedTables.ALL) {
      Map<String, JsonNode> byTool = found.get(table.name());
      assertThat(byTool.keySet()).as(table.name()).containsExactlyElementsOf(TOOLS);
      JsonNode first = byTool.get(TOOLS.get(0));
      byTool.forEach(
          (tool, line) -> {
            String what = table.name() + " by " + tool;
            assertThat(line.required("rows").asLong()).as(what).isEqualTo(rows.get(table.name()));
            assertThat(types(line)).as(what).containsExactlyEntriesOf(types(table));
            // Nulls, and each column's sum or the hash of its texts.
            assertThat(elements(line.required("columns")).toList())
                .as(what)
                .containsExactlyElementsOf(elements(first.required("columns")).toList());
            assertThat(line.required("row_groups")).as(what).isEqualTo(first.get("row_groups"));
          });
      assertThat(elements(first.required("row_groups")).toList())
          .as("a question about a year reads its file of " + table.name())
          .filteredOn(asked -> asked.required("where").asText().equals("year"))
          .hasSize(table.isByYear() ? 1 : 0)
          .allSatisfy(ReaderChecks::skips);
    }
    JsonNode indicators = found.get(IndicatorTable.DEFINITION.name()).get(TOOLS.get(0));
    assertThat(elements(indicators.required("row_groups")).toList())
        .as("a question about an indicator skips the others, which lie in other row groups")
        .filteredOn(asked -> asked.required("where").asText().equals(IndicatorTable.INDICATOR))
        .singleElement()
        .satisfies(ReaderChecks::skips);
  }

  private static void skips(JsonNode asked) {
    assertThat(asked.required("read").asInt())
        .isPositive()
        .isLessThan(asked.required("there").asInt());
  }

  /**
   * @param said by {@code read_zones.py}: a line of JSON for each table
   */
  void deltaTablesAreReadAsTheNightReadsThem(String said) throws IOException {
    Map<String, JsonNode> found = new TreeMap<>();
    for (JsonNode line : lines(said)) {
      found.put(line.required("table").asText(), line);
    }
    assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(StoredTables.ALL));

    for (TableDefinition table : StoredTables.ALL) {
      String name = table.name();
      JsonNode line = found.get(name);
      assertThat(types(line)).as(name).containsExactlyEntriesOf(types(table));
      assertThat(elements(line.required("partition")).map(JsonNode::asText).toList())
          .as(name)
          .isEqualTo(table.partition());
      Row spark = figures(table);
      assertThat(line.required("rows").asLong()).as(name).isPositive().isEqualTo(spark.getLong(0));
      List<String> told = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      int place = 1;
      for (JsonNode column : line.required("columns")) {
        String title = column.required("name").asText();
        told.add(title + " " + column.required("nulls") + " " + column.get("figure").asText());
        expected.add(title + " " + spark.get(place++) + " " + plain(spark.get(place++)));
      }
      assertThat(told).as(name).isEqualTo(expected);
      if (!table.partition().isEmpty()) {
        JsonNode skipping = line.required("skipping");
        assertThat(elements(skipping.required("read")).map(JsonNode::asText).toList())
            .as(name)
            .isNotEmpty()
            .allMatch(file -> file.contains(skipping.required("where").asText() + "/"))
            .hasSizeLessThan(skipping.required("there").asInt());
      }
    }
  }

  /** Rows, then nulls and figure of each column: what {@code read_zones.py} says, by Spark. */
  private Row figures(TableDefinition table) throws IOException {
    Dataset<Row> rows = new DeltaTables(TestSession.get(), Lake.open(lake.toString())).read(table);
    List<Column> asked = new ArrayList<>();
    table
        .columns()
        .forEach(
            column -> {
              asked.add(count(lit(1)).minus(count(col(column.name()))));
              asked.add(figure(col(column.name()), column.type()));
            });
    return rows.agg(count(lit(1)), asked.toArray(Column[]::new)).head();
  }

  private static Column figure(Column values, DataType type) {
    if (type instanceof ArrayType || type instanceof MapType) {
      return coalesce(sum(size(values)), lit(0));
    }
    if (type instanceof NumericType || type instanceof BooleanType) {
      Column whole = type instanceof BooleanType ? values.cast(DataTypes.IntegerType) : values;
      DataType exact =
          DataTypes.createDecimalType(
              38, type instanceof DecimalType decimal ? decimal.scale() : 0);
      return coalesce(sum(whole.cast(exact)), lit(BigDecimal.ZERO));
    }
    Column texts = type instanceof TimestampType ? unix_micros(values) : values;
    return sha2(
        concat_ws("\n", array_sort(collect_set(texts.cast(DataTypes.StringType)))).cast("binary"),
        256);
  }

  private static String plain(Object figure) {
    return figure instanceof BigDecimal total
        ? total.signum() == 0 ? "0" : total.stripTrailingZeros().toPlainString()
        : figure.toString();
  }

  private static List<JsonNode> lines(String said) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : said.lines().filter(each -> each.startsWith("{")).toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static List<String> names(List<TableDefinition> tables) {
    return tables.stream().map(TableDefinition::name).toList();
  }

  private static Map<String, String> types(JsonNode line) {
    Map<String, String> types = new LinkedHashMap<>();
    line.required("columns")
        .forEach(column -> types.put(column.get("name").asText(), column.get("type").asText()));
    return types;
  }

  private static Map<String, String> types(TableDefinition table) {
    Map<String, String> types = new LinkedHashMap<>();
    table.columns().forEach(column -> types.put(column.name(), column.type().sql()));
    return types;
  }
}
