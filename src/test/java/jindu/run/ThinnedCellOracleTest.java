package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import jindu.TestSession;
import jindu.aggregate.Aggregate;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same of {@link ThinnedSample}, where units are missing, move and come late. */
class ThinnedCellOracleTest {

  private static final Path FOLDER =
      Path.of("target", "thinned-oracle-" + System.getProperty("jindu.fork", "1")).toAbsolutePath();

  private static CellOracle oracle;

  @BeforeAll
  static void computeASecondTime() throws Exception {
    SampleLake lake = SampleLake.get();
    SampleLake.delete(FOLDER);
    ThinnedSample.writeReference(FOLDER);
    Path reference = FOLDER.resolve("reference");
    Catalog catalog = CatalogReader.read(reference);
    Path thinned = FOLDER.resolve("thinned");
    ThinnedSample.observations(lake.table(ObservationTable.DEFINITION))
        .write()
        .parquet(thinned.toString());
    Dataset<Row> observations = TestSession.get().read().parquet(thinned.toString());
    LocalDate asOf = lake.firstNight().asOf();
    oracle =
        CellOracle.of(
            observations,
            Aggregate.indicators(observations, catalog, asOf),
            catalog,
            reference,
            asOf,
            FOLDER.resolve("tables"));
  }

  @AfterAll
  static void close() throws SQLException {
    if (oracle != null) {
      oracle.close();
    }
  }

  @Test
  void theCellsAreTheSame() throws Exception {
    oracle.assertSameCells();
  }

  @ParameterizedTest
  @MethodSource("jindu.run.CellOracleTest#columns")
  void everyCellHasTheSame(String column) throws Exception {
    oracle.assertSame(column);
  }

  @ParameterizedTest
  @MethodSource("jindu.run.CellOracleTest#figures")
  void theSameAreBehindEveryCell(String figure) throws Exception {
    oracle.assertSameContributors(figure);
  }

  /** Otherwise the comparisons above say little. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "estimated_share_pct > 0",
        "estimated_share_pct = 100",
        "units_standing > 0",
        "units_expected > units_reported",
        "response_size_pct < response_pct",
        "response_size_pct > response_pct",
        "restated_part > 0",
        "restated_part < 0",
        "earlier_revised_part > 0",
        "earlier_revised_part < 0",
        "status = 'final'",
        "status = 'revised'",
        "status = 'preliminary'",
        "value_ytd IS NULL AND units_reported > 0",
        "previous_ytd IS NULL AND growth_base = 'reported' AND value_ytd > 0",
        "value_ytd IS NULL AND growth_base = 'stored_total' AND previous_ytd > 0"
      })
  void everyKindOfCellIsThere(String kind) throws Exception {
    assertThat(oracle.number("SELECT count(*) FROM cells WHERE " + kind)).isPositive();
  }
}
