package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jindu.catalog.Catalog;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/**
 * Every cell, computed a second time in DuckDB from the observations and the catalog alone.
 *
 * <p>The SQL is under {@code src/test/resources/oracle}, written from method.md and not from the
 * pipeline; arithmetic and estimates are those of the benchmark's peer, which is no part of the
 * pipeline either. Table {@code oracle} has its cells, {@code cells} those of the pipeline.
 */
final class CellOracle implements AutoCloseable {

  private static final List<String> STEPS =
      List.of(
          "1-arithmetic",
          "1-macros",
          "2-returns",
          "5-estimates",
          "4-amounts",
          "5-places",
          "6-cells",
          "7-values",
          "8-answers",
          "9-empty-cells",
          "10-growth",
          "11-restatements",
          "12-vintages",
          "13-sampling",
          "14-contributors",
          "15-oracle");

  /** Steps of the benchmark's peer. */
  private static final Set<String> OF_PEER = Set.of("1-arithmetic", "5-estimates");

  private static final Path PEER = Path.of("jobs", "benchmark", "duckdb", "natural");

  private static final String KEY = String.join(", ", IndicatorTable.DEFINITION.key());
  private static final int SHOWN = 10;

  private final DuckDb duck;

  /** The city and its other districts have six digits, and count in no cell and no response. */
  static final String IS_OF_THE_DISTRICT = "township_code IS NULL OR length(township_code) = 9";

  private CellOracle(DuckDb duck) {
    this.duck = duck;
  }

  /**
   * @param folder where both tables are written down for DuckDB
   * @param reference the folder that {@code catalog} was read from
   */
  static CellOracle of(
      Dataset<Row> observations,
      Dataset<Row> cells,
      Catalog catalog,
      Path reference,
      LocalDate asOf,
      Path folder)
      throws IOException, SQLException {
    SampleLake.delete(folder);
    DuckDb duck = DuckDb.open();
    CatalogFacts.load(duck, catalog, reference);
    duck.run("CREATE TABLE as_of AS SELECT DATE '%s' AS day;\n".formatted(asOf));
    Dataset<Row> flat =
        observations
            .where(IS_OF_THE_DISTRICT)
            .drop(ObservationTable.FLAGS, ObservationTable.FINDINGS, ObservationTable.EXPLANATION);
    load(duck, flat, folder.resolve("observations"));
    for (String step : STEPS) {
      duck.run(script(step));
    }
    load(duck, cells, folder.resolve("cells"));
    return new CellOracle(duck);
  }

  /** Fails where one of the two has a cell that the other has not. */
  void assertSameCells() throws SQLException {
    assertThat(keysOf("oracle", "cells")).as("missing cells").isEmpty();
    assertThat(keysOf("cells", "oracle")).as("cells too many").isEmpty();
    assertThat(number("SELECT count(*) FROM cells")).isPositive();
  }

  /** Fails where a cell is another in the column, or the column says nothing. */
  void assertSame(String column) throws SQLException {
    assertThat(number("SELECT count(%s) FROM oracle".formatted(column)))
        .as("figures compared")
        .isPositive();
    assertThat(differences(column)).isEmpty();
  }

  /**
   * Fails where other groups are behind a figure of a sum than the oracle finds.
   *
   * @param figure as {@link jindu.table.CellTable} calls it, with or without who is named
   */
  void assertSameContributors(String figure) throws SQLException {
    assertThat(
            number(
                "SELECT sum(contributors) FROM contributors WHERE figure = '%s'".formatted(figure)))
        .as("contributors compared")
        .isPositive();
    assertThat(
            duck.rows(
                """
                SELECT %1$s, c.contributors AS expected, cells.%2$s_contributors AS found,
                  c.contributed, cells.%2$s_contributed, c.largest, cells.%2$s_largest,
                  c.second, cells.%2$s_second
                FROM cells JOIN indicators ON code = indicator AND kind IN ('flow', 'stock')
                LEFT JOIN (FROM contributors WHERE figure = '%2$s') c USING (%1$s)
                WHERE coalesce(c.contributors, 0) IS DISTINCT FROM cells.%2$s_contributors
                  OR c.contributed IS DISTINCT FROM cells.%2$s_contributed
                  OR c.largest IS DISTINCT FROM cells.%2$s_largest
                  OR c.second IS DISTINCT FROM cells.%2$s_second
                ORDER BY ALL LIMIT %3$d
                """
                    .formatted(KEY, figure, SHOWN)))
        .isEmpty();
  }

  /** Keys of one table that are not in the other. */
  private List<Map<String, Object>> keysOf(String table, String other) throws SQLException {
    return duck.rows(
        "SELECT %1$s FROM %2$s ANTI JOIN %3$s USING (%1$s) ORDER BY ALL LIMIT %4$d"
            .formatted(KEY, table, other, SHOWN));
  }

  /** Cells in whose column the two differ: the key, what was expected, what was found. */
  private List<Map<String, Object>> differences(String column) throws SQLException {
    return duck.rows(
        """
        SELECT %1$s, oracle.%2$s AS expected, cells.%2$s AS found
        FROM oracle JOIN cells USING (%1$s)
        WHERE oracle.%2$s IS DISTINCT FROM cells.%2$s ORDER BY ALL LIMIT %3$d
        """
            .formatted(KEY, column, SHOWN));
  }

  long number(String query) throws SQLException {
    return duck.number(query);
  }

  private static void load(DuckDb duck, Dataset<Row> rows, Path folder) throws SQLException {
    rows.coalesce(1).write().mode(SaveMode.Overwrite).parquet(folder.toString());
    duck.run(
        "CREATE TABLE %s AS FROM %s;\n"
            .formatted(folder.getFileName(), DuckDb.parquet(folder.resolve("*.parquet"))));
  }

  private static String script(String step) throws IOException {
    if (OF_PEER.contains(step)) {
      return Files.readString(PEER.resolve(step + ".sql"));
    }
    String name = "/oracle/" + step + ".sql";
    try (InputStream text = CellOracle.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException("Missing resource " + name + ".");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws SQLException {
    duck.close();
  }
}
