package jindu.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.rand;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jindu.TestSession;
import jindu.aggregate.Aggregate;
import jindu.catalog.CatalogReader;
import jindu.core.Indicator;
import jindu.table.CellTable;
import jindu.table.ColumnDefinition;
import jindu.table.IndicatorTable;
import jindu.table.ObservationTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The identities of method.md sections 3, 5, 6 and 8, for every cell of the sample, to the last
 * digit.
 *
 * <p>A law is a query of comparisons, one row each, with what is {@code expected} and what was
 * {@code found}; the rows where they differ are its violations.
 */
class SampleLawsTest {

  private static final Path FOLDER = Path.of("target", "sample-laws").toAbsolutePath();
  private static final Path CELLS = FOLDER.resolve("cells");
  private static final long SEED = 20201231;
  private static final int SHOWN = 10;
  private static final String DIFFERS = "found IS DISTINCT FROM expected";

  private static DuckDb duck;

  @BeforeAll
  static void readTheInternalTable() throws Exception {
    SampleLake lake = SampleLake.get();
    SampleLake.delete(FOLDER);
    write(lake.table(CellTable.DEFINITION), CELLS);
    duck = DuckDb.open();
    duck.run(
        LawSql.TABLES.formatted(
            DuckDb.parquet(CELLS.resolve("*.parquet")),
            lake.folder().resolve("reference"),
            lake.published()));
  }

  @AfterAll
  static void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"value", "value_ytd", "previous", "previous_ytd"})
  void placesAddUpToTheDistrict(String amount) throws Exception {
    holds(
        LawSql.sums(amount, "indicator, sector_code", "place = 'district'", "place <> 'district'")
            .formatted("lowest_place = 'township'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"value", "value_ytd", "previous", "previous_ytd"})
  void sectionsAddUpToAll(String amount) throws Exception {
    holds(
        LawSql.sums(amount, "indicator, township_code", "sector_code = 'ALL'", "level = 'section'")
            .formatted("sector_detail <> 'none'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"value", "value_ytd", "previous", "previous_ytd"})
  void theThreeIndustriesAddUpToAll(String amount) throws Exception {
    holds(
        LawSql.sums(amount, "indicator, township_code", "sector_code = 'ALL'", "level = 'strata'")
            .formatted("sector_detail <> 'none'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"value", "value_ytd", "previous", "previous_ytd"})
  void divisionsAddUpToTheirSection(String amount) throws Exception {
    holds(
        LawSql.sums(
                amount,
                "indicator, township_code, section",
                "level = 'section'",
                "level = 'division'")
            .formatted("sector_detail = 'division' AND level IN ('section', 'division')"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"value", "value_ytd", "previous", "previous_ytd"})
  void divisionsAddUpToTheirIndustryOfTheThree(String amount) throws Exception {
    holds(
        LawSql.sums(
                amount,
                "indicator, township_code, strata",
                "level = 'strata'",
                "level = 'division'")
            .formatted("sector_detail = 'division' AND level IN ('strata', 'division')"));
  }

  @Test
  void anIndicatorHasNoRowBelowItsLowestPlaceAndItsFinestSector() throws Exception {
    assertThat(duck.rows(LawSql.BELOW_THE_CATALOG)).isEmpty();
    assertThat(duck.number("SELECT count(*) FROM additive WHERE lowest_place = 'district'"))
        .isPositive();
    assertThat(duck.number("SELECT count(*) FROM additive WHERE sector_detail = 'none'"))
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource({"value, value_ytd", "previous, previous_ytd"})
  void theQuartersOfAFlowAddUpToTheYearToDateAtEveryQuarter(String own, String cumulative)
      throws Exception {
    holds(LawSql.quarters(own, cumulative));
  }

  @ParameterizedTest
  @CsvSource({"value, value_ytd", "previous, previous_ytd"})
  void theQuarterOfAStockIsItsYearToDate(String own, String cumulative) throws Exception {
    holds(
        """
        SELECT indicator, township_code, sector_code, year, quarter, %s AS expected, %s AS found
        FROM additive WHERE kind = 'stock'
        """
            .formatted(cumulative, own));
  }

  @ParameterizedTest
  @CsvSource({
    "places, sector_code = 'ALL' AND place <> 'district'",
    "sections, place = 'district' AND level = 'section'",
    "three industries, place = 'district' AND level = 'strata'",
    "divisions, place = 'district' AND level = 'division' AND sector_detail = 'division'",
    "sections of places, place <> 'district' AND level = 'section'",
    "the district, place = 'district' AND sector_code = 'ALL'"
  })
  void pullsAddUpToTheGrowthOfTheTotal(String name, String isPart) throws Exception {
    String pulls = LawSql.PULLS.formatted(isPart);
    assertThat(compared(pulls)).as(name).isPositive();
    assertThat(
            violations(
                pulls, "coalesce(abs(found - expected) > 0.00005 * parts, %s)".formatted(DIFFERS)))
        .as(name)
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "growth_pct, value, previous",
    "growth_ytd_pct, value_ytd, previous_ytd",
    "comparable_growth_ytd_pct, comparable_ytd, comparable_previous_ytd"
  })
  void thereIsNoGrowthWithoutAPositiveBaseAndTheNearestOneWithIt(
      String growth, String amount, String base) throws Exception {
    holds(
        """
        SELECT indicator, township_code, sector_code, year, quarter, %3$s AS base,
          0 AS expected, count(%1$s) AS found
        FROM cells WHERE %3$s <= 0 OR %3$s IS NULL GROUP BY ALL
        """
            .formatted(growth, amount, base));
    assertThat(duck.number("SELECT count(*) FROM cells WHERE previous <= 0 OR previous_ytd <= 0"))
        .as("bases that are there and not positive")
        .isPositive();
    // Multiplied out, so that nothing is rounded: growth is within half a digit of the quotient.
    String rounded =
        """
        SELECT indicator, township_code, sector_code, year, quarter, %1$s AS found,
          100 * (%2$s - %3$s) AS expected, %3$s AS base
        FROM cells JOIN indicators USING (indicator)
        WHERE %3$s > 0 AND %2$s IS NOT NULL AND kind IN ('flow', 'stock', 'mean')
          AND abs(100 * (%2$s - %3$s)) < 99999999 * %3$s
        """
            .formatted(growth, amount, base);
    assertThat(compared(rounded)).isPositive();
    assertThat(violations(rounded, "coalesce(abs(found * base - expected) > 0.00005 * base, true)"))
        .isEmpty();
  }

  /** But for what may stay inside though the cell leaves: there it is the cell's, or nothing. */
  @Test
  void anOpenPublishedRowIsTheInternalCell() throws Exception {
    Set<String> ofTheirOwn =
        Set.of(
            IndicatorTable.RESTATED_PART,
            IndicatorTable.EARLIER_REVISED_PART,
            IndicatorTable.RESPONSE_SIZE_PCT,
            IndicatorTable.ESTIMATED_SHARE_PCT,
            IndicatorTable.COMPARABLE_GROWTH_YTD_PCT);
    Set<String> onHeadlineBasis =
        Set.of(
            IndicatorTable.TWO_YEAR_AVG_GROWTH_PCT,
            IndicatorTable.SHARE_PCT,
            IndicatorTable.PULL_POINTS,
            IndicatorTable.CONTRIBUTION_PCT);
    String comparable =
        CatalogReader.read(Path.of("data-lake", "reference")).indicators().values().stream()
            .filter(Indicator::comparable)
            .map(indicator -> "'" + indicator.code() + "'")
            .collect(Collectors.joining(", "));
    List<String> columns =
        IndicatorTable.DEFINITION.columns().stream().map(ColumnDefinition::name).toList();
    String expected =
        columns.stream()
            .map(
                column ->
                    ofTheirOwn.contains(column)
                        ? "CASE WHEN told.%1$s IS NOT NULL THEN cells.%1$s END".formatted(column)
                        : onHeadlineBasis.contains(column)
                            ? "CASE WHEN told.%1$s IS NOT NULL OR indicator NOT IN (%2$s) THEN cells.%1$s END"
                                .formatted(column, comparable)
                            : "cells." + column)
            .collect(Collectors.joining(", "));
    assertThat(
            duck.rows(
                """
                SELECT %s FROM published_indicator WHERE NOT withheld
                EXCEPT ALL
                SELECT %s FROM cells JOIN published_indicator AS told USING (%s)
                LIMIT %d
                """
                    .formatted(
                        String.join(", ", columns),
                        expected,
                        String.join(", ", IndicatorTable.DEFINITION.key()),
                        SHOWN)))
        .isEmpty();
    assertThat(
            duck.number(
                "SELECT count(*) FROM published_indicator ANTI JOIN cells USING (%s)"
                    .formatted(String.join(", ", IndicatorTable.DEFINITION.key()))))
        .isZero();
  }

  @Test
  void theOrderAndThePartitionsOfTheObservationsChangeNothing() throws Exception {
    SampleLake lake = SampleLake.get();
    SparkSession spark = TestSession.get();
    Path shuffled = FOLDER.resolve("shuffled-observations");
    // Written down, because a plan may skip a sort that nothing after it needs.
    lake.table(ObservationTable.DEFINITION)
        .withColumn("chance", rand(SEED))
        .repartition(7, col("chance"))
        .sortWithinPartitions("chance")
        .drop("chance")
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(shuffled.toString());
    Path again = FOLDER.resolve("cells-again");
    String partitions = spark.conf().get("spark.sql.shuffle.partitions");
    spark.conf().set("spark.sql.shuffle.partitions", "3");
    try {
      write(
          Aggregate.indicators(
              spark.read().parquet(shuffled.toString()),
              CatalogReader.read(lake.folder().resolve("reference")),
              lake.firstNight().asOf()),
          again);
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", partitions);
    }
    String other = DuckDb.parquet(again.resolve("*.parquet"));
    assertThat(duck.rows("FROM cells EXCEPT ALL FROM " + other + " LIMIT " + SHOWN))
        .as("seed " + SEED)
        .isEmpty();
    assertThat(duck.rows("FROM " + other + " EXCEPT ALL FROM cells LIMIT " + SHOWN))
        .as("seed " + SEED)
        .isEmpty();
    assertThat(duck.number("SELECT count(*) FROM " + other)).isPositive();
  }

  private static void holds(String comparisons) throws SQLException {
    assertThat(compared(comparisons)).as("comparisons").isPositive();
    assertThat(violations(comparisons, DIFFERS)).isEmpty();
  }

  /** Comparisons that compare something. */
  private static long compared(String comparisons) throws SQLException {
    return duck.number(
        "SELECT count(*) FROM (%s) WHERE expected IS NOT NULL OR found IS NOT NULL"
            .formatted(comparisons));
  }

  private static List<?> violations(String comparisons, String isViolation) throws SQLException {
    return duck.rows(
        "SELECT * FROM (%s) WHERE %s ORDER BY ALL LIMIT %d"
            .formatted(comparisons, isViolation, SHOWN));
  }

  private static void write(Dataset<Row> rows, Path folder) {
    rows.coalesce(1).write().mode(SaveMode.Overwrite).parquet(folder.toString());
  }
}
