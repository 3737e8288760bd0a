package jindu.run;

/** The identities of method.md as queries over the internal table. */
final class LawSql {

  /**
   * The tables of the laws, from the cells, {@code reference/} and the publication in force.
   *
   * <p>{@code additive} has the cells of flows and stocks in the places of the district, with what
   * the place and the sector are: {@code place} (district, township, remainder), {@code level}
   * (all, strata, section, division), and the section and the one of the three industries (2018
   * rule: divisions 05, 11 and 43 belong to P3) that the sector lies in.
   */
  static final String TABLES =
      """
      CREATE TABLE cells AS FROM %1$s;

      CREATE TABLE indicators AS
        SELECT code AS indicator, kind, lowest_place, sector_detail, comparable = 'true' AS comparable
        FROM read_csv('%2$s/indicators.csv', comment = '#', header = true, all_varchar = true);

      CREATE TABLE places AS
        SELECT code AS township_code, kind AS place
        FROM read_csv('%2$s/townships.csv', comment = '#', header = true, all_varchar = true);

      CREATE TABLE sector_levels AS
        SELECT code AS sector_code, level,
          CASE level WHEN 'section' THEN code ELSE parent END AS section,
          CASE WHEN level = 'section' THEN NULL
            WHEN code IN ('05', '11', '43') THEN 'P3'
            WHEN parent = 'A' THEN 'P1'
            WHEN parent IN ('B', 'C', 'D', 'E') THEN 'P2'
            ELSE 'P3' END AS strata
        FROM read_csv('%2$s/sectors.csv', comment = '#', header = true, all_varchar = true)
        WHERE level IN ('section', 'division')
        UNION ALL VALUES ('ALL', 'all', NULL, NULL), ('P1', 'strata', NULL, 'P1'),
          ('P2', 'strata', NULL, 'P2'), ('P3', 'strata', NULL, 'P3');

      CREATE TABLE additive AS
        FROM cells
        JOIN indicators USING (indicator)
        JOIN places USING (township_code)
        LEFT JOIN sector_levels USING (sector_code)
        WHERE kind IN ('flow', 'stock');

      CREATE TABLE published_indicator AS FROM read_parquet('%3$s/indicator/*.parquet');
      CREATE TABLE published_plan_progress AS FROM read_parquet('%3$s/plan_progress/*.parquet');
      CREATE TABLE published_headline AS FROM read_parquet('%3$s/headline/*.parquet');
      """;

  /** Cells where the catalog gives the indicator none. */
  static final String BELOW_THE_CATALOG =
      """
      SELECT indicator, township_code, sector_code, year, quarter FROM additive
      WHERE lowest_place = 'district' AND place <> 'district'
        OR level IS NULL
        OR sector_detail = 'none' AND level <> 'all'
        OR sector_detail = 'section' AND level = 'division'
      LIMIT 10
      """;

  /**
   * The pulls of the parts that {@code %s} names, and the total's growth on the headline's basis.
   */
  static final String PULLS =
      """
      WITH parts AS (
        SELECT indicator, year, quarter, sum(pull_points) AS found, count(pull_points) AS parts
        FROM additive WHERE %s GROUP BY ALL),
      total AS (
        SELECT indicator, year, quarter,
          CASE WHEN comparable THEN comparable_growth_ytd_pct ELSE growth_ytd_pct END AS expected
        FROM additive WHERE place = 'district' AND level = 'all')
      SELECT indicator, year, quarter, expected, found, parts FROM total JOIN parts
        USING (indicator, year, quarter)
      """;

  private LawSql() {}

  /**
   * The sum of the parts against the whole, at every {@code key} and quarter; a whole without parts
   * and parts without a whole are compared with nothing. {@code %s} is left for the condition on
   * the indicator.
   */
  static String sums(String amount, String key, String isWhole, String isPart) {
    return """
        SELECT * FROM (
          SELECT %2$s, year, quarter, %1$s AS expected FROM additive WHERE %3$s AND (%%1$s))
        FULL JOIN (
          SELECT %2$s, year, quarter, sum(%1$s) AS found FROM additive WHERE %4$s AND (%%1$s)
          GROUP BY ALL)
        USING (%2$s, year, quarter)
        """
        .formatted(amount, key, isWhole, isPart);
  }

  /** The quarters of a flow up to each quarter against its year-to-date. */
  static String quarters(String own, String cumulative) {
    return """
        SELECT indicator, township_code, sector_code, year, quarter, %2$s AS expected,
          sum(%1$s) OVER (PARTITION BY indicator, township_code, sector_code, year
            ORDER BY quarter) AS found
        FROM additive WHERE kind = 'flow'
        """
        .formatted(own, cumulative);
  }
}
