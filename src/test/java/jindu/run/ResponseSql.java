package jindu.run;

/** Who answered, counted again from method.md section 4 and contracts.md section 5. */
final class ResponseSql {

  /**
   * The forms of the catalog that are due: due days, whether the register says who is expected,
   * whether they are administrative, and the first item that feeds an indicator.
   *
   * <p>Which of them ask for estimates. Which indicators that item feeds, and the places where one
   * of them is withheld. Then the accepted values and the refused rows, from the Parquet files
   * named.
   */
  static final String TABLES =
      """
      CREATE TABLE forms AS FROM (VALUES
        ('206-1', 18, true, false, 'investment'), ('206-2', 18, true, false, 'investment'),
        ('B204-1', 18, true, false, 'gross_output'), ('C204-1', 10, true, false, 'output'),
        ('E204-1', 18, true, false, 'sales'), ('F203', 18, true, false, 'revenue'),
        ('S204-1', 18, true, false, 'meals'), ('X204-1', 18, true, false, 'investment'),
        ('CZ-1', 10, false, true, NULL), ('GZ-1', 20, false, true, NULL),
        ('HS-1', 25, false, true, NULL), ('XE-1', 20, false, true, NULL),
        ('ZD-1', 15, false, true, NULL), ('JM-1', 20, false, false, NULL)
      ) AS forms (form, due_days, registered, administrative, size_item);

      CREATE TABLE estimating AS FROM (VALUES ('B204-1'), ('E204-1'), ('F203'), ('S204-1'))
        AS estimating (form);

      CREATE TABLE closed AS
        SELECT DISTINCT form, township_code, year, quarter
        FROM (VALUES
            ('206-1', 'fixed_asset_investment'), ('206-2', 'fixed_asset_investment'),
            ('X204-1', 'fixed_asset_investment'), ('B204-1', 'industrial_output'),
            ('B204-1', 'industrial_value_added'), ('C204-1', 'construction_output'),
            ('E204-1', 'sales'), ('F203', 'services_revenue'), ('S204-1', 'retail_sales'),
            ('JM-1', 'disposable_income')) AS fed (form, indicator)
          JOIN %4$s USING (indicator)
        WHERE sector_code = 'ALL' AND withheld;

      CREATE TABLE accepted AS FROM %1$s;

      CREATE TABLE refused AS FROM %2$s;

      CREATE TABLE places AS
        SELECT code AS township_code
        FROM read_csv('%3$s/townships.csv', comment = '#', header = true, all_varchar = true)
        WHERE kind <> 'district';
      """;

  /** Every row that is to be published on the day {@code %s}, by place and for the district. */
  static final String QUALITY =
      """
      WITH last_quarters AS (
        SELECT form, year, max(quarter) AS last_quarter
        FROM accepted SEMI JOIN forms USING (form) WHERE in_force GROUP BY ALL),
      quarters AS (
        SELECT form, year, unnest(range(1, last_quarter + 1))::INTEGER AS quarter
        FROM last_quarters),
      returns AS (
        SELECT form, unit_key, year, quarter, period,
          last_day((period || '-01')::DATE) + due_days::INTEGER AS due_day,
          min(received_date) FILTER (has_amount) AS first_received,
          max(township_code) FILTER (in_force) AS township_code,
          bool_or(in_force AND flagged) AS flagged,
          bool_or(in_force AND flagged AND explained) AS explained,
          max(value) FILTER (in_force AND item = size_item) AS size
        FROM accepted JOIN forms USING (form) GROUP BY ALL HAVING bool_or(in_force)),
      answers AS (
        SELECT form, unit_key, year, quarter,
          arg_max(first_received <= due_day, period) AS on_time,
          count(*) FILTER (flagged) AS flagged,
          count(*) FILTER (explained) AS explained
        FROM returns GROUP BY ALL),
      entries AS (
        SELECT reported_form AS form, split_part(unit_key, '|', 1) AS unit_key, since,
          coalesce(until, '9999-12') AS until, township_code, vintage_order
        FROM accepted JOIN forms ON reported_form = forms.form
        WHERE accepted.form = 'MLK' AND in_force AND registered),
      expected AS (
        SELECT DISTINCT form, unit_key, year, quarter
        FROM quarters JOIN entries USING (form)
        WHERE since <= year || '-' || lpad((3 * quarter)::VARCHAR, 2, '0')
          AND until >= year || '-' || lpad((3 * quarter)::VARCHAR, 2, '0')),
      units AS (
        SELECT form, unit_key, year, quarter, on_time IS NOT NULL AS reported,
          coalesce(on_time, false) AS on_time, coalesce(flagged, 0) AS flagged,
          coalesce(explained, 0) AS explained
        FROM expected FULL JOIN answers USING (form, unit_key, year, quarter)),
      last_places AS (
        SELECT form, unit_key, year, arg_max(township_code, period) AS township_code
        FROM returns GROUP BY ALL),
      registered_places AS (
        SELECT form, unit_key, year,
          arg_max(township_code, (since, vintage_order)) AS township_code
        FROM entries JOIN last_quarters USING (form)
        WHERE since <= year || '-12' AND until >= year || '-01' AND since <= until
        GROUP BY ALL),
      sizes AS (
        SELECT form, unit_key, year, quarter, arg_max(size, period) AS size
        FROM returns WHERE size IS NOT NULL GROUP BY ALL),
      estimated AS (
        SELECT DISTINCT form, unit_key, year, quarter
        FROM last_quarters SEMI JOIN estimating USING (form)
          JOIN entries USING (form), range(1, 5) AS quarters (quarter)
        WHERE since <= year || '-' || lpad((3 * quarter)::VARCHAR, 2, '0')
          AND until >= year || '-' || lpad((3 * quarter)::VARCHAR, 2, '0')
          AND (form, unit_key, year, quarter) NOT IN
            (SELECT (form, unit_key, year, quarter) FROM sizes)),
      settled AS (
        SELECT units.form, units.unit_key, units.year, units.quarter,
          arg_max(size, sizes.quarter) AS weight, max(sizes.quarter) AS returned
        FROM units JOIN sizes ON sizes.form = units.form AND sizes.unit_key = units.unit_key
          AND sizes.year = units.year - 1 AND sizes.quarter <= units.quarter
        GROUP BY ALL),
      weights AS (
        SELECT form, unit_key, year, quarter, weight FROM settled
        WHERE NOT EXISTS (FROM estimated WHERE estimated.form = settled.form
          AND estimated.unit_key = settled.unit_key AND estimated.year = settled.year - 1
          AND estimated.quarter > returned AND estimated.quarter <= settled.quarter)),
      counted AS (
        SELECT form, year, quarter,
          coalesce(last_places.township_code, registered_places.township_code) AS township_code,
          1 AS expected, reported::INTEGER AS reported, on_time::INTEGER AS on_time,
          flagged, explained, 0 AS quarantined, coalesce(weight, 0) AS weight
        FROM units
          LEFT JOIN last_places USING (form, unit_key, year)
          LEFT JOIN registered_places USING (form, unit_key, year)
          LEFT JOIN weights USING (form, unit_key, year, quarter)
        UNION ALL BY NAME
        SELECT quarters.form, year, quarter, left(township, 9) AS township_code, 0 AS expected,
          0 AS reported, 0 AS on_time, 0 AS flagged, 0 AS explained, 1 AS quarantined, 0 AS weight
        FROM refused
          JOIN quarters ON refused.form = quarters.form
            AND refused.period BETWEEN year || '-' || lpad((3 * quarter - 2)::VARCHAR, 2, '0')
              AND year || '-' || lpad((3 * quarter)::VARCHAR, 2, '0')),
      placed AS (
        SELECT * FROM counted SEMI JOIN places USING (township_code)
        UNION ALL
        SELECT * REPLACE ('410311' AS township_code) FROM counted),
      sums AS (
        SELECT form, township_code, year, quarter, sum(expected)::BIGINT AS expected,
          sum(reported)::BIGINT AS reported, sum(on_time)::BIGINT AS on_time,
          sum(quarantined)::BIGINT AS quarantined, sum(flagged)::BIGINT AS flagged,
          sum(explained)::BIGINT AS explained,
          (sum(weight) * 10000)::HUGEINT AS expected_size,
          (coalesce(sum(weight) FILTER (reported = 1), 0) * 10000)::HUGEINT AS reported_size
        FROM placed GROUP BY ALL)
      SELECT form, township_code, year, quarter,
        CASE WHEN registered THEN expected END AS expected, reported, on_time,
        reported - on_time AS late,
        CASE WHEN registered AND expected > 0
          THEN ((2 * reported * 1000000 + expected) // (2 * expected))::DECIMAL(18, 0) * 0.0001
          END::DECIMAL(12, 4) AS response_pct,
        CASE WHEN registered AND expected_size > 0 AND NOT withheld
          THEN ((2 * reported_size * 1000000 + expected_size)
            // (2 * expected_size))::DECIMAL(18, 0) * 0.0001
          END::DECIMAL(12, 4) AS response_size_pct,
        quarantined, flagged, explained, withheld
      FROM (
        SELECT *, NOT administrative AND (shut
          OR bool_or(shut AND township_code = '410311') OVER same
          OR township_code <> '410311' AND coalesce(kept_reported IN (1, 2)
            OR registered AND kept_expected - kept_reported IN (1, 2), false)) AS withheld
        FROM (
          SELECT *, sum(reported) FILTER (shut AND township_code <> '410311') OVER same
              AS kept_reported,
            sum(expected) FILTER (shut AND township_code <> '410311') OVER same AS kept_expected
          FROM (
            SELECT *, reported IN (1, 2)
              OR registered AND (expected IN (1, 2) OR expected - reported IN (1, 2))
              OR (form, township_code, year, quarter) IN (FROM closed) AS shut
            FROM sums JOIN forms USING (form))
          WINDOW same AS (PARTITION BY form, year, quarter))
        WINDOW same AS (PARTITION BY form, year, quarter))
      WHERE last_day(make_date(year, 3 * quarter, 1)) + due_days::INTEGER <= DATE '%s'
      """;

  private ResponseSql() {}
}
