package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import jindu.catalog.Catalog;
import jindu.catalog.CatalogReader;
import jindu.core.PrimaryRule;
import jindu.table.CellTable;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The sample's publication as a stranger reads it who has all quarters of a year and the years
 * after it: of no figure that is one respondent's secret do sums say more than that it lies within
 * a tenth (method.md section 8, Secondary). Shares no code with the choice of what is withheld.
 *
 * <p>What is known of a quarter says nothing of another: a year to date is what its quarters are,
 * and may be off by what these together may be.
 */
class SampleAttackTest {

  private static final Path FOLDER = Path.of("target", "sample-attack").toAbsolutePath();

  /** Every cell as it is, and whether no quarter of its year nor a later year shows it. */
  private static final String CELLS =
      """
      CREATE TABLE figure AS
      WITH published AS (FROM %s),
      shown_later AS (
        SELECT indicator, township_code, sector_code, year - 1 AS year
        FROM published WHERE NOT withheld AND coalesce(previous, previous_ytd) IS NOT NULL
        GROUP BY ALL)
      SELECT indicator, township_code, sector_code, year, quarter,
        cells.* EXCLUDE (indicator, township_code, sector_code, year, quarter, withheld),
        bool_and(published.withheld)
            OVER (PARTITION BY indicator, township_code, sector_code, year)
          AND shown_later.year IS NULL AS withheld
      FROM %s AS cells
        JOIN published USING (indicator, township_code, sector_code, year, quarter)
        LEFT JOIN shown_later USING (indicator, township_code, sector_code, year);
      """;

  private static DuckDb duck;
  private static Catalog catalog;
  private static Map<String, AttackedYear.Sector> sectors;

  @BeforeAll
  static void readThePublication() throws Exception {
    SampleLake lake = SampleLake.get();
    catalog = CatalogReader.read(lake.folder().resolve("reference"));
    lake.table(CellTable.DEFINITION).write().mode(SaveMode.Overwrite).parquet(FOLDER.toString());
    duck = DuckDb.open();
    duck.run(
        CELLS.formatted(
            DuckDb.parquet(lake.published().resolve("indicator").resolve("*.parquet")),
            DuckDb.parquet(FOLDER.resolve("**").resolve("*.parquet"))));
    sectors = sectors(lake.published().resolve("dim_sector").resolve("*.parquet"));
  }

  @AfterAll
  static void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }

  @Test
  void noSecretIsBoundedMoreCloselyThanTheRuleAllows() throws Exception {
    long secrets = 0;
    for (Map<String, Object> year : years()) {
      AttackedYear attacked = attacked(year, cell -> true);
      assertThat(attacked.exposed()).as("%s", year).isEmpty();
      secrets += attacked.secrets();
    }
    assertThat(secrets).isPositive();
  }

  /** Otherwise the attack above finds nothing whatever there is. */
  @Test
  void secretsAreFoundWhereNothingButTheyAreWithheld() throws Exception {
    for (Map<String, Object> year : years()) {
      assertThat(attacked(year, AttackedYear.Cell::isSecret).exposed()).as("%s", year).isNotEmpty();
    }
  }

  private static List<Map<String, Object>> years() throws SQLException {
    return duck.rows(
        "SELECT indicator, year FROM figure WHERE withheld AND value_contributors > 0"
            + " GROUP BY ALL ORDER BY ALL");
  }

  private static AttackedYear attacked(
      Map<String, Object> year, Predicate<AttackedYear.Cell> staysWithheld) throws SQLException {
    PrimaryRule rule = catalog.primaryRules().of((String) year.get("indicator"));
    Map<Integer, List<AttackedYear.Cell>> quarters = new TreeMap<>();
    for (Map<String, Object> row :
        duck.rows(
            "FROM figure WHERE indicator = '%s' AND year = %s ORDER BY ALL"
                .formatted(year.get("indicator"), year.get("year")))) {
      AttackedYear.Cell cell = cell(row, rule);
      quarters
          .computeIfAbsent(((Number) row.get("quarter")).intValue(), quarter -> new ArrayList<>())
          .add(staysWithheld.test(cell) ? cell : cell.opened());
    }
    AttackedYear attacked = new AttackedYear(sectors, catalog.district().code(), rule);
    quarters.forEach(attacked::add);
    return attacked;
  }

  private static AttackedYear.Cell cell(Map<String, Object> row, PrimaryRule rule) {
    return new AttackedYear.Cell(
        new AttackedYear.Place((String) row.get("township_code"), (String) row.get("sector_code")),
        (Boolean) row.get("withheld"),
        figure(row, "value", rule),
        figure(row, "value_ytd", rule));
  }

  private static AttackedYear.Figure figure(
      Map<String, Object> row, String name, PrimaryRule rule) {
    Number contributors = (Number) row.get(CellTable.contributors(name));
    return AttackedYear.Figure.of(
        rule,
        contributors == null ? 0 : contributors.longValue(),
        amount(row.get(CellTable.contributed(name))),
        amount(row.get(CellTable.largest(name))),
        amount(row.get(CellTable.second(name))));
  }

  private static BigDecimal amount(Object value) {
    return value == null ? BigDecimal.ZERO : (BigDecimal) value;
  }

  private static Map<String, AttackedYear.Sector> sectors(Path files) throws SQLException {
    Map<String, AttackedYear.Sector> sectors = new HashMap<>();
    for (Map<String, Object> row : duck.rows("FROM " + DuckDb.parquet(files))) {
      sectors.put(
          (String) row.get("sector_code"),
          new AttackedYear.Sector(
              (String) row.get("level"), (String) row.get("section"), (String) row.get("strata")));
    }
    return sectors;
  }
}
