package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import jindu.catalog.CatalogReader;
import jindu.table.CellTable;
import jindu.table.ObservationTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the sample is the one that {@link CellOracle} computes, to the last digit. */
class CellOracleTest {

  private static final Path FOLDER =
      Path.of("target", "cell-oracle-" + System.getProperty("jindu.fork", "1")).toAbsolutePath();

  private static CellOracle oracle;

  /** The columns of table {@code indicator} that are compared. */
  static List<String> columns() {
    return List.of(
        "unit",
        "value",
        "value_ytd",
        "previous",
        "previous_ytd",
        "growth_pct",
        "growth_ytd_pct",
        "comparable_growth_ytd_pct",
        "two_year_avg_growth_pct",
        "growth_base",
        "share_pct",
        "pull_points",
        "contribution_pct",
        "restated_part",
        "units_expected",
        "units_reported",
        "units_standing",
        "response_pct",
        "response_size_pct",
        "estimated_share_pct",
        "status",
        "earlier_revised_part",
        "coefficient_of_variation_pct");
  }

  /** The figures of which contributors are compared. */
  static List<String> figures() {
    return CellTable.FIGURES.stream()
        .flatMap(figure -> Stream.of(figure, CellTable.unnamed(figure)))
        .toList();
  }

  @BeforeAll
  static void computeASecondTime() throws Exception {
    SampleLake lake = SampleLake.get();
    Path reference = lake.folder().resolve("reference");
    oracle =
        CellOracle.of(
            lake.table(ObservationTable.DEFINITION),
            lake.table(CellTable.DEFINITION),
            CatalogReader.read(reference),
            reference,
            lake.firstNight().asOf(),
            FOLDER);
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
  @MethodSource("columns")
  void everyCellHasTheSame(String column) throws Exception {
    oracle.assertSame(column);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void theSameAreBehindEveryCell(String figure) throws Exception {
    oracle.assertSameContributors(figure);
  }

  /** Otherwise what is left without the named says nothing. */
  @Test
  void someAreNamedAndSomeAreNot() throws Exception {
    assertThat(
            oracle.number(
                """
                SELECT count(*) FROM cells
                WHERE indicator = 'fixed_asset_investment'
                  AND value_ytd_unnamed_contributors BETWEEN 1 AND value_ytd_contributors - 1
                """))
        .isPositive();
  }
}
