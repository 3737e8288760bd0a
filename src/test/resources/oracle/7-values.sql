-- Value and same period of every kind of indicator (method.md sections 3 and 6).

-- Base stored_total: what counted last year, finished units included, × the factor (可比基数).
CREATE TABLE stored_bases AS
WITH factors AS (
  SELECT indicator, year::INTEGER AS year, factor::DECIMAL(18,6) AS factor FROM base_adjustments)
SELECT u.known, u.indicator, township_code, sector_code, u.year + 1 AS year, u.quarter, u.base,
  known_sum(CASE WHEN factor IS NULL THEN own_value ELSE product(own_value, factor) END) AS previous,
  known_sum(CASE WHEN factor IS NULL THEN u.value ELSE product(u.value, factor) END) AS previous_ytd
FROM unit_quarters u
JOIN unit_cells USING (known, indicator, form, unit_key, year)
LEFT JOIN factors f ON f.indicator = u.indicator AND f.year = u.year + 1
WHERE u.base = 'stored_total' AND u.kind IN ('flow', 'stock')
GROUP BY ALL;

-- A cell that had units last year and has none now keeps its base, in the quarters of this year.
CREATE TABLE additive_values AS
SELECT known, indicator, township_code, sector_code, year, quarter,
  coalesce(c.base, b.base) AS growth_base, c.value, c.value_ytd,
  CASE coalesce(c.base, b.base) WHEN 'stored_total' THEN b.previous ELSE c.previous END AS previous,
  CASE coalesce(c.base, b.base) WHEN 'stored_total' THEN b.previous_ytd ELSE c.previous_ytd END AS previous_ytd,
  c.comparable_ytd, c.comparable_previous_ytd, c.estimated_ytd,
  c.base IS NULL AS has_no_unit,
  coalesce(c.base, b.base) = 'stored_total' AND b.base IS NULL AS had_no_unit,
  coalesce(units_reported, 0) AS units_reported, coalesce(units_standing, 0) AS units_standing
FROM additive_cells c
FULL JOIN (FROM stored_bases SEMI JOIN quarters USING (known, indicator, year, quarter)) b
  USING (known, indicator, township_code, sector_code, year, quarter);

-- A rate is the ratio of two sums at its own level; it is never added. Its units are those above the line.
CREATE TABLE rate_values AS
SELECT known, i.code AS indicator, township_code, sector_code, year, quarter, d.growth_base,
  percent(n.value, d.value) AS value, percent(n.value_ytd, d.value_ytd) AS value_ytd,
  percent(n.previous, d.previous) AS previous, percent(n.previous_ytd, d.previous_ytd) AS previous_ytd,
  n.units_reported, n.units_standing
FROM indicators i
JOIN additive_values d ON d.indicator = i.denominator
JOIN additive_values n USING (known, township_code, sector_code, year, quarter)
WHERE i.kind = 'rate' AND n.indicator = i.numerator;

-- A survey mean has a year-to-date only, against last year's published mean.
CREATE TABLE mean_values AS
SELECT known, indicator, township_code, sector_code, year, quarter, m.base AS growth_base,
  CASE WHEN quarter = 1 THEN m.mean END AS value, m.mean AS value_ytd,
  CASE WHEN quarter = 1 THEN b.mean END AS previous, b.mean AS previous_ytd,
  m.units_reported, 0 AS units_standing
FROM mean_cells m
LEFT JOIN (SELECT * REPLACE (year + 1 AS year) FROM mean_cells) b
  USING (known, indicator, township_code, sector_code, year, quarter);

CREATE TABLE level_values AS
SELECT known, indicator, township_code, sector_code, year, quarter, any_value(base) AS growth_base,
  arg_max(STRUCT_PACK(value, previous), vintage_order) AS figure,
  count(*) FILTER (returned) AS units_reported, count(*) FILTER (NOT returned) AS units_standing
FROM level_cells GROUP BY ALL;

CREATE TABLE all_values AS
SELECT known, indicator, township_code, sector_code, year, quarter, growth_base,
  value, value_ytd, previous, previous_ytd, comparable_ytd, comparable_previous_ytd,
  estimated_ytd, has_no_unit, had_no_unit, units_reported, units_standing
FROM additive_values
UNION ALL BY NAME FROM rate_values
UNION ALL BY NAME FROM mean_values
UNION ALL BY NAME
SELECT * EXCLUDE (figure), figure.value AS value, figure.value AS value_ytd,
  figure.previous AS previous, figure.previous AS previous_ytd
FROM level_values;
