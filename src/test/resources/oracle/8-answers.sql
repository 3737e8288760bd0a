-- Who answered (method.md section 4). Forms without a register expect nobody.

-- The register's units, and those that reported; what else counts in a cell was not expected.
CREATE TABLE expected AS
SELECT form, unit_key, year, quarter, bool_or(is_expected) AS is_expected, bool_or(reported) AS reported FROM (
  SELECT form, unit_key, year, quarter, true AS is_expected, false AS reported FROM registered_quarters
  UNION ALL
  SELECT form, unit_key, year, quarter, returned, returned
  FROM counted JOIN forms USING (form) WHERE known = 0 AND registered
  UNION ALL
  SELECT form, unit_key, year, quarter, true, true
  FROM returned JOIN forms USING (form) WHERE known = 0 AND registered)
GROUP BY ALL;

-- A unit weighs what it returned, or what stood, last year, at this year's class and rate.
CREATE TABLE sizes AS
SELECT u.indicator, u.form, u.unit_key, u.year, s.quarter,
  sum(converted(u.conversion, s.value, NULL, r.rate)) AS size
FROM unit_feeds u
JOIN settled s ON s.form = u.form AND s.unit_key = u.unit_key AND s.item = u.item AND s.year = u.year - 1
LEFT JOIN rates r ON r.division = u.division AND r.year = u.year
WHERE u.known = 0 AND u.measure = 'nominal'
GROUP BY ALL;

CREATE TABLE answers AS
SELECT indicator, township_code, sector_code, year, quarter, any_value(f.base) AS base,
  count(*) FILTER (is_expected) AS units_expected,
  percent(count(*) FILTER (reported), count(*) FILTER (is_expected)) AS response_pct,
  percent(sum(CASE WHEN reported THEN coalesce(size, 0) ELSE 0 END), sum(CASE WHEN is_expected THEN size END))
    AS response_size_pct
FROM expected
JOIN unit_cells USING (form, unit_key, year)
JOIN (SELECT DISTINCT known, form, unit_key, year, indicator, base FROM unit_feeds) f
  USING (known, form, unit_key, year, indicator)
LEFT JOIN sizes USING (indicator, form, unit_key, year, quarter)
WHERE known = 0
GROUP BY ALL;
