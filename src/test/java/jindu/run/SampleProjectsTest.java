package jindu.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Projects, bridge and reconciliation of the sample, added up by an engine of its own. */
class SampleProjectsTest {

  private static final List<String> TABLES =
      List.of("indicator", "project_progress", "project_bridge", "reconciliation");

  private static DuckDb duck;

  @BeforeAll
  static void open() throws Exception {
    Path published = SampleLake.get().published();
    duck = DuckDb.open();
    for (String table : TABLES) {
      duck.run(
          "CREATE TABLE %s AS SELECT * FROM %s"
              .formatted(table, DuckDb.parquet(published.resolve(table).resolve("*.parquet"))));
    }
  }

  @AfterAll
  static void close() throws SQLException {
    if (duck != null) {
      duck.close();
    }
  }

  @Test
  void theProjectsAreThoseOfTheReport() throws Exception {
    Map<String, Object> year =
        duck.rows(
                """
                SELECT count(*) AS projects, round(sum(annual_plan) / 1e8, 0) AS plan,
                  round(sum(done_ytd) / 1e8, 1) AS done, round(sum(total_investment) / 1e8, 0) AS total
                FROM project_progress WHERE year = 2020 AND quarter = 4
                """)
            .get(0);
    assertThat(year.values())
        .extracting(value -> new BigDecimal(value.toString()).stripTrailingZeros().toPlainString())
        .containsExactly("197", "283", "302.8", "1235");
  }

  @Test
  void inEveryQuarterAndPlaceTheProjectsAddUpToTheIndicators() throws Exception {
    String sums =
        """
        SELECT i.year, i.quarter, i.township_code, i.indicator, i.value_ytd, p.figure
        FROM indicator i FULL OUTER JOIN (
          SELECT year, quarter, coalesce(township_code, '410311') AS place, indicator, figure FROM (
            SELECT year, quarter, township_code,
              sum(done_ytd) AS key_project_investment,
              sum(annual_plan) AS key_project_annual_plan,
              sum(total_investment) AS key_project_total_investment,
              count(*)::DECIMAL(38, 4) AS key_project_count
            FROM project_progress
            GROUP BY GROUPING SETS ((year, quarter, township_code), (year, quarter)))
          UNPIVOT (figure FOR indicator IN (key_project_investment, key_project_annual_plan,
            key_project_total_investment, key_project_count))) p
        ON i.year = p.year AND i.quarter = p.quarter AND i.township_code = p.place
          AND i.indicator = p.indicator
        WHERE (i.sector_code = 'ALL' AND i.indicator LIKE 'key_project%') OR i.indicator IS NULL
        """;
    assertThat(duck.number("SELECT count(*) FROM (" + sums + ")")).isGreaterThan(11 * 4 * 10L);
    assertThat(
            duck.rows(
                "SELECT * FROM (" + sums + ") WHERE value_ytd IS DISTINCT FROM figure LIMIT 5"))
        .isEmpty();
  }

  @Test
  void theBridgeAddsUpToTheDifferenceInEveryQuarter() throws Exception {
    String lines =
        """
        SELECT b.year, b.quarter, sum(b.amount) AS bridged, bool_or(b.withheld) AS closed,
          any_value(r.difference) AS difference, count(DISTINCT b.reason) AS reasons
        FROM project_bridge b LEFT JOIN reconciliation r
        ON b.year = r.year AND b.quarter = r.quarter AND r.quantity = 'key_projects_and_investment'
        GROUP BY b.year, b.quarter
        """;
    assertThat(duck.number("SELECT count(*) FROM (" + lines + ") WHERE NOT closed"))
        .isGreaterThanOrEqualTo(8);
    assertThat(
            duck.rows(
                "SELECT * FROM ("
                    + lines
                    + ") WHERE NOT closed AND bridged IS DISTINCT FROM difference"))
        .isEmpty();
    assertThat(
            duck.number(
                "SELECT reasons FROM ("
                    + lines
                    + ") WHERE year = 2020 AND quarter = 4 AND NOT closed"))
        .isEqualTo(6);
  }

  /** What a project returned to the statistics is in no line of its own. */
  @Test
  void noLineOfAProjectIsAgainstItsReturn() throws Exception {
    assertThat(
            duck.rows(
                """
                SELECT * FROM project_bridge
                WHERE (reason IN ('other', 'not_on_ledger')) <> (project_code = 'ALL')
                """))
        .isEmpty();
  }

  @Test
  void theContradictionsOfTheReportComeOut() throws Exception {
    assertComparison("imports_and_exports", 2020, "same", 33e8, 30e8);
    assertComparison("villages_with_sewage_network", 2020, "same", 33, 31);
    assertComparison("sewage_network_length", 2020, "same", 166, 166);
    assertComparison("demolished_area", 2020, "parts", 4_156_100, 4_200_000);
    assertComparison("villages_greened", 2020, "same", 31, 31);
    assertComparison("key_projects_and_investment", 2020, "subset", 302.8164e8, 204.1873e8);
    assertThat(reason("key_projects_and_investment", 2020)).contains("未入库", "统计有而台账无");
  }

  @Test
  void theFiguresPublishedFor2019StandBesideTheBackCast() throws Exception {
    assertComparison("grp_published_2019", 2019, "same", 201e8, null);
    assertComparison("investment_published_2019", 2019, "same", 183.5e8, null);
    assertComparison("grp_growth_published_2019", 2019, "same", 8.3, 8.3);
    assertComparison("industry_growth_published_2019", 2019, "same", 8.8, 8.8);
    assertComparison("primary_share_published_2019", 2019, "same", 2.1, null);
    assertComparison("secondary_share_published_2019", 2019, "same", 33.1, null);
    assertComparison("tertiary_share_published_2019", 2019, "same", 64.8, null);
    assertThat(
            duck.rows(
                """
                SELECT * FROM reconciliation WHERE year = 2019 AND quarter = 4
                  AND quantity LIKE '%published%' AND (difference IS NULL OR reason NOT LIKE '% / %')
                """))
        .isEmpty();
  }

  /** The second value is only looked at where it is given. */
  private static void assertComparison(
      String quantity, int year, String relation, double first, Number second) throws SQLException {
    Map<String, Object> row = row(quantity, year);
    assertThat(row.get("relation")).as(quantity).isEqualTo(relation);
    assertValue(quantity, row.get("value_a"), first);
    if (second != null) {
      assertValue(quantity, row.get("value_b"), second.doubleValue());
    }
    assertThat(row.get("value_b")).as(quantity).isNotNull();
  }

  /** Rounded to one decimal, and where it is growth as it is printed. */
  private static void assertValue(String quantity, Object value, double expected) {
    assertThat(new BigDecimal(value.toString()).doubleValue())
        .as(quantity)
        .isCloseTo(expected, Offset.offset(0.05));
  }

  private static String reason(String quantity, int year) throws SQLException {
    return row(quantity, year).get("reason").toString();
  }

  private static Map<String, Object> row(String quantity, int year) throws SQLException {
    List<Map<String, Object>> rows =
        duck.rows(
            "SELECT * FROM reconciliation WHERE quantity = '%s' AND year = %d AND quarter = 4"
                .formatted(quantity, year));
    assertThat(rows).as(quantity).hasSize(1);
    return rows.get(0);
  }
}
