-- In which cells a unit counts, and the sums of the cells (method.md sections 3, 5 and 6).

-- Sections hold divisions; the three industries hold divisions too: 05, 11 and 43 are tertiary.
CREATE TABLE divisions AS
SELECT code AS division, parent AS section,
  CASE WHEN code IN ('05', '11', '43') THEN 'P3'
    WHEN parent = 'A' THEN 'P1'
    WHEN parent IN ('B', 'C', 'D', 'E') THEN 'P2'
    ELSE 'P3' END AS strata
FROM sectors WHERE level = 'division';

-- Every sector that a unit's class, division or section lies in; accounts state the industry.
CREATE TABLE unit_sectors AS
WITH known_sectors AS (
  SELECT u.form, u.unit_key, u.year, coalesce(d.section, s.code) AS section, d.division,
    coalesce(u.attributes['strata'], d.strata) AS strata
  FROM unit_places u
  LEFT JOIN divisions d ON d.division = left(u.sector_code, 2)
  LEFT JOIN sectors s ON s.code = u.sector_code AND s.level = 'section')
SELECT form, unit_key, year, 'ALL' AS sector_code, 'all' AS level FROM known_sectors
UNION ALL
SELECT form, unit_key, year, strata, 'strata' FROM known_sectors WHERE strata IS NOT NULL
UNION ALL
SELECT form, unit_key, year, section, 'section' FROM known_sectors WHERE section IS NOT NULL
UNION ALL
SELECT form, unit_key, year, division, 'division' FROM known_sectors WHERE division IS NOT NULL;

CREATE TABLE unit_townships AS
SELECT form, unit_key, year, township_code, 'township' AS lowest FROM unit_places
UNION ALL
SELECT form, unit_key, year, district.code, 'district'
FROM unit_places
JOIN places ON places.code = township_code
CROSS JOIN (SELECT code FROM places WHERE kind = 'district') district;

-- The catalog says where an indicator has rows of its own.
CREATE TABLE unit_cells AS
SELECT f.indicator, u.form, u.unit_key, u.year, t.township_code, s.sector_code
FROM unit_places u
JOIN (SELECT DISTINCT form, unit_key, year, indicator FROM unit_feeds) f USING (form, unit_key, year)
JOIN indicators i ON i.code = f.indicator
JOIN unit_townships t USING (form, unit_key, year)
JOIN unit_sectors s USING (form, unit_key, year)
WHERE (t.lowest = 'district' OR i.lowest_place = 'township')
  AND (s.level = 'all'
    OR s.level IN ('strata', 'section') AND i.sector_detail <> 'none'
    OR s.level = 'division' AND i.sector_detail = 'division');

-- A unit's quarter is its year-to-date less what it counted for the quarter before.
CREATE TABLE unit_quarters AS
SELECT c.*, k.kind,
  CASE WHEN k.kind = 'flow' THEN c.value - coalesce(b.value, CASE WHEN b.unit_key IS NULL THEN 0 END)
    ELSE c.value END AS own_value,
  CASE WHEN k.kind = 'flow' THEN c.previous - coalesce(b.previous, CASE WHEN b.unit_key IS NULL THEN 0 END)
    ELSE c.previous END AS own_previous
FROM counted c
JOIN indicators k ON k.code = c.indicator
LEFT JOIN counted b ON b.indicator = c.indicator AND b.form = c.form
  AND b.unit_key = c.unit_key AND b.year = c.year AND b.quarter = c.quarter - 1;

CREATE TABLE additive_cells AS
SELECT indicator, township_code, sector_code, year, quarter, any_value(base) AS base,
  known_sum(own_value) AS value, known_sum(u.value) AS value_ytd,
  known_sum(own_previous) AS previous, known_sum(u.previous) AS previous_ytd,
  known_sum(comparable) AS comparable_ytd, known_sum(comparable_previous) AS comparable_previous_ytd
FROM unit_quarters u JOIN unit_cells USING (indicator, form, unit_key, year)
WHERE kind IN ('flow', 'stock')
GROUP BY ALL;

-- A delivered percentage or rank: of several departments' the latest vintage; 区本级 is the district.
CREATE TABLE level_cells AS
SELECT u.indicator, CASE p.kind WHEN 'remainder' THEN d.code ELSE t.township_code END AS township_code,
  'ALL' AS sector_code, u.year, u.quarter, any_value(u.base) AS growth_base,
  arg_max(STRUCT_PACK(value, previous), vintage) AS figure
FROM unit_quarters u
JOIN unit_places t USING (form, unit_key, year)
JOIN places p ON p.code = t.township_code
CROSS JOIN (SELECT code FROM places WHERE kind = 'district') d
WHERE u.kind = 'level'
GROUP BY ALL;

-- Weighted income over weighted persons, rounded once.
CREATE MACRO weighted(weight, amount) AS weight::DECIMAL(18,4) * amount::DECIMAL(18,4);

CREATE TABLE mean_cells AS
WITH sums AS (
  SELECT indicator, township_code, sector_code, year, quarter, any_value(base) AS base,
    sum(weighted(weight, value)) AS numerator, sum(weighted(weight, divisor)) AS denominator
  FROM unit_quarters JOIN unit_cells USING (indicator, form, unit_key, year)
  WHERE kind = 'mean' GROUP BY ALL)
SELECT * EXCLUDE (numerator, denominator),
  CASE WHEN denominator > 0
    THEN amount(half_up((numerator * 100000000)::HUGEINT * 10000, (denominator * 100000000)::HUGEINT)) END AS mean
FROM sums;

-- Base stored_total: what counted last year, finished units included, × the factor (可比基数).
CREATE TABLE stored_bases AS
SELECT u.indicator, township_code, sector_code, u.year + 1 AS year, u.quarter, u.base,
  known_sum(CASE WHEN factor IS NULL THEN own_value ELSE product(own_value, factor) END) AS previous,
  known_sum(CASE WHEN factor IS NULL THEN u.value ELSE product(u.value, factor) END) AS previous_ytd
FROM unit_quarters u
JOIN unit_cells USING (indicator, form, unit_key, year)
LEFT JOIN factors f ON f.indicator = u.indicator AND f.year = u.year + 1
WHERE u.base = 'stored_total' AND u.kind IN ('flow', 'stock')
GROUP BY ALL;

-- A cell that had units last year and has none now keeps its base, in the quarters of this year.
CREATE TABLE additive_values AS
SELECT indicator, township_code, sector_code, year, quarter,
  coalesce(c.base, b.base) AS growth_base, c.value, c.value_ytd,
  CASE coalesce(c.base, b.base) WHEN 'stored_total' THEN b.previous ELSE c.previous END AS previous,
  CASE coalesce(c.base, b.base) WHEN 'stored_total' THEN b.previous_ytd ELSE c.previous_ytd END AS previous_ytd,
  c.comparable_ytd, c.comparable_previous_ytd
FROM additive_cells c
FULL JOIN (FROM stored_bases SEMI JOIN quarters USING (indicator, year, quarter)) b
  USING (indicator, township_code, sector_code, year, quarter);

CREATE TABLE all_values AS
FROM additive_values
UNION ALL BY NAME
-- A rate is the ratio of two sums at its own level; it is never added.
SELECT i.code AS indicator, township_code, sector_code, year, quarter, d.growth_base,
  percent(n.value, d.value) AS value, percent(n.value_ytd, d.value_ytd) AS value_ytd,
  percent(n.previous, d.previous) AS previous, percent(n.previous_ytd, d.previous_ytd) AS previous_ytd
FROM indicators i
JOIN additive_values d ON d.indicator = i.denominator
JOIN additive_values n USING (township_code, sector_code, year, quarter)
WHERE i.kind = 'rate' AND n.indicator = i.numerator
UNION ALL BY NAME
-- A survey mean has a year-to-date only, against last year's published mean.
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
