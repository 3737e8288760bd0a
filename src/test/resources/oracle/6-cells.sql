-- The sums of the cells (method.md sections 3, 5 and 6).

-- A unit's quarter is its year-to-date less what it counted for the quarter before.
CREATE TABLE unit_quarters AS
SELECT c.*, k.kind,
  CASE WHEN k.kind = 'flow' THEN c.value - coalesce(b.value, CASE WHEN b.unit_key IS NULL THEN 0 END)
    ELSE c.value END AS own_value,
  CASE WHEN k.kind = 'flow' THEN c.previous - coalesce(b.previous, CASE WHEN b.unit_key IS NULL THEN 0 END)
    ELSE c.previous END AS own_previous
FROM counted c
JOIN indicators k ON k.code = c.indicator
LEFT JOIN counted b ON b.known = c.known AND b.indicator = c.indicator AND b.form = c.form
  AND b.unit_key = c.unit_key AND b.year = c.year AND b.quarter = c.quarter - 1;

CREATE TABLE additive_cells AS
SELECT known, indicator, township_code, sector_code, year, quarter, any_value(base) AS base,
  known_sum(own_value) AS value, known_sum(u.value) AS value_ytd,
  known_sum(own_previous) AS previous, known_sum(u.previous) AS previous_ytd,
  known_sum(comparable) AS comparable_ytd, known_sum(comparable_previous) AS comparable_previous_ytd,
  CASE WHEN bool_or(estimated) THEN known_sum_where(u.value, estimated) ELSE 0 END AS estimated_ytd,
  count(*) FILTER (returned) AS units_reported,
  -- An estimate that stands is still an estimate.
  count(*) FILTER (stands AND NOT estimated) AS units_standing
FROM unit_quarters u JOIN unit_cells USING (known, indicator, form, unit_key, year)
WHERE kind IN ('flow', 'stock')
GROUP BY ALL;

-- A delivered percentage or rank: of several departments' the latest vintage; 区本级 is the district.
CREATE TABLE level_cells AS
SELECT u.known, u.indicator, CASE p.kind WHEN 'remainder' THEN d.code ELSE t.township_code END AS township_code, 'ALL' AS sector_code,
  u.year, u.quarter, u.base, u.vintage_order, u.value, u.previous, u.returned
FROM unit_quarters u
JOIN unit_places t USING (known, form, unit_key, year)
JOIN places p ON p.code = t.township_code
CROSS JOIN (SELECT code FROM places WHERE kind = 'district') d
WHERE u.kind = 'level';

-- Weighted income over weighted persons, rounded once.
CREATE MACRO weighted(weight, amount) AS weight::DECIMAL(18,4) * amount::DECIMAL(18,4);

CREATE TABLE mean_cells AS
WITH sums AS (
  SELECT known, indicator, township_code, sector_code, year, quarter, any_value(base) AS base,
    sum(weighted(weight, value)) AS numerator, sum(weighted(weight, divisor)) AS denominator,
    count(*) AS units_reported
  FROM unit_quarters JOIN unit_cells USING (known, indicator, form, unit_key, year)
  WHERE kind = 'mean' GROUP BY ALL)
SELECT * EXCLUDE (numerator, denominator),
  CASE WHEN denominator > 0 THEN amount(half_up((numerator * 100000000)::HUGEINT * 10000, (denominator * 100000000)::HUGEINT)) END AS mean
FROM sums;
