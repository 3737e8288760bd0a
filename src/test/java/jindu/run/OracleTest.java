package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jindu.table.CellTable;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An independent reader finds the same headline figures in the delivered files, to the last digit:
 * DuckDB, with the SQL of {@link OracleSql}, at every place and quarter.
 */
class OracleTest {

  private static final List<String> JUDGED = List.of("410311 2020-Q4", "410311 2021-Q3");

  private static DuckDb duck;

  /** A figure of a place and quarter, year to date; growth on the headline's basis. */
  private record Figure(BigDecimal value, BigDecimal previous, BigDecimal growth) {}

  @BeforeAll
  static void readWhatWasDelivered() throws Exception {
    Path lake = SampleLake.get().folder();
    Path copies = Path.of("target", "oracle").toAbsolutePath();
    SampleLake.delete(copies);
    duck = DuckDb.open();
    duck.run(OracleSql.MACROS);
    reference("places", lake.resolve("reference/townships.csv"), "kind <> 'district'");
    reference("sectors", lake.resolve("reference/sectors.csv"), "true");
    DeliveredFiles files = new DeliveredFiles(lake.resolve("inbox"), copies);
    files.load(duck, "MLK", "delivered_register", "统一社会信用代码", "项目代码", "止报期");
    files.load(duck, "F203", "delivered_services", OracleSql.SERVICES_HEADERS);
    files.load(duck, "206-1", "delivered_projects", OracleSql.PROJECT_HEADERS);
    files.load(duck, "CZ-1", "delivered_budget", OracleSql.BUDGET_HEADERS);
    files.load(duck, "HS-1", "delivered_accounts", OracleSql.ACCOUNT_HEADERS);
    duck.run(OracleSql.REGISTER);
  }

  @AfterAll
  static void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }

  @Test
  void revenueOfServicesIsTheSumOfTheReturnsInForce() throws Exception {
    assertSame("services_revenue", "growth_ytd_pct", figures(OracleSql.SERVICES_REVENUE));
  }

  @Test
  void investmentGrowsOnTheTotalStoredForTheYearBefore() throws Exception {
    assertSame(
        "fixed_asset_investment", "growth_ytd_pct", figures(OracleSql.FIXED_ASSET_INVESTMENT));
  }

  @Test
  void budgetRevenueGrowsOnTheTotalStoredForTheYearBefore() throws Exception {
    assertSame("budget_revenue", "growth_ytd_pct", figures(OracleSql.BUDGET_REVENUE));
  }

  @Test
  void theShareOfTaxIsTheRatioOfTheSumsOfItsPlace() throws Exception {
    Map<String, Figure> shares = new TreeMap<>();
    for (Map<String, Object> row : duck.rows(OracleSql.BUDGET_REVENUE)) {
      BigDecimal share = percent(amount(row, "tax"), amount(row, "value"));
      BigDecimal previous = percent(amount(row, "tax_previous"), amount(row, "previous"));
      shares.put(key(row), new Figure(share, previous, null));
    }
    assertSame("tax_share", "growth_ytd_pct", shares);
  }

  @Test
  void theGrossProductGrowsAtConstantPrices() throws Exception {
    Map<String, Figure> figures = new TreeMap<>();
    for (Map<String, Object> row : duck.rows(OracleSql.GRP)) {
      BigDecimal growth = growth(amount(row, "constant_value"), amount(row, "constant_previous"));
      figures.put(key(row), new Figure(amount(row, "value"), amount(row, "previous"), growth));
    }
    assertSame("grp", "comparable_growth_ytd_pct", figures);
  }

  @Test
  void theRegisterAndEveryFileOfTheFormsAreRead() throws Exception {
    DeliveredFiles files =
        new DeliveredFiles(SampleLake.get().folder().resolve("inbox"), Path.of("target"));
    Map<String, String> tables =
        Map.of(
            "MLK", "delivered_register",
            "F203", "delivered_services",
            "206-1", "delivered_projects",
            "CZ-1", "delivered_budget",
            "HS-1", "delivered_accounts");
    for (Map.Entry<String, String> table : tables.entrySet()) {
      long expected =
          SampleLake.get().firstNight().files().stream()
              .filter(file -> file.path().startsWith(table.getKey() + "/"))
              .mapToLong(FileAccount::rowsRead)
              .sum();
      assertThat(duck.number("SELECT count(*) FROM " + table.getValue()))
          .as(table.getKey())
          .isEqualTo(expected)
          .isPositive();
      assertThat(duck.number("SELECT count(DISTINCT path) FROM " + table.getValue()))
          .as(table.getKey())
          .isEqualTo(files.files(table.getKey()).size());
    }
  }

  /** The internal cells, what is published of them, and the headline say what the oracle says. */
  private static void assertSame(String indicator, String growth, Map<String, Figure> oracle)
      throws Exception {
    assertThat(oracle).containsKeys(JUDGED.toArray(String[]::new));
    assertThat(internal(indicator, growth))
        .as("cells of " + indicator)
        .containsExactlyInAnyOrderEntriesOf(oracle);
    Map<String, Figure> published = published(indicator, growth);
    assertThat(published).as("published " + indicator).containsKeys(JUDGED.toArray(String[]::new));
    assertThat(oracle.entrySet()).containsAll(published.entrySet());
    for (String key : JUDGED) {
      assertHeadline(indicator, key, oracle.get(key));
    }
  }

  private static Map<String, Figure> internal(String indicator, String growth) throws Exception {
    Map<String, Figure> figures = new TreeMap<>();
    for (Row row :
        SampleLake.get()
            .table(CellTable.DEFINITION)
            .where("indicator = '" + indicator + "' AND sector_code = 'ALL'")
            .where("value_ytd IS NOT NULL")
            .collectAsList()) {
      figures.put(
          "%s %d-Q%d"
              .formatted(
                  row.<String>getAs("township_code"),
                  row.<Integer>getAs("year"),
                  row.<Integer>getAs("quarter")),
          new Figure(row.getAs("value_ytd"), row.getAs("previous_ytd"), row.getAs(growth)));
    }
    return figures;
  }

  private static Map<String, Figure> published(String indicator, String growth) throws Exception {
    Map<String, Figure> figures = new TreeMap<>();
    String query =
        """
        SELECT township_code AS place, year, quarter, value_ytd AS value,
          previous_ytd AS previous, %s AS growth
        FROM %s
        WHERE indicator = '%s' AND sector_code = 'ALL' AND NOT withheld
        """
            .formatted(growth, table("indicator"), indicator);
    for (Map<String, Object> row : duck.rows(query)) {
      figures.put(
          key(row),
          new Figure(amount(row, "value"), amount(row, "previous"), amount(row, "growth")));
    }
    return figures;
  }

  private static void assertHeadline(String indicator, String key, Figure figure) throws Exception {
    String query =
        """
        SELECT display_value, display_factor, display_decimals, growth_pct
        FROM %s AS headline JOIN %s AS dimension USING (indicator)
        WHERE indicator = '%s' AND year || '-Q' || quarter = '%s'
        """
            .formatted(table("headline"), table("dim_indicator"), indicator, key.split(" ", 2)[1]);
    List<Map<String, Object>> rows = duck.rows(query);
    assertThat(rows).as("headline " + indicator + " " + key).hasSize(1);
    Map<String, Object> row = rows.get(0);
    BigDecimal displayed =
        figure
            .value()
            .divide(
                amount(row, "display_factor"),
                ((Number) row.get("display_decimals")).intValue(),
                RoundingMode.HALF_UP);
    assertThat(amount(row, "display_value")).as(indicator).isEqualByComparingTo(displayed);
    assertThat(amount(row, "growth_pct")).as(indicator).isEqualTo(figure.growth());
  }

  private static Map<String, Figure> figures(String sql) throws SQLException {
    Map<String, Figure> figures = new TreeMap<>();
    for (Map<String, Object> row : duck.rows(sql)) {
      BigDecimal value = amount(row, "value");
      BigDecimal previous = amount(row, "previous");
      figures.put(key(row), new Figure(value, previous, growth(value, previous)));
    }
    return figures;
  }

  /** Null, never infinite and never 0, when the base is absent or not positive. */
  private static BigDecimal growth(BigDecimal value, BigDecimal base) {
    return base == null ? null : percent(value.subtract(base), base);
  }

  /** In percent, rounded once, half up, to 4 decimals. */
  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole == null || whole.signum() <= 0
        ? null
        : part.movePointRight(2).divide(whole, 4, RoundingMode.HALF_UP);
  }

  private static void reference(String name, Path file, String condition) throws SQLException {
    duck.run(
        "CREATE TABLE %s AS SELECT * FROM read_csv('%s', comment = '#', header = true, all_varchar = true) WHERE %s"
            .formatted(name, file, condition));
  }

  private static String table(String name) throws Exception {
    return DuckDb.parquet(SampleLake.get().published().resolve(name).resolve("*.parquet"));
  }

  private static String key(Map<String, Object> row) {
    return "%s %s-Q%s".formatted(row.get("place"), row.get("year"), row.get("quarter"));
  }

  private static BigDecimal amount(Map<String, Object> row, String column) {
    return (BigDecimal) row.get(column);
  }
}
