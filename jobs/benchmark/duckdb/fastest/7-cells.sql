-- Rollups from the smallest cells, and the kinds of figures (method.md sections 3, 5 and 6).
CREATE TABLE leaf_places AS
SELECT leaf, township_code, 'township' AS lowest FROM leaves
UNION ALL
SELECT leaf, d.code, 'district'
FROM leaves l JOIN places p ON p.code = l.township_code CROSS JOIN (SELECT code FROM places WHERE kind = 'district') d;

CREATE TABLE leaf_sectors AS
SELECT leaf, 'ALL' AS sector_code, 'all' AS level FROM leaves
UNION ALL
SELECT leaf, strata, 'strata' FROM leaves WHERE strata IS NOT NULL
UNION ALL
SELECT leaf, section, 'section' FROM leaves WHERE section IS NOT NULL
UNION ALL
SELECT leaf, division, 'division' FROM leaves WHERE division IS NOT NULL;

CREATE MACRO known(total, known_units, units) AS CASE WHEN sum(known_units) = sum(units) THEN sum(total)::DECIMAL(28,4) END;

CREATE TABLE sums AS
SELECT s.indicator, s.kind, t.township_code, c.sector_code, year, quarter, any_value(base) AS base,
  known(s.own_value, own_values, units) AS value, known(s.value, values_known, units) AS value_ytd,
  known(own_previous, own_previouses, units) AS previous, known(s.previous, previouses, units) AS previous_ytd,
  known(s.comparable, comparables, units) AS comparable_ytd,
  known(s.comparable_previous, comparable_previouses, units) AS comparable_previous_ytd,
  known(own_base, own_values, units) AS own_base, known(base_value, values_known, units) AS base_value,
  sum(s.numerator) AS numerator, sum(s.denominator) AS denominator
FROM leaf_sums s
JOIN indicators i ON i.code = s.indicator
JOIN leaf_places t USING (leaf)
JOIN leaf_sectors c USING (leaf)
WHERE (t.lowest = 'district' OR i.lowest_place = 'township')
  AND (c.level = 'all'
    OR c.level IN ('strata', 'section') AND i.sector_detail <> 'none'
    OR c.level = 'division' AND i.sector_detail = 'division')
GROUP BY s.indicator, s.kind, t.township_code, c.sector_code, year, quarter;

-- Base stored_total: what counted last year, in the quarters of this year.
CREATE TABLE stored_bases AS
SELECT indicator, township_code, sector_code, year + 1 AS year, quarter, base, own_base AS previous, base_value AS previous_ytd
FROM sums WHERE base = 'stored_total' AND kind IN ('flow', 'stock');

CREATE TABLE additive_values AS
SELECT indicator, township_code, sector_code, year, quarter,
  coalesce(c.base, b.base) AS growth_base, c.value, c.value_ytd,
  CASE coalesce(c.base, b.base) WHEN 'stored_total' THEN b.previous ELSE c.previous END AS previous,
  CASE coalesce(c.base, b.base) WHEN 'stored_total' THEN b.previous_ytd ELSE c.previous_ytd END AS previous_ytd,
  c.comparable_ytd, c.comparable_previous_ytd
FROM (FROM sums WHERE kind IN ('flow', 'stock')) c
FULL JOIN (FROM stored_bases SEMI JOIN quarters USING (indicator, year, quarter)) b
  USING (indicator, township_code, sector_code, year, quarter);

CREATE TABLE mean_cells AS
SELECT indicator, township_code, sector_code, year, quarter, base,
  CASE WHEN denominator > 0
    THEN amount(half_up((numerator * 100000000)::HUGEINT * 10000, (denominator * 100000000)::HUGEINT)) END AS mean
FROM sums WHERE kind = 'mean';

CREATE TABLE level_cells AS
SELECT u.indicator, CASE p.kind WHEN 'remainder' THEN d.code ELSE l.township_code END AS township_code,
  'ALL' AS sector_code, u.year, u.quarter, any_value(u.base) AS growth_base,
  arg_max(STRUCT_PACK(value, previous), vintage) AS figure
FROM unit_quarters u
JOIN leaves l USING (leaf)
JOIN places p ON p.code = l.township_code
CROSS JOIN (SELECT code FROM places WHERE kind = 'district') d
WHERE u.kind = 'level'
GROUP BY ALL;

CREATE TABLE all_values AS
FROM additive_values
UNION ALL BY NAME
SELECT i.code AS indicator, township_code, sector_code, year, quarter, d.growth_base,
  percent(n.value, d.value) AS value, percent(n.value_ytd, d.value_ytd) AS value_ytd,
  percent(n.previous, d.previous) AS previous, percent(n.previous_ytd, d.previous_ytd) AS previous_ytd
FROM indicators i
JOIN additive_values d ON d.indicator = i.denominator
JOIN additive_values n USING (township_code, sector_code, year, quarter)
WHERE i.kind = 'rate' AND n.indicator = i.numerator
UNION ALL BY NAME
SELECT indicator, township_code, sector_code, year, quarter, m.base AS growth_base,
  CASE WHEN quarter = 1 THEN m.mean END AS value, m.mean AS value_ytd,
  CASE WHEN quarter = 1 THEN b.mean END AS previous, b.mean AS previous_ytd
FROM mean_cells m
LEFT JOIN (SELECT * REPLACE (year + 1 AS year) FROM mean_cells) b
  USING (indicator, township_code, sector_code, year, quarter)
UNION ALL BY NAME
SELECT * EXCLUDE (figure), figure.value AS value, figure.value AS value_ytd, figure.previous AS previous,
  figure.previous AS previous_ytd
FROM level_cells;
