-- From items to sums of the smallest cells: township × division. A unit's quarters come from one sorted pass over its year.
CREATE TABLE unit_places AS
SELECT form, unit_key, year, township_code, sector_code, attributes FROM unit_years
UNION ALL
SELECT form, unit_key, year, township_code, sector_code, NULL FROM registered_years
ANTI JOIN unit_years USING (form, unit_key, year);

-- Sections hold divisions; the three industries hold divisions too: 05, 11 and 43 are tertiary.
CREATE TABLE divisions AS
SELECT code AS division, parent AS section,
  CASE WHEN code IN ('05', '11', '43') THEN 'P3'
    WHEN parent = 'A' THEN 'P1'
    WHEN parent IN ('B', 'C', 'D', 'E') THEN 'P2'
    ELSE 'P3' END AS strata
FROM sectors WHERE level = 'division';

-- Where a unit counts this year, as small numbers; accounts state the industry.
CREATE TABLE leaves AS
SELECT row_number() OVER ()::INTEGER AS leaf, * FROM (
  SELECT DISTINCT township_code, d.division, coalesce(d.section, s.code) AS section,
    coalesce(u.attributes['strata'], d.strata) AS strata, u.sector_code, u.attributes['strata'] AS stated
  FROM unit_places u
  LEFT JOIN divisions d ON d.division = left(u.sector_code, 2)
  LEFT JOIN sectors s ON s.code = u.sector_code AND s.level = 'section');

CREATE TABLE unit_leaves AS
SELECT u.form, u.unit_key, u.year, u.attributes, l.leaf, l.division
FROM unit_places u JOIN leaves l ON l.township_code IS NOT DISTINCT FROM u.township_code
  AND l.sector_code IS NOT DISTINCT FROM u.sector_code AND l.stated IS NOT DISTINCT FROM u.attributes['strata'];

CREATE MACRO deflated(output, price, rate) AS
  amount(half_up(ten_thousandths(output) * millionths(rate) * 100, millionths(price)));

CREATE MACRO converted(conversion, amount, price, rate) AS
  CASE conversion
    WHEN 'none' THEN amount
    WHEN 'count' THEN CASE WHEN amount IS NOT NULL THEN 1 END
    WHEN 'value_added' THEN product(amount, rate)
    WHEN 'value_added_comparable' THEN deflated(amount, price, rate)
  END::DECIMAL(18,4);

-- Returned, else estimated; what a unit brings is the sum of its items. The same period has its own prices.
CREATE TABLE unit_figures AS
WITH figures AS (
  SELECT form, unit_key, item, year, quarter, period, vintage, value, previous, weight, false AS estimated
  FROM returned
  UNION ALL
  SELECT form, unit_key, item, year, quarter, year || '-' || lpad((3 * quarter)::VARCHAR, 2, '0'), NULL, value,
    previous, NULL, true
  FROM estimates),
fed AS (
  SELECT coalesce(f.indicator, attributes[f.indicator_from]) AS indicator, u.form, u.unit_key, u.leaf, g.year, g.quarter,
    f.measure, f.base, g.estimated, g.vintage, g.weight,
    converted(f.conversion, g.value, i.price, r.rate) AS value,
    converted(CASE f.conversion WHEN 'value_added_comparable' THEN 'value_added' ELSE f.conversion END,
      g.previous, NULL, r.rate) AS previous
  FROM figures g
  JOIN feeds f USING (form, item)
  JOIN unit_leaves u USING (form, unit_key, year)
  LEFT JOIN rates r ON r.division = u.division AND r.year = g.year
  LEFT JOIN indices i ON i.division = u.division AND i.month = g.period
  WHERE f.where_attribute IS NULL OR (f.feed, attributes[f.where_attribute]) IN (SELECT (feed, selected) FROM feed_selections))
SELECT indicator, form, unit_key, year, quarter, any_value(leaf) AS leaf, bool_or(estimated) AS estimated,
  any_value(weight) AS weight, max(vintage) AS vintage, any_value(base) AS base,
  known_sum_where(value, measure = 'nominal')::DECIMAL(18,4) AS value,
  known_sum_where(previous, measure = 'nominal')::DECIMAL(18,4) AS previous,
  known_sum_where(value, measure = 'comparable')::DECIMAL(18,4) AS comparable,
  known_sum_where(previous, measure = 'comparable')::DECIMAL(18,4) AS comparable_previous,
  known_sum_where(value, measure = 'weight')::DECIMAL(18,4) AS divisor
FROM fed GROUP BY indicator, form, unit_key, year, quarter;

CREATE TABLE quarters AS
SELECT indicator, year, unnest(range(1, max(quarter) + 1))::INTEGER AS quarter
FROM unit_figures WHERE NOT estimated GROUP BY indicator, year;

-- Each figure counts from its quarter to the one before the unit's next, or to the last of the year; not in a sample
-- survey. A later quarter in which it stands adds nothing to itself.
CREATE TABLE unit_quarters AS
WITH spans AS (
  SELECT u.*, k.kind, l.last,
    lag(u.quarter) OVER w IS NULL AS is_first, lag(value) OVER w AS value_before, lag(previous) OVER w AS previous_before,
    CASE WHEN base = 'survey' THEN u.quarter + 1 ELSE coalesce(lead(u.quarter) OVER w, l.last + 1) END AS until
  FROM unit_figures u
  JOIN indicators k ON k.code = u.indicator
  JOIN (SELECT indicator, year, max(quarter) AS last FROM quarters GROUP BY ALL) l
    ON l.indicator = u.indicator AND l.year = u.year
  WINDOW w AS (PARTITION BY u.indicator, u.form, u.unit_key, u.year ORDER BY u.quarter)),
expanded AS (
  SELECT *, unnest(range(quarter, until))::INTEGER AS counted_quarter FROM spans WHERE quarter <= last)
SELECT indicator, kind, base, form, unit_key, leaf, year, counted_quarter AS quarter, vintage, weight, divisor, value, previous,
  comparable, comparable_previous,
  CASE WHEN kind <> 'flow' OR counted_quarter = quarter AND is_first THEN value
    WHEN counted_quarter = quarter THEN value - value_before ELSE value - value END AS own_value,
  CASE WHEN kind <> 'flow' OR counted_quarter = quarter AND is_first THEN previous
    WHEN counted_quarter = quarter THEN previous - previous_before ELSE previous - previous END AS own_previous
FROM expanded;

CREATE MACRO weighted(weight, amount) AS weight::DECIMAL(18,4) * amount::DECIMAL(18,4);

CREATE TABLE leaf_sums AS
SELECT u.indicator, kind, any_value(base) AS base, leaf, u.year, quarter, count(*) AS units,
  count(own_value) AS own_values, sum(own_value) AS own_value, count(u.value) AS values_known, sum(u.value) AS value,
  count(own_previous) AS own_previouses, sum(own_previous) AS own_previous,
  count(previous) AS previouses, sum(previous) AS previous,
  count(comparable) AS comparables, sum(comparable) AS comparable,
  count(comparable_previous) AS comparable_previouses, sum(comparable_previous) AS comparable_previous,
  -- What the next year's total is compared with.
  sum(CASE WHEN factor IS NULL THEN own_value ELSE product(own_value, factor) END) AS own_base,
  sum(CASE WHEN factor IS NULL THEN u.value ELSE product(u.value, factor) END) AS base_value,
  sum(CASE WHEN kind = 'mean' THEN weighted(weight, u.value) END) AS numerator,
  sum(CASE WHEN kind = 'mean' THEN weighted(weight, divisor) END) AS denominator
FROM unit_quarters u
LEFT JOIN factors f ON f.indicator = u.indicator AND f.year = u.year + 1
WHERE kind <> 'level'
GROUP BY u.indicator, kind, leaf, u.year, quarter;
