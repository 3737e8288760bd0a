-- Who is behind the figures of a sum (method.md section 8): controlling groups of protected forms, once; and what is left
-- of them without the units whose figure the ledger of projects publishes by name.

CREATE TABLE unit_groups AS
WITH answered AS (
  SELECT form, unit_key, year, max(STRUCT_PACK(period, unit_group)).unit_group AS unit_group
  FROM returns WHERE known = 0 GROUP BY ALL),
registered_groups AS (
  SELECT attributes['reported_form'] AS form, split_part(o.unit_key, '|', 1) AS unit_key, y.year,
    coalesce(attributes['group'], split_part(o.unit_key, '|', 1)) AS unit_group
  FROM observations o
  CROSS JOIN (SELECT DISTINCT year FROM returns WHERE known = 0) y
  WHERE o.form = 'MLK' AND in_force AND attributes['since'] <= y.year || '-12'
    AND coalesce(attributes['until'], '9999-12') >= y.year || '-01'
  QUALIFY row_number() OVER (PARTITION BY attributes['reported_form'], split_part(o.unit_key, '|', 1), y.year
    ORDER BY attributes['since'] DESC) = 1)
FROM answered
UNION ALL
FROM registered_groups ANTI JOIN answered USING (form, unit_key, year);

-- Told from the first quarter of the year in which the project says what was done, to the last of the whole ledger.
CREATE TABLE told AS
SELECT unit_key, o.year, q.quarter
FROM observations o
JOIN ledger l ON l.form = o.form AND l.done = o.item
JOIN (SELECT year, max(quarter) AS last FROM observations JOIN ledger USING (form) WHERE in_force GROUP BY year) y
  ON y.year = o.year
CROSS JOIN (SELECT unnest([1, 2, 3, 4]) AS quarter) q
WHERE in_force AND o.value IS NOT NULL AND q.quarter BETWEEN o.quarter AND last
GROUP BY ALL;

-- The quarter alone is the difference of two years to date.
CREATE TABLE told_figures AS
SELECT unit_key, year, quarter, true AS ytd_is_told, quarter = 1 OR b.unit_key IS NOT NULL AS own_is_told
FROM told LEFT JOIN (SELECT unit_key, year, quarter + 1 AS quarter FROM told) b USING (unit_key, year, quarter);

-- What each unit brings to each figure, of its own year and, where stored totals are compared, of the next.
CREATE TABLE unit_parts AS
WITH protected AS (
  SELECT u.*, f.factor FROM unit_quarters u JOIN forms USING (form)
  LEFT JOIN (SELECT indicator, year::INTEGER AS year, factor::DECIMAL(18,6) AS factor FROM base_adjustments) f
    ON f.indicator = u.indicator AND f.year = u.year + 1
  WHERE known = 0 AND kind IN ('flow', 'stock') AND NOT administrative)
SELECT indicator, form, unit_key, year, year AS cell_year, quarter, 'value' AS figure, own_value AS part,
  year AS told_year, true AS is_own_quarter, estimated AS is_estimated
FROM protected
UNION ALL
SELECT indicator, form, unit_key, year, year, quarter, 'value_ytd', value, year, false, estimated FROM protected
UNION ALL
SELECT indicator, form, unit_key, year, year, quarter, 'previous', own_previous, year - 1, true, estimated
FROM protected WHERE base <> 'stored_total'
UNION ALL
SELECT indicator, form, unit_key, year, year, quarter, 'previous_ytd', previous, year - 1, false, estimated
FROM protected WHERE base <> 'stored_total'
UNION ALL
SELECT indicator, form, unit_key, year, year + 1, quarter, 'previous',
  CASE WHEN factor IS NULL THEN own_value ELSE product(own_value, factor) END, year, true, false
FROM protected WHERE base = 'stored_total'
UNION ALL
SELECT indicator, form, unit_key, year, year + 1, quarter, 'previous_ytd',
  CASE WHEN factor IS NULL THEN value ELSE product(value, factor) END, year, false, false
FROM protected WHERE base = 'stored_total';

CREATE TABLE group_parts AS
SELECT p.indicator, township_code, sector_code, cell_year AS year, p.quarter, figure, unit_group,
  sum(part) AS part,
  sum(part) FILTER (l.statistics = p.indicator AND (is_estimated
    OR NOT coalesce(CASE WHEN is_own_quarter THEN own_is_told ELSE ytd_is_told END, false))) AS unnamed_part
FROM unit_parts p
JOIN unit_cells c ON c.known = 0 AND c.indicator = p.indicator AND c.form = p.form AND c.unit_key = p.unit_key
  AND c.year = p.year
JOIN unit_groups g ON g.form = p.form AND g.unit_key = p.unit_key AND g.year = p.year
LEFT JOIN ledger l ON true
LEFT JOIN told_figures t ON t.unit_key = p.unit_key AND t.year = p.told_year AND t.quarter = p.quarter
GROUP BY ALL;

CREATE TABLE contributors AS
SELECT indicator, township_code, sector_code, year, quarter, figure,
  count(part) AS contributors, sum(abs(part))::DECIMAL(24,4) AS contributed,
  max(abs(part), 2)[1]::DECIMAL(24,4) AS largest, max(abs(part), 2)[2]::DECIMAL(24,4) AS second
FROM group_parts GROUP BY ALL
UNION ALL
SELECT indicator, township_code, sector_code, year, quarter, figure || '_unnamed',
  count(unnamed_part), sum(abs(unnamed_part))::DECIMAL(24,4),
  max(abs(unnamed_part), 2)[1]::DECIMAL(24,4), max(abs(unnamed_part), 2)[2]::DECIMAL(24,4)
FROM group_parts GROUP BY ALL;
